// Sources composed at random, with what is made of them: Ajv on the source as people wrote it, Ajv on the shared schema,
// `evaluate` on the flat form, and the emitted validators give one verdict.
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { type Event, loadCatalog } from "../../scripts/catalog/catalog.ts";
import { emitCode } from "../../scripts/emit/code.ts";
import { sharedSchema } from "../../scripts/emit/schemas.ts";
import { makeVectors } from "../../scripts/emit/vectors.ts";
import { formats } from "../../scripts/formats/formats.ts";
import type { Json } from "../../scripts/json/json.ts";
import { hasErrors } from "../../scripts/report/diagnostic.ts";
import { evaluate } from "../../scripts/schema/evaluate.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { ourValidators, toVerdict } from "../../scripts/verify/validators.ts";
import { writeSchemas } from "../support/build.ts";
import { createContext } from "../support/codegen.ts";
import { eventOf } from "../support/eventOf.ts";
import { Random } from "../support/oracles/random.ts";
import { randomSchema, randomValue } from "../support/randomSchemas.ts";
import { runs } from "../support/runs.ts";

const to = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** The ways in which a schema can be made of others; `a` and `b` have titles, `c` has none. */
const compositions: readonly ((random: Random) => Schema)[] = [
  () => ({ allOf: [to("a"), to("c")] }),
  (random) => ({ ...randomSchema(random, 2), ...to("a") }),
  (random) => ({ allOf: [randomSchema(random, 2), randomSchema(random, 2)] }),
  (random) => ({ allOf: [to("a"), to("b"), randomSchema(random, 1)] }),
  () => ({ anyOf: [to("a"), to("b"), { type: "null" }] }),
  () => ({ type: "object", properties: { a: to("a"), b: to("b"), c: { ...to("c"), not: { type: "null" } } } }),
  () => ({ type: "object", additionalProperties: to("a"), propertyNames: { maxLength: 9 } }),
  () => ({ type: "array", prefixItems: [to("a"), to("c")], items: to("b"), uniqueItems: true }),
  () => ({ if: to("a"), then: to("b"), else: to("c") }),
];

/** An Ajv that reads decimals, and unique items behind a tuple, as the standard does. */
function compile(schema: Schema): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, allErrors: true, validateSchema: false });
  for (const { name, regex } of formats.values()) ajv.addFormat(name, regex);
  for (const keyword of ["multipleOf", "uniqueItems"]) {
    const validate = (limit: unknown, value: Json): boolean => evaluate({ [keyword]: limit }, value).length === 0;
    ajv.removeKeyword(keyword).addKeyword({ keyword, validate });
  }
  const validate = ajv.compile(schema);
  return (value) => validate(value) === true;
}

/** The four readings of an event. */
async function readings(
  event: Event,
  files: Awaited<ReturnType<typeof emitCode>>,
): Promise<((value: Json) => string)[]> {
  const [source, shared] = [compile(event.document.value as Schema), compile(sharedSchema(event, "2020-12"))];
  const ours = ourValidators(files)(event);
  return [
    (value) => toVerdict(source(value)),
    (value) => toVerdict(shared(value)),
    (value) => toVerdict(evaluate(event.schema, value).length === 0),
    ours,
  ];
}

const count = runs(40, 1000);

test(`${count} composed schemas, 60 payloads and their vectors each`, async () => {
  const { project, runtime } = createContext("", "");
  const random = new Random(20261126);
  const seen = { valid: 0, invalid: 0, used: 0 };
  for (let i = 0; i < count; i++) {
    const [a = {}, b = {}, c = {}] = Array.from({ length: 3 }, () => randomSchema(random, 2));
    const data = random.pick(compositions)(random);
    const schemas = eventOf(data, { a: { title: "Aa", ...a }, b: { title: "Bb", ...b }, c });
    const { catalog, diagnostics } = await loadCatalog(await writeSchemas(schemas));
    const [event] = catalog.events;
    // What contradicts itself is refused.
    if (event === undefined || hasErrors(diagnostics)) continue;
    seen.used++;
    const all = await readings(event, await emitCode({ catalog, project, runtime }));
    const about = (data.allOf?.[0] ?? data) as Schema;
    const random60 = Array.from({ length: 60 }, (): Json => ({ type: "t.x", data: randomValue(random, about) }));
    const vectors = makeVectors(event).tests.slice(0, 150);
    for (const value of [...random60, ...vectors.map((vector) => vector.data)]) {
      const verdicts = all.map((read) => read(value));
      expect(new Set(verdicts).size, `${JSON.stringify(schemas)}\n${JSON.stringify(value)}\n${verdicts.join()}`).toBe(
        1,
      );
      seen[verdicts[0] === "valid" ? "valid" : "invalid"]++;
    }
  }
  expect(seen.used).toBeGreaterThan(count / 5);
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan((seen.valid + seen.invalid) / 10);
});
