// Generated from schemas/event.schema.json; do not edit.
import { dateTimeOutside, dateTimePattern, dateTimeWords, uriOutside, uriPattern, uriWords } from "../patterns.js";
import { isObject, reportMissing } from "../runtime.js";

/** Whether an object is an Event; stops at the first broken rule. */
function acceptsEvent(event) {
  if (event.object !== "event") return false;
  const id = event.id;
  if (typeof id !== "string") return false;
  if (id.length < 1) return false;
  if (!isObject(event.data)) return false;
  if (typeof event.datacontenttype !== "string") return false;
  if (typeof event.project !== "string") return false;
  const source = event.source;
  if (typeof source !== "string") return false;
  if (event.specversion !== "1.0") return false;
  const time = event.time;
  if (typeof time !== "string") return false;
  const type = event.type;
  if (typeof type !== "string") return false;
  if (type.length < 1) return false;
  if (typeof event.version !== "string") return false;
  if (!uriPattern.test(source)) return false;
  return dateTimePattern.test(time);
}

/** Reports every broken rule of an object that `acceptsEvent` refused. */
function explainEvent(event, pointer, report) {
  reportMissing(event, ["object", "id", "data", "datacontenttype", "project", "source", "specversion", "time", "type", "version"], pointer, report);
  if (event.object !== "event") report(pointer + "/object", "const", 'must be "event"');
  if (typeof event.id !== "string") report(pointer + "/id", "type", "must be a string");
  else if (event.id.length < 1) report(pointer + "/id", "minLength", "must not be empty");
  if (!isObject(event.data)) report(pointer + "/data", "type", "must be an object");
  if (typeof event.datacontenttype !== "string") report(pointer + "/datacontenttype", "type", "must be a string");
  if (typeof event.project !== "string") report(pointer + "/project", "type", "must be a string");
  if (typeof event.source !== "string") report(pointer + "/source", "type", "must be a string");
  else if (!uriPattern.test(event.source)) report(pointer + "/source", "format", `must be ${uriWords}`);
  if (event.specversion !== "1.0") report(pointer + "/specversion", "const", 'must be "1.0"');
  if (typeof event.time !== "string") report(pointer + "/time", "type", "must be a string");
  else if (!dateTimePattern.test(event.time)) report(pointer + "/time", "format", `must be ${dateTimeWords}`);
  if (typeof event.type !== "string") report(pointer + "/type", "type", "must be a string");
  else if (event.type.length < 1) report(pointer + "/type", "minLength", "must not be empty");
  if (typeof event.version !== "string") report(pointer + "/version", "type", "must be a string");
}

/** What others take of the JSON Schema, made when it is asked for, and anew each time. */
function schemaOfEvent() {
  return {
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
        description: `Where the event comes from, as a URI. Format: uri; must be ${uriWords}. Default: "https://api.gigs.com".`,
        type: "string",
        examples: ["https://api.gigs.com"],
        pattern: uriPattern.source,
        not: { type: "string", pattern: uriOutside },
      },
      specversion: {
        description: 'Version of the CloudEvents specification that the envelope follows. Default: "1.0".',
        type: "string",
        const: "1.0",
        examples: ["1.0"],
      },
      time: {
        description: `When the event happened. Format: date-time; must be ${dateTimeWords}.`,
        type: "string",
        examples: ["2022-03-16T14:12:42Z"],
        pattern: dateTimePattern.source,
        not: { type: "string", pattern: dateTimeOutside },
      },
      version: {
        description: 'The dated API version in which the event and its `data` are written. Default: "2024-08-29".',
        type: "string",
      },
    },
  };
}

export { acceptsEvent, explainEvent, schemaOfEvent };
