// Generated from schemas/events/com.gigs.portOutCredentials.issued.schema.json; do not edit.
import { acceptsEvent, explainEvent, schemaOfEvent } from "../objects/Event.js";
import { acceptsPortOutCredentials, explainPortOutCredentials, schemaOfPortOutCredentials } from "../objects/PortOutCredentials.js";
import { companion, payloadMembers } from "../runtime.js";

const type = "com.gigs.portOutCredentials.issued";

/** Whether a value is a PortOutCredentialsIssuedEvent; stops at the first broken rule. */
function accepts(value) {
  const event = payloadMembers(value);
  if (event === undefined) return false;
  if (event.type !== type) return false;
  if (!acceptsPortOutCredentials(event.data)) return false;
  return acceptsEvent(event);
}

/** Reports every broken rule of a value that `accepts` refused. */
function explain(value, report) {
  const event = payloadMembers(value);
  if (event === undefined) report("", "type", "must be an object");
  else {
    if (event.data !== undefined) explainPortOutCredentials(event.data, "/data", report);
    if (event.type !== undefined && event.type !== type) report("/type", "const", `must be "${type}"`);
    explainEvent(event, "", report);
  }
}

/** The JSON Schema, made when it is asked for, and anew each time. */
function schema() {
  const base = schemaOfEvent();
  return {
    title: "PortOutCredentialsIssuedEvent",
    description: "Sent when credentials to port a phone number out were issued.",
    ...base,
    properties: {
      ...base.properties,
      data: { ...schemaOfPortOutCredentials(), description: "The credentials that were issued." },
      type: { description: "Names this event.", type: "string", const: type },
    },
    examples: [
      {
        object: "event",
        id: "evt_0SNlurA049MEWV5gNTcQ5A07h3Ol",
        data: {
          object: "portOutCredentials",
          accountNumber: "123456789",
          accountPin: "1234",
          subscription: "sub_0SNlurA049MEWV2gSfSxi00xlPIi",
          expiresAt: "2022-02-21T19:38:34Z",
        },
        datacontenttype: "application/json",
        project: "gigs",
        source: "https://api.gigs.com",
        specversion: "1.0",
        time: "2022-03-16T14:12:42Z",
        type,
        version: "2024-08-29",
      },
    ],
  };
}

const PortOutCredentialsIssuedEvent = /* @__PURE__ */ companion(type, ["/data/accountNumber", "/data/accountPin"], accepts, explain, schema);

export { PortOutCredentialsIssuedEvent };
