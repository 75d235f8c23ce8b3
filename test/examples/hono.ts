// A Hono application that receives signed webhooks. Set WEBHOOK_SECRET (whsec_...).
import { serve } from "@hono/node-server";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, secretKey, WebhookVerificationError } from "gigs-events/webhook";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";

const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? "");

// An event has a kilobyte: more than a megabyte is refused before it is read to its end.
const app = new Hono().post("/", bodyLimit({ maxSize: 2 ** 20 }), async ({ req, body }) => {
  const event = await receive(GigsEvent, { body: await req.arrayBuffer(), headers: req.raw.headers, secret });
  console.log(`received a ${event.type}`);
  return body(null, 204);
});

app.onError((error, context) => {
  if (error instanceof HTTPException) return error.getResponse(); // too long
  if (error instanceof WebhookVerificationError) return context.text("wrong signature", 401);
  if (!(error instanceof EventValidationError)) return context.text("failed", 500); // what others throw may quote the body
  console.warn(error.message);
  return context.body(null, error.reason === "unknown-type" ? 204 : 400); // a newer event is acknowledged
});

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) =>
  console.log(`listening on ${port}`),
);
