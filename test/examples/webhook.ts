// Receives signed webhooks. Set WEBHOOK_SECRET (whsec_...), and PORT if 3000 is taken.
import { serve } from "@hono/node-server";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, secretKey, WebhookVerificationError } from "gigs-events/webhook";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";

const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? ""); // ends the program where it cannot be one
const inbox = new Map<string, GigsEvent>(); // in production a table: its key is the event's id
const app = new Hono();

// Anybody can send, and an event has a kilobyte, not a megabyte: what is longer is not read to its end.
app.post("/", bodyLimit({ maxSize: 2 ** 20 }), async ({ req, body }) => {
  // The signature covers these very bytes: nothing may parse them before.
  const event = await receive(GigsEvent, { body: await req.arrayBuffer(), headers: req.raw.headers, secret });
  if (!inbox.has(event.id)) handle(event); // a delivery that is repeated has the same id
  inbox.set(event.id, event);
  return body(null, 204);
});

app.onError((error, { body }) => {
  if (error instanceof HTTPException) return error.getResponse(); // too long
  if (error instanceof WebhookVerificationError) return body("wrong signature", 401);
  if (!(error instanceof EventValidationError)) return body("failed", 500); // not logged: what others throw may quote the body
  console.warn(error.message); // safe to log: it says where and what was expected, never what was found
  return body(null, error.reason === "unknown-type" ? 204 : 400); // a newer event would be sent again and again
});

const expiries = new Map<string, string>();

function handle(event: GigsEvent): void {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      expiries.set(event.data.subscription, event.data.expiresAt);
      console.log(`${expiries.size} can be ported out`); // a member could hold anything, also line breaks: log none as it is
  }
}

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) =>
  console.log(`listening on ${port}`),
);
