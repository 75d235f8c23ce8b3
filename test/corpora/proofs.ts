import { join } from "node:path";
import type { Json } from "../../scripts/json/json.ts";
import { toEvent } from "./adapt.ts";
import type { Corpus } from "./github.ts";
import { compareChanges, readDefinitions, shareUnknown } from "./inclusion.ts";
import type { Measured } from "./limits.ts";
import { eventTitle, typeOf } from "./names.ts";
import { checkTypes, loadUnion, measureEvent, measureUnpacked } from "./package.ts";
import { renderCompared, renderCounts } from "./page.ts";
import { compare, type Verdict } from "./verdicts.ts";

/** The input of a proof: a package, and what it is held against. */
export interface Input {
  readonly corpus: Corpus;
  /** Whether the original accepts a payload of a leaf. */
  readonly accepts: (leaf: string, payload: Json) => boolean;
  /** The schema folder that the package was made of. */
  readonly schemas: string;
  /** The folder of the package. */
  readonly folder: string;
  /** A folder for what a proof writes. */
  readonly build: string;
  /** The types of the events in the package. */
  readonly types: ReadonlySet<string>;
}

/** Tells what was found, and gives what was measured. */
export type Proof = (input: Input) => Promise<Measured>;

/** The event whose bundle is measured. */
const one = typeOf("pull_request$opened");

/** Every declaration compiles. */
const proveTypes: Proof = async ({ folder, build, types }) => {
  const type = types.has(one) ? one : ([...types][0] as string);
  const errors = await checkTypes(folder, join(build, "types"), { type, title: eventTitle(type) });
  console.log(`## TypeScript\n\n${errors.slice(0, 10).join("\n") || "no error"}\n`);
  return { typeErrors: errors.length };
};

/** The package says of every recorded payload what Ajv says by the original. */
const proveVerdicts: Proof = async ({ corpus, accepts, folder, types }) => {
  const issuesOf = await loadUnion(folder);
  const deliveries = corpus.deliveries.filter(({ leaf }) => types.has(typeOf(leaf)));
  const verdicts = deliveries.map(({ leaf, payload }): Verdict => {
    return { leaf, original: accepts(leaf, payload), issues: issuesOf(toEvent(leaf, payload)) };
  });
  const compared = compare(verdicts);
  const missing = corpus.deliveries.length - deliveries.length;
  console.log(`## Verdicts on ${corpus.deliveries.length} payloads\n\n${renderCompared(compared, missing)}\n`);
  return { different: compared.different.length + missing, valid: compared.valid };
};

/** Changes of the schemas are decided: one side includes the other, or a value shows that it does not. */
const proveInclusion: Proof = async ({ schemas }) => {
  const compared = compareChanges(await readDefinitions(schemas));
  console.log(`## Inclusion on ${compared.asked} pairs\n\n${renderCounts(compared.counts)}\n`);
  return { unknown: shareUnknown(compared) };
};

/** What the package weighs. */
const proveSizes: Proof = async ({ folder, types }) => ({
  unpacked: await measureUnpacked(folder),
  ...(types.has(one) ? { event: await measureEvent(folder, one, eventTitle(one)) } : {}),
});

/** In this order; each by itself, whatever came of those before. */
export const proofs: Readonly<Record<string, Proof>> = {
  types: proveTypes,
  verdicts: proveVerdicts,
  inclusion: proveInclusion,
  sizes: proveSizes,
};
