// As shipped: the event's own `is`.
import { PortOutCredentialsIssuedEvent } from "../../../generated/events/com.gigs.portOutCredentials.issued.js";

export const { is } = PortOutCredentialsIssuedEvent;
