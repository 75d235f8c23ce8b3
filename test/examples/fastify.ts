// A Fastify server that receives signed webhooks. Set WEBHOOK_SECRET (whsec_...).
import { fastify } from "fastify";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, secretKey, WebhookVerificationError } from "gigs-events/webhook";

const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? "");
const app = fastify({ bodyLimit: 2 ** 20 }); // an event has a kilobyte: more is refused before it is read to its end

// The signature covers the bytes as they came: no parser may come before it.
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));

app.post<{ Body: Buffer }>("/", async ({ body, headers }, reply) => {
  const event = await receive(GigsEvent, { body, headers, secret });
  console.log(`received a ${event.type}`);
  return reply.code(204).send();
});

app.setErrorHandler((error: Error & { readonly statusCode?: number }, _, reply) => {
  if (error instanceof WebhookVerificationError) return reply.code(401).send("wrong signature");
  if (!(error instanceof EventValidationError)) return reply.code(error.statusCode ?? 500).send("failed");
  console.warn(error.message);
  return reply.code(error.reason === "unknown-type" ? 204 : 400).send(); // a newer event is acknowledged
});

const port = Number(process.env["PORT"] ?? 3000);
console.log(`listening at ${await app.listen({ port, host: "127.0.0.1" })}`);
