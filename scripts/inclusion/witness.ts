import { isObject, type Json } from "../json/json.ts";
import { accepts } from "../schema/evaluate.ts";
import { negated } from "../schema/keywords/known.ts";
import type { Schema } from "../schema/schema.ts";
import { candidates } from "../vectors/candidates.ts";
import { put } from "../vectors/put.ts";
import { merged, sample } from "../vectors/sample.ts";
import type { Gap, Step } from "./prover.ts";

/** A value that one schema accepts and another refuses. */
export interface Witness {
  readonly value: Json;
  /** From the value to the part that was changed. */
  readonly keys: readonly (string | number)[];
}

/** So many values are tried at a gap. */
const maxTried = 400;

/** What all layers accept, as one schema. */
const joined = (layers: readonly Schema[]): Schema => layers.reduce<Schema>(merged, {});

/** Values that may fit what is known, and not the schema, the shortest first. */
function* attempts({ layers, schema }: Gap): Generator<Json> {
  const own = joined(layers);
  yield sample(merged(own, negated(schema)));
  for (const one of [schema, own]) {
    let left = maxTried;
    for (const { data } of candidates(one, sample(one))) {
      yield data;
      if (left-- <= 0) break;
    }
  }
}

/** A value with a part under a key; one that all layers of a step accept, where it has none yet. */
function holding(value: Json | undefined, { key, layers }: Step): Json {
  const own = joined(layers);
  if (typeof key === "number") {
    const list = Array.isArray(value) && value.length > key ? value : sample(merged(own, { minItems: key + 1 }));
    const items = Array.isArray(list) ? list : [];
    return Array.from({ length: Math.max(items.length, key + 1) }, (_, i) => items[i] ?? null);
  }
  const base = isObject(value) ? value : sample(own);
  if (isObject(base) && Object.hasOwn(base, key)) return base;
  const grown = sample(merged(own, { type: "object", required: [key] }));
  const made = isObject(grown) ? grown : {};
  return { ...made, ...(isObject(base) ? base : {}), [key]: Object.hasOwn(made, key) ? (made[key] as Json) : null };
}

/** A value in which all steps of a gap lead to a part. */
function along(root: Json | undefined, steps: readonly Step[]): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return root ?? null;
  const held = holding(root, step);
  const part = (held as { [key: string | number]: Json })[step.key] as Json;
  return put(held, [step.key], along(part, rest));
}

/**
 * Looks for a value that one schema accepts and another refuses.
 * @param examples values that are changed as little as can be, the best first
 * @param gaps what could not be proven of them
 * @param isShown whether it is the right thing that a value shows
 * @returns undefined where none is found, which proves nothing
 */
export function findWitness(
  accepting: Schema,
  refusing: Schema,
  examples: readonly Json[],
  gaps: readonly Gap[],
  isShown: (value: Json) => boolean = () => true,
): Witness | undefined {
  const isWitness = (value: Json): boolean => accepts(accepting, value) && !accepts(refusing, value) && isShown(value);
  for (const value of examples) if (isWitness(value)) return { value, keys: [] };
  const bases = [...[...examples, sample(accepting)].filter((value) => accepts(accepting, value)), undefined];
  for (const gap of gaps) {
    const keys = gap.steps.map(({ key }) => key);
    for (const part of attempts(gap)) {
      if (!gap.layers.every((layer) => accepts(layer, part))) continue;
      for (const base of bases) {
        const value = put(along(base, gap.steps), keys, part);
        if (isWitness(value)) return { value, keys };
      }
    }
  }
  return undefined;
}
