// Compiled in a project that has installed the package and nothing else; see test/package.test.ts.
import { EventValidationError, GigsEvent, PortOutCredentialsIssuedEvent } from "gigs-events";
import type { GigsEventMap, GigsEventType, PortOutCredentials, ValidationIssue } from "gigs-events";
import { type AjvError, type AjvValidator, PortOutCredentialsIssuedEvent as validateWithAjv } from "gigs-events/ajv";
import { PortOutCredentialsIssuedEvent as Direct } from "gigs-events/events/com.gigs.portOutCredentials.issued";
import { receive, type SecretKey, secretKey, sign, WebhookVerificationError } from "gigs-events/webhook";

declare const values: unknown[];

/** What is left of the union's types behind a case of our event: nothing, where there is no other event. */
type OtherTypes = Exclude<GigsEventType, "com.gigs.portOutCredentials.issued">;

/** The union narrows by `type`, down to what no case has named. */
export function handle(event: GigsEvent): string {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      return event.data.accountPin ?? event.data.accountNumber;
    default: {
      // A union of one is not narrowed to never by itself: `type` is.
      const others: OtherTypes = event.type;
      return others;
    }
  }
}

export const events: PortOutCredentialsIssuedEvent[] = values.filter(PortOutCredentialsIssuedEvent.is);
export const same: typeof PortOutCredentialsIssuedEvent = Direct;
export const type: GigsEventType = "com.gigs.portOutCredentials.issued";
export const mapped: GigsEventMap["com.gigs.portOutCredentials.issued"] = PortOutCredentialsIssuedEvent.parse("{}");

export function assertNarrows(value: unknown): PortOutCredentials {
  PortOutCredentialsIssuedEvent.assert(value);
  const literal: "event" = value.object;
  console.log(literal);
  return value.data;
}

export function issuesOf(value: unknown): readonly ValidationIssue[] {
  const result = GigsEvent.validate(value);
  return result.valid ? [] : result.issues;
}

/** What libraries that take any Standard Schema infer from one. */
type Standard = {
  readonly "~standard": { readonly types?: { readonly input: unknown; readonly output: unknown } | undefined };
};
type Output<Schema extends Standard> = NonNullable<Schema["~standard"]["types"]>["output"];
export const output = (value: Output<typeof PortOutCredentialsIssuedEvent>): string => value.data.expiresAt;
export const outputOfUnion = (value: Output<typeof GigsEvent>): GigsEvent => value;
export const draft = (): Record<string, unknown> => GigsEvent["~standard"].jsonSchema.input({ target: "draft-07" });

export function reasonOf(error: unknown): string {
  return error instanceof EventValidationError ? error.reason : "other";
}

export const ofAjv: PortOutCredentialsIssuedEvent[] = values.filter(validateWithAjv);
export const validator: AjvValidator<PortOutCredentialsIssuedEvent> = validateWithAjv;
/** As Ajv's own types say it. */
export const errors: { keyword: string; instancePath: string; params: Record<string, any>; message?: string }[] =
  validateWithAjv.errors ?? [];
export const textOf = ({ instancePath, schemaPath, keyword, message }: AjvError): string =>
  instancePath + schemaPath + keyword + message;

export async function answer(request: Request, secret: string | SecretKey): Promise<GigsEvent> {
  return receive(GigsEvent, { body: await request.arrayBuffer(), headers: request.headers, secret });
}
export async function replay(secret: string): Promise<PortOutCredentialsIssuedEvent> {
  const key: CryptoKey | SecretKey = await secretKey(secret);
  const headers = await sign("{}", key, { id: "msg_1", timestamp: new Date() });
  const options = { body: new Uint8Array(), headers, secret: [key, secret], tolerance: 60, now: new Date() };
  return receive(PortOutCredentialsIssuedEvent, options);
}
export async function ofNode(headers: Record<string, string | string[] | undefined>): Promise<"stale" | undefined> {
  try {
    await receive({ parse: JSON.parse as (json: string | Uint8Array) => unknown }, { body: "", headers, secret: "" });
  } catch (error) {
    if (error instanceof WebhookVerificationError && error.reason === "stale") return error.reason;
  }
  return undefined;
}

declare const event: PortOutCredentialsIssuedEvent;
// @ts-expect-error: a body that is parsed has no signature
receive(GigsEvent, { body: event, headers: {}, secret: "" });
// @ts-expect-error: what is received is the event, not any
export const wrongReceived: Promise<string> = receive(GigsEvent, { body: "", headers: {}, secret: "" });
// @ts-expect-error: a secret that is not set is none
receive(GigsEvent, { body: "", headers: {}, secret: undefined });
// @ts-expect-error: a typing mistake in a member does not compile
console.log(event.data.acountPin);
// @ts-expect-error: nor does a type that no event has
export const wrong: GigsEventType = "com.gigs.portOutCredential.issued";
// @ts-expect-error: accountPin may be null
export const pin: string = event.data.accountPin;
// @ts-expect-error: what is inferred is the event, not any
output("text");
// @ts-expect-error: nor is it any for the union
outputOfUnion("text");
// @ts-expect-error: what Ajv accepts is the event, not any
export const wrongOfAjv: string[] = values.filter(validateWithAjv);
// @ts-expect-error: a const takes no other value
event.specversion = "2.0";
