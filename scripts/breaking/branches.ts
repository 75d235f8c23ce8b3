import type { Schema } from "../schema/schema.ts";
import type { Includes } from "./difference.ts";

/** The branches of two unions: those of both sides that are one branch, and those of one side only. */
interface Matched {
  readonly both: readonly (readonly [before: Schema, after: Schema])[];
  readonly gone: readonly Schema[];
  readonly come: readonly Schema[];
}

/** Ways to tell that two branches are one, the surest first. */
const alike: readonly ((a: Schema, b: Schema, includes: Includes) => boolean)[] = [
  (a, b) => a.ref !== undefined && a.ref.name === b.ref?.name,
  (a, b, includes) => includes(a, b) && includes(b, a),
  (a, b) => a.title !== undefined && a.title === b.title,
  (a, b, includes) => includes(a, b) || includes(b, a),
];

/** Finds which branches of two unions are one. */
export function matchBranches(before: readonly Schema[], after: readonly Schema[], includes: Includes): Matched {
  const [gone, come] = [[...before], [...after]];
  const both: [Schema, Schema][] = [];
  for (const isAlike of alike) {
    for (const old of gone.slice()) {
      const next = come.find((one) => isAlike(old, one, includes));
      if (next === undefined) continue;
      both.push([old, next]);
      gone.splice(gone.indexOf(old), 1);
      come.splice(come.indexOf(next), 1);
    }
  }
  return { both, gone, come };
}
