import type { Schema } from "../../schema/schema.ts";
import type { ChangeRule } from "../rule.ts";
import { having, lacking, rule, text } from "./row.ts";

/** The schema of `data` with a definition, and a member that refers to it. */
const ofDefinition = (beside: Schema): Schema => ({
  type: "object",
  properties: {
    a: { title: "A", type: "object", properties: { x: text }, required: ["x"] },
    b: { $ref: "#/properties/data/properties/a", ...beside },
  },
});

/** Kinds of change of the members of an object. */
export const members: readonly ChangeRule[] = [
  rule(
    "member-added",
    "minor",
    [],
    "A member is new, and need not be there. Members that a schema does not describe are assumed not to be sent.",
    lacking,
    having(text),
  ),
  rule(
    "member-added-required",
    "major",
    ["replay", "construct"],
    "A member is new and has to be there: stored and delivered events lack it.",
    lacking,
    having(text, { required: ["b"] }),
  ),
  rule(
    "member-added-closed",
    "major",
    ["live"],
    "A member is new in an object that was closed: consumers that have not upgraded refuse it.",
    { type: "object", properties: { a: text }, additionalProperties: false },
    having(text, { additionalProperties: false }),
  ),
  rule(
    "member-removed",
    "major",
    ["types"],
    "A member is described no more: code that reads it stops compiling.",
    having(text),
    lacking,
  ),
  rule(
    "member-removed-required",
    "major",
    ["live", "types"],
    "A member that had to be there is described no more: consumers that have not upgraded refuse events without it.",
    having(text, { required: ["b"] }),
    lacking,
  ),
  rule(
    "deprecated-removed",
    "major",
    ["types"],
    "A member that was deprecated is described no more: it was announced, and code that still reads it stops compiling.",
    having({ type: "string", deprecated: true }),
    lacking,
  ),
  rule(
    "member-required",
    "major",
    ["replay", "construct"],
    "A member has to be there now: stored events may lack it.",
    having(text),
    having(text, { required: ["b"] }),
  ),
  rule(
    "member-optional",
    "major",
    ["live", "types"],
    "A member need not be there any more: consumers count on it.",
    having(text, { required: ["b"] }),
    having(text),
  ),
  rule(
    "partial-added",
    "major",
    ["live", "types"],
    "A part of a definition will do now: what it requires need not be there, and consumers count on it.",
    ofDefinition({}),
    ofDefinition({ "x-partial": true }),
  ),
  rule(
    "partial-removed",
    "major",
    ["replay", "construct"],
    "A part of a definition will not do any more: stored events may lack what it requires.",
    ofDefinition({ "x-partial": true }),
    ofDefinition({}),
  ),
  rule(
    "object-closed",
    "major",
    ["replay"],
    "An object refuses members that it does not describe now: stored events may have some.",
    having(text),
    having(text, { additionalProperties: false }),
  ),
  rule(
    "object-opened",
    "major",
    ["live"],
    "An object takes members that it does not describe now: consumers that have not upgraded refuse them.",
    having(text, { additionalProperties: false }),
    having(text),
  ),
];
