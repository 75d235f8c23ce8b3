// A library that hands on what it takes from the package: TypeScript has to write down its types by names that are exported.
import { EventValidationError, GigsEvent } from "gigs-events";
import { PortOutCredentialsIssuedEvent as compiled } from "gigs-events/ajv";
import { PortOutCredentialsIssuedEvent } from "gigs-events/events/com.gigs.portOutCredentials.issued";

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
export const errorsOf = (value: unknown) => (compiled(value) ? [] : compiled.errors);
