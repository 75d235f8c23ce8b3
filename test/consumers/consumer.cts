// The same as consumer.ts, as CommonJS is written under verbatimModuleSyntax.
import gigs = require("gigs-events");
import ajv = require("gigs-events/ajv");
import direct = require("gigs-events/events/com.gigs.portOutCredentials.issued");
import testing = require("gigs-events/testing");
import webhook = require("gigs-events/webhook");

import GigsEvent = gigs.GigsEvent;
import PortOutCredentialsIssuedEvent = gigs.PortOutCredentialsIssuedEvent;
import EventValidationError = gigs.EventValidationError;

declare const values: unknown[];

/** What is left of the union's types behind a case of our event: nothing, where there is no other event. */
type OtherTypes = Exclude<gigs.GigsEventType, "com.gigs.portOutCredentials.issued">;

/** The union narrows by `type`, down to what no case has named. */
function handle(event: GigsEvent): string {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      return event.data.accountPin ?? event.data.accountNumber;
    default: {
      const others: OtherTypes = event.type;
      return others;
    }
  }
}

const events: PortOutCredentialsIssuedEvent[] = values.filter(PortOutCredentialsIssuedEvent.is);
const same: typeof PortOutCredentialsIssuedEvent = direct.PortOutCredentialsIssuedEvent;
const type: gigs.GigsEventType = "com.gigs.portOutCredentials.issued";
const mapped: gigs.GigsEventMap["com.gigs.portOutCredentials.issued"] = PortOutCredentialsIssuedEvent.parse("{}");

function assertNarrows(value: unknown): gigs.PortOutCredentials {
  PortOutCredentialsIssuedEvent.assert(value);
  const literal: "event" = value.object;
  console.log(literal);
  return value.data;
}

function issuesOf(value: unknown): readonly gigs.ValidationIssue[] {
  const result = GigsEvent.validate(value);
  return result.valid ? [] : result.issues;
}

/** What libraries that take any Standard Schema infer from one. */
type Standard = {
  readonly "~standard": { readonly types?: { readonly input: unknown; readonly output: unknown } | undefined };
};
type Output<Schema extends Standard> = NonNullable<Schema["~standard"]["types"]>["output"];
const output = (value: Output<typeof PortOutCredentialsIssuedEvent>): string => value.data.expiresAt;
const outputOfUnion = (value: Output<typeof GigsEvent>): GigsEvent => value;
const draft = (): Record<string, unknown> => GigsEvent["~standard"].jsonSchema.input({ target: "draft-07" });

function reasonOf(error: unknown): string {
  return error instanceof EventValidationError ? error.reason : "other";
}

const ofAjv: PortOutCredentialsIssuedEvent[] = values.filter(ajv.PortOutCredentialsIssuedEvent);
const validator: ajv.AjvValidator<PortOutCredentialsIssuedEvent> = ajv.PortOutCredentialsIssuedEvent;
/** As Ajv's own types say it. */
const errors: { keyword: string; instancePath: string; params: Record<string, any>; message?: string }[] =
  validator.errors ?? [];
const textOf = ({ instancePath, schemaPath, keyword, message }: ajv.AjvError): string =>
  instancePath + schemaPath + keyword + message;

async function answer(request: Request, secret: string | webhook.SecretKey): Promise<GigsEvent> {
  return webhook.receive(GigsEvent, { body: await request.arrayBuffer(), headers: request.headers, secret });
}
const reasonOfWebhook = (error: unknown): webhook.WebhookVerificationReason | undefined =>
  error instanceof webhook.WebhookVerificationError ? error.reason : undefined;

declare const event: PortOutCredentialsIssuedEvent;
// @ts-expect-error: what is received is the event, not any
const wrongReceived: Promise<string> = webhook.receive(GigsEvent, { body: "", headers: {}, secret: "" });
// @ts-expect-error: a typing mistake in a member does not compile
console.log(event.data.acountPin);
// @ts-expect-error: nor does a type that no event has
const wrong: gigs.GigsEventType = "com.gigs.portOutCredential.issued";
// @ts-expect-error: accountPin may be null
const pin: string = event.data.accountPin;
// @ts-expect-error: what is inferred is the event, not any
output("text");
// @ts-expect-error: nor is it any for the union
outputOfUnion("text");
// @ts-expect-error: what Ajv accepts is the event, not any
const wrongOfAjv: string[] = values.filter(validator);
// @ts-expect-error: a const takes no other value
event.specversion = "2.0";

const changed: PortOutCredentialsIssuedEvent = testing.example(type, { data: { accountPin: null } });
const refused: testing.InvalidEvent[] = testing.invalid(type);
// @ts-expect-error: a typing mistake in a change does not compile
testing.example("com.gigs.portOutCredentials.issued", { data: { acountPin: "1" } });
// @ts-expect-error: the type stays
testing.example("com.gigs.portOutCredentials.issued", { type: "com.gigs.portOutCredentials.issued" });

console.log(handle, events, same, type, mapped, assertNarrows, issuesOf, reasonOf, draft, wrong, pin);
console.log(ofAjv, errors, textOf, wrongOfAjv, answer, reasonOfWebhook, wrongReceived, changed, refused);
