// The same for who imports one event by itself, and nothing else of the package.
import { PortOutCredentialsIssuedEvent } from "gigs-events/events/com.gigs.portOutCredentials.issued";

export const event = { ...PortOutCredentialsIssuedEvent };
export const standard = PortOutCredentialsIssuedEvent["~standard"];
export const schemas = PortOutCredentialsIssuedEvent["~standard"].jsonSchema;
export function check(value: unknown) {
  return PortOutCredentialsIssuedEvent.validate(value);
}
export function checkStandard(value: unknown) {
  return PortOutCredentialsIssuedEvent["~standard"].validate(value);
}
