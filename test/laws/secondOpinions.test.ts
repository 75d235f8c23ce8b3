// Our formats and other people's: where they differ, a table says why.
import { describe, expect, test } from "vitest";
import { formats } from "../../scripts/formats/formats.ts";
import { candidates } from "../support/oracles/candidates.ts";
import { mutate } from "../support/oracles/mutate.ts";
import { Random } from "../support/oracles/random.ts";
import { runs } from "../support/runs.ts";
import { opinions } from "../support/secondOpinions.ts";

// Other texts at every run; a failure says which seed brings its texts back.
const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 32);

const ascii = String.fromCharCode(...Array(128).keys());

test("every format has a second opinion", () => {
  expect(new Set(opinions.map(({ format }) => format))).toEqual(new Set(formats.keys()));
});

describe.each(opinions)("$format by $by", ({ format, says, differences }) => {
  const { regex, valid, invalid } = formats.get(format)!;

  function* texts(): Generator<string> {
    yield* valid;
    yield* invalid;
    const random = new Random(seed);
    for (let run = 0; run < runs(3000, 300_000); run++) {
      const text = random.percent(20) ? random.pick([...valid, ...invalid]) : candidates[format]!(random);
      yield random.percent(40) ? text : mutate(text, random.pick([1, 1, 1, 2, 3]), ascii, random);
    }
  }

  test("the verdicts are the same but for the differences of the table", () => {
    for (const text of texts()) {
      const ours = regex.test(text);
      if (says(text) === ours || differences.some((one) => one.ours === ours && one.kind.test(text))) continue;
      expect.fail(`ours says ${ours}, with TEST_SEED=${seed}: ${JSON.stringify(text)}`);
    }
  });

  test.each(differences)("$why", ({ ours, kind, example }) => {
    expect([regex.test(example), says(example), kind.test(example)]).toEqual([ours, !ours, true]);
  });
});
