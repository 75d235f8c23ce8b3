// An AWS Lambda behind a function URL that receives signed webhooks. Set WEBHOOK_SECRET (whsec_...).
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, WebhookVerificationError } from "gigs-events/webhook";

const secret = process.env["WEBHOOK_SECRET"] ?? "";

/** The event of a function URL, of which this is what is needed. */
interface FunctionUrlEvent {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

export async function handler(request: FunctionUrlEvent): Promise<{ statusCode: number; body?: string }> {
  const { headers, body: text = "", isBase64Encoded } = request;
  if (text.length > 2 ** 20) return { statusCode: 413, body: "too long" }; // Lambda itself has read it all
  const body = isBase64Encoded ? Buffer.from(text, "base64") : text;
  try {
    const event = await receive(GigsEvent, { body, headers, secret });
    console.log(`received a ${event.type}`);
    return { statusCode: 204 };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { statusCode: 401, body: "wrong signature" };
    if (!(error instanceof EventValidationError)) throw error;
    console.warn(error.message);
    return { statusCode: error.reason === "unknown-type" ? 204 : 400 }; // a newer event is acknowledged
  }
}
