// An Express application that receives signed webhooks. Set WEBHOOK_SECRET (whsec_...).
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, secretKey, WebhookVerificationError } from "gigs-events/webhook";

const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? "");
const app = express();

// The signature covers the bytes as they came: express.json() would lose them. An event has a kilobyte; of more than a
// megabyte nothing is kept, though Express reads it to its end before it answers.
app.post("/", express.raw({ type: () => true, limit: 2 ** 20 }), async ({ body, headers }, response) => {
  const event = await receive(GigsEvent, { body: body as Buffer, headers, secret });
  console.log(`received a ${event.type}`);
  response.status(204).end();
});

/** Express takes a handler of errors by its four parameters. */
const onError: ErrorRequestHandler = (error: Error & { readonly status?: number }, _request, response, _next) => {
  if (error instanceof WebhookVerificationError) return void response.status(401).send("wrong signature");
  if (!(error instanceof EventValidationError)) return void response.status(error.status ?? 500).send("failed");
  console.warn(error.message);
  response.status(error.reason === "unknown-type" ? 204 : 400).end(); // a newer event is acknowledged
};
app.use(onError);

const server = app.listen(Number(process.env["PORT"] ?? 3000), () => {
  console.log(`listening on ${(server.address() as AddressInfo).port}`);
});
