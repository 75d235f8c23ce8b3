// A Cloudflare Worker that receives signed webhooks. `wrangler secret put WEBHOOK_SECRET` sets the secret.
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, WebhookVerificationError } from "gigs-events/webhook";
import { readBody } from "./readBody.ts";

interface Env {
  readonly WEBHOOK_SECRET: string;
}

export default {
  async fetch(request: Request, { WEBHOOK_SECRET: secret }: Env): Promise<Response> {
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
  },
};
