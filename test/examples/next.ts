// A Fetch route handler that receives signed webhooks, such as app/webhooks/route.ts of Next.js. Set WEBHOOK_SECRET.
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, WebhookVerificationError } from "gigs-events/webhook";
import { readBody } from "./readBody.ts";

const secret = process.env["WEBHOOK_SECRET"] ?? "";

export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request);
  if (body === undefined) return new Response("too long", { status: 413 });
  try {
    const event = await receive(GigsEvent, { body, headers: request.headers, secret });
    console.log(`received a ${event.type}`);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof WebhookVerificationError) return new Response("wrong signature", { status: 401 });
    if (!(error instanceof EventValidationError)) throw error;
    console.warn(error.message);
    return new Response(null, { status: error.reason === "unknown-type" ? 204 : 400 }); // a newer event is acknowledged
  }
}
