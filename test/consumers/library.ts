// A library that hands on what it takes from the package: TypeScript has to write down its types by names that are exported.
import { EventValidationError, GigsEvent, GigsEventEnvelope } from "gigs-events";
import { PortOutCredentialsIssuedEvent as compiled } from "gigs-events/ajv";
import { PortOutCredentialsIssuedEvent } from "gigs-events/events/com.gigs.portOutCredentials.issued";
import { redact } from "gigs-events/redact";
import { example, invalid } from "gigs-events/testing";
import { receive, route, secretKey, sign, WebhookVerificationError } from "gigs-events/webhook";

export const union = { ...GigsEvent, name: "union" };
export const event = { ...PortOutCredentialsIssuedEvent };
export const standard = GigsEvent["~standard"];
export const ofEvent = PortOutCredentialsIssuedEvent["~standard"].jsonSchema;
export const verbs = [GigsEvent, PortOutCredentialsIssuedEvent];
export const ajv = { compiled };
export const schema = () => GigsEvent["~standard"].jsonSchema.input({ target: "draft-07" });
export function check(value: unknown) {
  return GigsEvent.validate(value);
}
export function checkStandard(value: unknown) {
  return PortOutCredentialsIssuedEvent["~standard"].validate(value);
}
export const issuesOf = (error: unknown) => (error instanceof EventValidationError ? error.issues : []);
export const refusedFor = (error: unknown) => (error instanceof WebhookVerificationError ? error.reason : undefined);
export const receiveEvent = (body: string, headers: Record<string, string>) =>
  receive(GigsEvent, { body, headers, secret: "whsec_AAAA" });
export const envelope = { ...GigsEventEnvelope };
export const readAny = (body: string) => GigsEventEnvelope.parseWith(GigsEvent, body);
export const receiveAny = (body: string, headers: Record<string, string>) =>
  receive(GigsEvent, { body, headers, secret: "whsec_AAAA", unknown: GigsEventEnvelope });
export const handle = (one: GigsEvent) => route(one, {}, ({ id }) => id);
export const log = (one: GigsEvent) => redact(one);
export const receiver = { receive, sign, key: secretKey("whsec_AAAA") };
export const signed = () => sign("{}", "whsec_AAAA", { id: "msg_1", timestamp: new Date() });
export const errorsOf = (value: unknown) => (compiled(value) ? [] : compiled.errors);
export const made = () => example("com.gigs.portOutCredentials.issued");
export const refused = () => invalid("com.gigs.portOutCredentials.issued");
export const firstIssues = () => refused().map(({ issue }) => issue);
