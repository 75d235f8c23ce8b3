// Whether a change breaks code that reads events, or builds them, is what TypeScript says of the types on both sides.
import { describe, expect, test } from "vitest";
import { changeRules } from "../scripts/breaking/rules.ts";
import { catalogOf } from "./support/catalogOf.ts";
import { eventOf } from "./support/eventOf.ts";
import { askTypes, type TypeErrors } from "./support/typeQuestions.ts";

/** Changes that break no type that stays: code that imports a name, or reads a member, finds it missing. */
const missing: Readonly<Record<string, keyof TypeErrors>> = {
  "title-changed": "names",
  "member-removed": "reads",
  "deprecated-removed": "reads",
};

const asked = changeRules.flatMap(({ id, breaks, example }) => {
  if (example === undefined) return [];
  const [before, after] = [example.before, example.after].map((data) => catalogOf(eventOf(data)));
  return before === undefined || after === undefined ? [] : [{ id, breaks, before, after }];
});
const errors = await askTypes(asked);
const rows = asked.map(({ id, breaks }, at) => [id, breaks, errors[at] as TypeErrors] as const);

describe.each(rows)("%s", (id, breaks, { names, passes, reads, builds }) => {
  test("breaks code that reads events where TypeScript says so", () => {
    const found = Object.entries({ names, passes, reads }).filter(([, all]) => all.length > 0);
    const kinds = found.map(([kind]) => kind);
    if (!breaks.includes("types")) expect(found).toEqual([]);
    else if (missing[id] !== undefined) expect(kinds).toEqual([missing[id]]);
    else expect(kinds).toContain("passes");
  });

  test("breaks code that builds events where TypeScript says so", () => {
    expect([id, builds.length > 0]).toEqual([id, breaks.includes("construct")]);
  });
});

test("each way to break code that reads events is one of some row", () => {
  for (const kind of ["names", "passes", "reads", "builds"] as const)
    expect(errors.some((found) => found[kind].length > 0)).toBe(true);
});
