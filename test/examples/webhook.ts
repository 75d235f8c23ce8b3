// Receives signed webhooks. Set WEBHOOK_SECRET (whsec_...), and PORT if 3000 is taken.
import { serve } from "@hono/node-server";
import { EventValidationError, GigsEvent } from "gigs-events";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env["WEBHOOK_SECRET"] ?? "");
const inbox = new Map<string, GigsEvent>(); // in production a table: its key is the event's id

/** Answers a Fetch request, so that most frameworks can call it as it is. */
async function receive(request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer()); // the signature covers these very bytes
  try {
    webhook.verify(body, Object.fromEntries(request.headers), { jsonParse: false });
  } catch {
    return new Response("wrong signature", { status: 401 }); // never log what others throw: it may quote the body
  }
  try {
    const event = GigsEvent.parse(body);
    if (!inbox.has(event.id)) handle(event); // a delivery that is repeated has the same id
    inbox.set(event.id, event);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof EventValidationError)) throw error;
    console.warn(error.message); // safe to log: it says where and what was expected, never what was found
    // An event newer than this package is acknowledged, or it would be sent again and again.
    return new Response(null, { status: error.reason === "unknown-type" ? 204 : 400 });
  }
}

function handle(event: GigsEvent): void {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      console.log(`${event.data.subscription} can be ported out until ${event.data.expiresAt}`);
  }
}

serve({ fetch: receive, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) => console.log(`listening on ${port}`));
