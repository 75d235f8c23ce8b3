// A Fastify server that validates with its own Ajv, by the schema in the newest draft that it reads.
import { fastify } from "fastify";
import { PortOutCredentialsIssuedEvent } from "gigs-events";

// What Fastify would change in a payload before it judges it has to be off.
const customOptions = { coerceTypes: false, useDefaults: false, removeAdditional: false } as const;
const app = fastify({ logger: true, bodyLimit: 2 ** 20, ajv: { customOptions } });
const body = PortOutCredentialsIssuedEvent["~standard"].jsonSchema.input({ target: "draft-07" });

app.post<{ Body: PortOutCredentialsIssuedEvent }>("/", { schema: { body } }, ({ body: { id } }) => ({ id }));

await app.listen({ port: Number(process.env["PORT"] ?? 3000), host: "127.0.0.1" });
