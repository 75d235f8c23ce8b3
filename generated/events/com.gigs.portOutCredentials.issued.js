// Generated from schemas/events/com.gigs.portOutCredentials.issued.schema.json; do not edit.
import { companion } from "../runtime.js";

const dateTime = /^(?:[1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:[.][0-9]{1,9})?(?:Z|[+\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;
const uri = /^[A-Za-z][+\-.0-9A-Za-z]*:(?:\x2f{2}(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*(?::[0-9]{1,5})?(?:\x2f[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*)?|\x2f?(?:[!\x24&-.0-;=@A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*|\x2f?)(?:[?][!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?(?:#[!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?$/;

/** Whether a value is a PortOutCredentialsIssuedEvent; stops at the first broken rule. */
function accepts(event) {
  if (!event || typeof event != "object" || Array.isArray(event)) return false;
  if ("event" !== event.object) return false;
  let id = event.id;
  if (typeof id !== "string") return false;
  if (id.length < 1) return false;
  let data = event.data;
  if (!data || typeof data != "object" || Array.isArray(data)) return false;
  if ("portOutCredentials" !== data.object) return false;
  if (typeof data.accountNumber !== "string") return false;
  let accountPin = data.accountPin;
  if (typeof accountPin !== "string" && accountPin !== null) return false;
  if (typeof data.subscription !== "string") return false;
  let expiresAt = data.expiresAt;
  if (typeof expiresAt !== "string") return false;
  if (!dateTime.test(expiresAt)) return false;
  if (typeof event.datacontenttype !== "string") return false;
  if (typeof event.project !== "string") return false;
  let source = event.source;
  if (typeof source !== "string") return false;
  if (!uri.test(source)) return false;
  if ("1.0" !== event.specversion) return false;
  let time = event.time;
  if (typeof time !== "string") return false;
  if (!dateTime.test(time)) return false;
  if ("com.gigs.portOutCredentials.issued" !== event.type) return false;
  if (typeof event.version !== "string") return false;
  return true;
}

/** Reports every broken rule of a value that `accepts` refused. */
function explain(event, report) {
  if (event && typeof event == "object" && !Array.isArray(event)) {
    if (event.object === undefined) {
      report("/object", "required", "must be present");
    }
    if (event.id === undefined) {
      report("/id", "required", "must be present");
    }
    if (event.data === undefined) {
      report("/data", "required", "must be present");
    }
    if (event.datacontenttype === undefined) {
      report("/datacontenttype", "required", "must be present");
    }
    if (event.project === undefined) {
      report("/project", "required", "must be present");
    }
    if (event.source === undefined) {
      report("/source", "required", "must be present");
    }
    if (event.specversion === undefined) {
      report("/specversion", "required", "must be present");
    }
    if (event.time === undefined) {
      report("/time", "required", "must be present");
    }
    if (event.type === undefined) {
      report("/type", "required", "must be present");
    }
    if (event.version === undefined) {
      report("/version", "required", "must be present");
    }
    if ("event" !== event.object) {
      report("/object", "const", 'must be "event"');
    }
    let id = event.id;
    if (typeof id === "string") {
      if (id.length < 1) {
        report("/id", "minLength", "must not be empty");
      }
    } else {
      report("/id", "type", "must be a string");
    }
    let data = event.data;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.object === undefined) {
        report("/data/object", "required", "must be present");
      }
      if (data.accountNumber === undefined) {
        report("/data/accountNumber", "required", "must be present");
      }
      if (data.accountPin === undefined) {
        report("/data/accountPin", "required", "must be present");
      }
      if (data.subscription === undefined) {
        report("/data/subscription", "required", "must be present");
      }
      if (data.expiresAt === undefined) {
        report("/data/expiresAt", "required", "must be present");
      }
      if ("portOutCredentials" !== data.object) {
        report("/data/object", "const", 'must be "portOutCredentials"');
      }
      if (typeof data.accountNumber !== "string") {
        report("/data/accountNumber", "type", "must be a string");
      }
      let accountPin = data.accountPin;
      if (typeof accountPin !== "string" && accountPin !== null) {
        report("/data/accountPin", "type", "must be a string or null");
      }
      if (typeof data.subscription !== "string") {
        report("/data/subscription", "type", "must be a string");
      }
      let expiresAt = data.expiresAt;
      if (typeof expiresAt === "string") {
        if (!dateTime.test(expiresAt)) {
          report("/data/expiresAt", "format", "must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z");
        }
      } else {
        report("/data/expiresAt", "type", "must be a string");
      }
    } else {
      report("/data", "type", "must be an object");
    }
    if (typeof event.datacontenttype !== "string") {
      report("/datacontenttype", "type", "must be a string");
    }
    if (typeof event.project !== "string") {
      report("/project", "type", "must be a string");
    }
    let source = event.source;
    if (typeof source === "string") {
      if (!uri.test(source)) {
        report("/source", "format", "must be an absolute URI, such as https://api.gigs.com");
      }
    } else {
      report("/source", "type", "must be a string");
    }
    if ("1.0" !== event.specversion) {
      report("/specversion", "const", 'must be "1.0"');
    }
    let time = event.time;
    if (typeof time === "string") {
      if (!dateTime.test(time)) {
        report("/time", "format", "must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z");
      }
    } else {
      report("/time", "type", "must be a string");
    }
    if ("com.gigs.portOutCredentials.issued" !== event.type) {
      report("/type", "const", 'must be "com.gigs.portOutCredentials.issued"');
    }
    if (typeof event.version !== "string") {
      report("/version", "type", "must be a string");
    }
  } else {
    report("", "type", "must be an object");
  }
}

/** The JSON Schema, made when it is asked for, and anew each time. */
function schema() {
  return {
    title: "PortOutCredentialsIssuedEvent",
    description: "Sent when credentials to port a phone number out were issued.",
    type: "object",
    required: [
      "object",
      "id",
      "data",
      "datacontenttype",
      "project",
      "source",
      "specversion",
      "time",
      "type",
      "version",
    ],
    properties: {
      object: {
        description: 'Names the kind of object this is. An event says "event".',
        type: "string",
        const: "event",
      },
      id: {
        description: "Identifies the event. A delivery that is repeated carries the same id.",
        type: "string",
        minLength: 1,
        examples: ["evt_0SNlurA049MEWV5gNTcQ5A07h3Ol"],
      },
      data: {
        title: "PortOutCredentials",
        description: "The credentials that were issued.",
        type: "object",
        required: ["object", "accountNumber", "accountPin", "subscription", "expiresAt"],
        properties: {
          object: {
            description: 'Names the kind of object this is. Port-out credentials say "portOutCredentials".',
            type: "string",
            const: "portOutCredentials",
          },
          accountNumber: {
            description: "Number of the account at the service provider.",
            type: "string",
            examples: ["123456789"],
          },
          accountPin: {
            description: "PIN of the account at the service provider. Expect null: events are documented to leave the PIN out. The documented example carries one all the same, so a string is valid too.",
            type: ["string", "null"],
            examples: ["1234"],
          },
          subscription: {
            description: "Identifies the subscription whose number may be ported out.",
            type: "string",
            examples: ["sub_0SNlurA049MEWV2gSfSxi00xlPIi"],
          },
          expiresAt: {
            description: "When the credentials stop being valid. Format: date-time; must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z.",
            type: "string",
            examples: ["2022-02-21T19:38:34Z"],
            pattern: dateTime.source,
            not: { type: "string", pattern: "[^0-9TZ:.+\\-]" },
          },
        },
      },
      datacontenttype: {
        description: 'Media type of `data`, as in RFC 2046. Default: "application/json".',
        type: "string",
        examples: ["application/json"],
      },
      project: {
        description: "Identifies the project in which the event happened.",
        type: "string",
        examples: ["gigs"],
      },
      source: {
        description: 'Where the event comes from, as a URI. Format: uri; must be an absolute URI, such as https://api.gigs.com. Default: "https://api.gigs.com".',
        type: "string",
        examples: ["https://api.gigs.com"],
        pattern: uri.source,
        not: { type: "string", pattern: "[^!#-;=?-Z_a-z~]" },
      },
      specversion: {
        description: 'Version of the CloudEvents specification that the envelope follows. Default: "1.0".',
        type: "string",
        const: "1.0",
        examples: ["1.0"],
      },
      time: {
        description: "When the event happened. Format: date-time; must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z.",
        type: "string",
        examples: ["2022-03-16T14:12:42Z"],
        pattern: dateTime.source,
        not: { type: "string", pattern: "[^0-9TZ:.+\\-]" },
      },
      type: {
        description: "Names this event.",
        type: "string",
        const: "com.gigs.portOutCredentials.issued",
      },
      version: {
        description: 'The dated API version in which the event and its `data` are written. Default: "2024-08-29".',
        type: "string",
      },
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
        type: "com.gigs.portOutCredentials.issued",
        version: "2024-08-29",
      },
    ],
  };
}

const PortOutCredentialsIssuedEvent = /* @__PURE__ */ companion({
  vendor: "gigs-events",
  type: "com.gigs.portOutCredentials.issued",
  sensitive: ["/data/accountNumber", "/data/accountPin"],
  accepts,
  explain,
  schema,
});

export { PortOutCredentialsIssuedEvent };
