// Receives signed webhooks. Set WEBHOOK_SECRET (whsec_...), and PORT if 3000 is taken.
import { serve } from "@hono/node-server";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, secretKey, WebhookVerificationError } from "gigs-events/webhook";

const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? ""); // ends the program where it cannot be one
const inbox = new Map<string, GigsEvent>(); // in production a table: its key is the event's id

/** Answers a Fetch request, so that most frameworks can call it as it is. */
async function answer(request: Request): Promise<Response> {
  const body = await readBody(request); // the signature covers these very bytes
  if (body === undefined) return new Response("too long", { status: 413 });
  try {
    const event = await receive(GigsEvent, { body, headers: request.headers, secret });
    if (!inbox.has(event.id)) handle(event); // a delivery that is repeated has the same id
    inbox.set(event.id, event);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof WebhookVerificationError) return new Response("wrong signature", { status: 401 });
    if (!(error instanceof EventValidationError)) throw error;
    console.warn(error.message); // safe to log: it says where and what was expected, never what was found
    // An event newer than this package is acknowledged, or it would be sent again and again.
    return new Response(null, { status: error.reason === "unknown-type" ? 204 : 400 });
  }
}

/** Reads the body; not to its end where that is far: anybody can send, and an event has a kilobyte, not a megabyte. */
async function readBody({ body }: Request): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    if ((length += chunk.length) > 2 ** 20) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const expiries = new Map<string, string>();

function handle(event: GigsEvent): void {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      expiries.set(event.data.subscription, event.data.expiresAt);
      console.log(`${expiries.size} can be ported out`); // a member could hold anything, also line breaks: log none as it is
  }
}

serve({ fetch: answer, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) => console.log(`listening on ${port}`));
