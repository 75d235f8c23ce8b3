import { findPatterns } from "../../scripts/emit/patterns.ts";
import { createDraft } from "../../scripts/emit/validators/draft.ts";
import { printFunctions, sharedNaming } from "../../scripts/emit/validators/functions.ts";
import { unreadable } from "../../scripts/catalog/document.ts";
import * as equality from "../../scripts/runtime/equality.js";
import * as members from "../../scripts/runtime/members.js";
import { multiple } from "../../scripts/runtime/multiple.js";
import * as report from "../../scripts/runtime/report.js";
import type { Definition, Schema } from "../../scripts/schema/schema.ts";

/** An issue as `explain` reports it. */
export type Reported = readonly [pointer: string, keyword: string, message: string];

/** A printed validator that runs. */
export interface Printed {
  readonly accepts: (value: unknown) => boolean;
  /** What is reported, the first of each place. */
  readonly explain: (value: unknown) => Reported[];
  /** The code of both functions and of what they share. */
  readonly code: string;
}

const helpers: Readonly<Record<string, unknown>> = { ...equality, ...members, ...report, multiple };

/** Prints the validator of a flat schema without names, and runs it. */
export function print(schema: Schema): Printed {
  const definition: Definition = {
    name: "Probe",
    document: unreadable("probe.schema.json"),
    keys: [],
    schema,
    composed: schema,
    isReferred: false,
    isLong: false,
  };
  const patterns = findPatterns([definition]);
  const draft = createDraft({ patterns, bases: new Set() }, new Map(), []);
  const functions = printFunctions(definition, draft, sharedNaming(definition));
  const shared = patterns.constants.map(({ name, code }) => `const ${name} = ${code};`);
  const code = [...shared, ...draft.declarations(), ...functions].join("\n");
  const names = Object.keys(helpers);
  const { acceptsProbe, explainProbe } = new Function(
    ...names,
    `"use strict";\n${code}\nreturn { acceptsProbe, explainProbe };`,
  )(...Object.values(helpers)) as {
    acceptsProbe: (value: unknown) => boolean;
    explainProbe: (value: unknown, pointer: string, tell: (...issue: Reported) => void) => void;
  };
  const explain = (value: unknown): Reported[] => {
    const issues = new Map<string, Reported>();
    explainProbe(value, "", (...issue) => {
      if (!issues.has(issue[0])) issues.set(issue[0], issue);
    });
    return [...issues.values()];
  };
  return { accepts: acceptsProbe, explain, code };
}
