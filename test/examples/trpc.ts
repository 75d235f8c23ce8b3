// A tRPC server with a procedure that takes an event.
import { initTRPC, StandardSchemaV1Error, type TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { GigsEvent } from "gigs-events";

// tRPC calls a `parse` before it looks for a Standard Schema, and ours reads JSON text: it gets the standard part alone.
const input = { "~standard": GigsEvent["~standard"] };

// The error of a text that is no JSON quotes it, credentials included: only the validator's words may be repeated.
const describe = ({ cause, code }: TRPCError): string =>
  cause instanceof StandardSchemaV1Error ? JSON.stringify(cause.issues) : code;

const { procedure, router } = initTRPC.create({
  errorFormatter: ({ shape: { code, data }, error }) => ({
    code,
    message: describe(error),
    data: { httpStatus: data.httpStatus },
  }),
});

const server = createHTTPServer({
  maxBodySize: 2 ** 20, // an event has a kilobyte: more is refused before it is read to its end
  router: router({ receive: procedure.input(input).mutation(({ input: { id } }) => ({ id })) }),
  onError: ({ error }) => console.warn(describe(error)),
});

server.listen(Number(process.env["PORT"] ?? 3000), () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listening on ${address?.port}`);
});
