import type { ChangeRule } from "../rule.ts";
import { having, rule, text } from "./row.ts";

/** Kinds of change of names, marks and words for people. */
export const words: readonly ChangeRule[] = [
  rule(
    "title-changed",
    "major",
    ["types"],
    "A type has another name: code that imports it stops compiling.",
    having({ type: "object", title: "Old", properties: { x: text } }),
    having({ type: "object", title: "New", properties: { x: text } }),
  ),
  rule(
    "sensitive-removed",
    "major",
    ["masking"],
    "A member is not marked as sensitive any more: what it holds shows up in logs.",
    having({ type: "string", "x-sensitive": true }),
    having(text),
  ),
  rule(
    "sensitive-added",
    "patch",
    [],
    "A member is marked as sensitive now.",
    having(text),
    having({ type: "string", "x-sensitive": true }),
  ),
  rule(
    "deprecated-added",
    "patch",
    [],
    "A member is deprecated now.",
    having(text),
    having({ type: "string", deprecated: true }),
  ),
  rule(
    "preview-added",
    "patch",
    [],
    "What is described may still change: types say so.",
    having(text),
    having({ type: "string", "x-stability": "preview" }),
  ),
  rule(
    "preview-removed",
    "patch",
    [],
    "What is described is settled: types do not say any more that it may still change.",
    having({ type: "string", "x-stability": "preview" }),
    having(text),
  ),
  rule(
    "words-changed",
    "patch",
    [],
    "Words for people are others: a description, an example, a default.",
    having({ type: "string", description: "Old." }),
    having({ type: "string", description: "New." }),
  ),
];
