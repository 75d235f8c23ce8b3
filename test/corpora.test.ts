// The parts of `npm run corpora` that a figure stands on, on small schemas: the corpus need not be installed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../scripts/json/json.ts";
import { formats } from "../scripts/formats/formats.ts";
import { isMet, renderFigures } from "./bench/figures.ts";
import { adapt, type Source, toEvent, withExamples } from "./corpora/adapt.ts";
import { createCatalogue } from "./corpora/catalogue.ts";
import { type Finding, findUnfit, summarize } from "./corpora/findings.ts";
import { compareChanges, shareUnknown } from "./corpora/inclusion.ts";
import { leaveOut } from "./corpora/leftOut.ts";
import { limits, toFigures } from "./corpora/limits.ts";
import { eventTitle, leafOf, objectFile, pascalCase, typeOf } from "./corpora/names.ts";
import { createOriginal } from "./corpora/original.ts";
import { repair } from "./corpora/repairs.ts";
import { compare, type Issue } from "./corpora/verdicts.ts";
import { draft07 } from "./support/fixed.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` });

/** Two leaves, of an event with actions and of one without, over an object. */
const source: Source = {
  $schema: draft07,
  definitions: {
    door$opened: {
      $schema: draft07,
      title: "door opened event",
      type: "object",
      required: ["action", "door"],
      properties: { action: { type: "string", enum: ["opened"] }, door: { ...ref("front-door"), description: "D." } },
    },
    ring$event: { type: "object", required: ["count"], properties: { count: { type: "integer" } } },
    door_event: { oneOf: [ref("door$opened")] },
    "front-door": {
      type: "object",
      required: ["at"],
      properties: {
        at: { type: "string", format: "date-time" },
        $ref: { type: "string", examples: ["#/definitions/nothing"] },
      },
      default: ref("nothing"),
    },
  },
};
const names = Object.keys(source.definitions);
const { files, counts } = adapt(source);

/** A schema but for its head. */
const untitled = (schema: JsonObject | undefined): JsonObject => ({ ...schema, $schema: "", title: "" });
/** The figures that are met. */
const metOf = (measured: Parameters<typeof toFigures>[0]): string[] =>
  toFigures(measured).flatMap((figure) => (isMet(figure) ? [figure.what] : []));
const finding = (rule: string, file: string, severity: Finding["severity"] = "error"): Finding => ({
  rule,
  severity,
  file,
  pointer: "/x",
  message: "M",
});
const issue = (keyword: string, message: string): Issue => ({ pointer: "/data/x", keyword, message });

describe("the adapter", () => {
  test("makes a file of each definition, and an event of each leaf", () => {
    expect([...files.keys()]).toEqual([
      ...names.map(objectFile),
      "events/github.door.opened.schema.json",
      "events/github.ring.schema.json",
    ]);
  });

  test("counts what it did", () => {
    expect(Object.fromEntries(counts)).toEqual({
      "definitions in files of their own": 4,
      "titles added": 3,
      "titles replaced by a name in PascalCase": 1,
      "$ref made paths": 2,
      "leaves wrapped as events, with a type": 2,
    });
  });

  test("undone, gives the definitions back: nothing else changed", () => {
    for (const [name, definition] of Object.entries(source.definitions)) {
      const text = JSON.stringify(untitled(files.get(objectFile(name))));
      const undone = text.replaceAll(/"\$ref":"([^"]+\.schema\.json)"/g, (_, path: string) => {
        return `"$ref":"#/definitions/${names.find((one) => objectFile(one) === `objects/${path}`)}"`;
      });
      expect(JSON.parse(undone)).toEqual(untitled(definition));
    }
  });

  test("leaves the source as it was", () => {
    const before = structuredClone(source);
    adapt(source);
    expect(source).toEqual(before);
  });

  test.each([
    { what: "a $ref to nothing", definitions: { a: ref("b") }, error: "$ref #/definitions/b leads to no definition" },
    {
      what: "a $ref out of the file",
      definitions: { a: { $ref: "other.json" } },
      error: "$ref other.json leads to no definition",
    },
    { what: "two names of one title", definitions: { "a-b": {}, a_b: {} }, error: "the title AB would be there twice" },
  ])("refuses $what", ({ definitions, error }) => {
    expect(() => adapt({ $schema: draft07, definitions: definitions as Source["definitions"] })).toThrow(error);
  });

  test("any definitions: as many files, and every $ref is the path of one", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const graph = fc.dictionary(name, fc.array(fc.nat(), { maxLength: 4 }), { minKeys: 1, maxKeys: 8 });
    fc.assert(
      fc.property(graph, (refs) => {
        const all = Object.keys(refs);
        const definitions = Object.fromEntries(
          Object.entries(refs).map(([one, to]) => [
            one,
            { allOf: to.map((index) => ref(all[index % all.length] as string)) },
          ]),
        );
        const made = adapt({ $schema: draft07, definitions }).files;
        expect(made.size).toBe(all.length);
        for (const [, { allOf }] of made)
          for (const { $ref } of allOf as JsonObject[]) expect(made.has(`objects/${String($ref)}`)).toBe(true);
      }),
    );
  });
});

describe("names", () => {
  test.each([
    ["pull_request$opened", "github.pull_request.opened", "PullRequestOpened", "GithubPullRequestOpenedEvent"],
    ["create$event", "github.create", "CreateEvent", "GithubCreateEvent"],
    [
      "projects_v2_item$edited",
      "github.projects_v2_item.edited",
      "ProjectsV2ItemEdited",
      "GithubProjectsV2ItemEditedEvent",
    ],
  ])("of %s", (leaf, type, title, event) => {
    expect([typeOf(leaf), pascalCase(leaf), eventTitle(typeOf(leaf))]).toEqual([type, title, event]);
  });

  test.each([
    ["door", "opened", "door$opened"],
    ["ring", undefined, "ring$event"],
    // An action that anybody may choose.
    ["ring", "twice", "ring$event"],
  ])("the leaf of %s, %s", (event, action, leaf) => {
    expect(leafOf(event, action, new Set(names))).toBe(leaf);
  });
});

describe("a catalogue", () => {
  const valid = { action: "opened", door: { at: "2022-02-21T19:38:34Z" } };
  const accepts = createOriginal(source);

  test("the original gives its verdict on the payload of a leaf", () => {
    const payloads = [valid, { action: "closed", door: valid.door }, { action: "opened", door: { at: "today" } }];
    expect(payloads.map((payload) => accepts("door$opened", payload))).toEqual([true, false, false]);
  });

  test("shows the first payload that is valid, else a sample", () => {
    const deliveries = [{}, valid, { ...valid, more: 1 }].map((payload) => ({ leaf: "door$opened", payload }));
    const made = createCatalogue({ source, deliveries }, accepts);
    const examples = ["door.opened", "ring"].map((type) => made.files.get(`events/github.${type}.schema.json`));
    expect(examples.map((schema) => schema?.["examples"])).toEqual([
      [toEvent("door$opened", valid)],
      [{ type: "github.ring", data: { count: expect.any(Number) as number } }],
    ]);
    expect([...made.counts.values()].slice(-4)).toEqual([1, 1, 0, 0]);
  });

  test("other files stay as they are beside examples", () => {
    const changed = [...withExamples(files, new Map([["ring$event", { count: 1 }]]))].filter(
      ([file, schema]) => schema !== files.get(file),
    );
    expect(changed.map(([file]) => file)).toEqual(["events/github.ring.schema.json"]);
  });

  test("without a file lacks all that refer to it", () => {
    const gone = [...files.keys()].filter((file) => !leaveOut(files, ["objects/front-door.schema.json"]).has(file));
    expect(gone).toEqual([
      "objects/door.opened.schema.json",
      "objects/door_event.schema.json",
      "objects/front-door.schema.json",
      "events/github.door.opened.schema.json",
    ]);
    expect(leaveOut(files, [])).toEqual(files);
  });

  test("a repair switches a rule off in one schema of one file", () => {
    const file = "objects/ring.event.schema.json";
    const row = { definition: "ring$event", rule: "values", why: "W.", file, keys: ["properties", "count"] };
    const repaired = repair(files, [row]);
    expect(repaired.get(file)?.["properties"]).toEqual({ count: { type: "integer", "x-lint-off": { values: "W." } } });
    expect([...repaired].filter(([path, schema]) => schema !== files.get(path)).map(([path]) => path)).toEqual([file]);
    expect(files.get(file)?.["properties"]).toEqual({ count: { type: "integer" } });
  });
});

describe("findings", () => {
  const findings = [
    finding("a", "objects/front-door.schema.json"),
    finding("b", "events/github.ring.schema.json"),
    finding("b", "events/github.ring.schema.json"),
    finding("c", "objects/door_event.schema.json", "warning"),
  ];

  test("are summed up by rule, errors first", () => {
    expect(summarize(findings).map(({ rule, count, files: of, first }) => [rule, count, of, first.length])).toEqual([
      ["b", 2, 1, 2],
      ["a", 1, 1, 1],
      ["c", 1, 1, 1],
    ]);
  });

  test("an error makes its definition unfit, and one in an event its leaf; a warning does not", () => {
    expect(findUnfit(findings, names)).toEqual(["ring$event", "front-door"]);
  });
});

describe("verdicts", () => {
  const narrowed = issue("format", `must be ${formats.get("uri")?.expected}`);
  const exact = issue("format", `must be ${formats.get("uuid")?.expected}`);
  const other = issue("type", "must be a string");

  test.each([
    { what: "both accept", original: true, issues: [], want: [1, 0, 0, 0] },
    { what: "both refuse", original: false, issues: [other], want: [0, 1, 0, 0] },
    { what: "a narrowing alone", original: true, issues: [narrowed], want: [0, 0, 1, 0] },
    { what: "a narrowing and more", original: true, issues: [narrowed, other], want: [0, 0, 0, 1] },
    { what: "a format that narrows nothing", original: true, issues: [exact], want: [0, 0, 0, 1] },
    { what: "only the original refuses", original: false, issues: [], want: [0, 0, 0, 1] },
  ])("$what", ({ original, issues, want }) => {
    const { valid, invalid, narrowed: documented, different } = compare([{ leaf: "ring$event", original, issues }]);
    expect([valid, invalid, documented.length, different.length]).toEqual(want);
  });
});

describe("inclusion", () => {
  test("every change is asked of in both orders, and always the same", () => {
    const compared = compareChanges([{ type: "string" }, { type: "integer", minimum: 1 }]);
    expect(compared.asked).toBe(1200);
    expect([...compared.counts.values()].reduce((a, b) => a + b)).toBe(1200);
    expect([...compared.counts.keys()]).toEqual(expect.arrayContaining(["yes", "no"]));
    expect(compareChanges([{ type: "string" }, { type: "integer", minimum: 1 }])).toEqual(compared);
  });

  test.each([
    { counts: { yes: 3, no: 1 }, share: 0 },
    { counts: { yes: 2, no: 1, "unknown, by not": 1 }, share: 25 },
    { counts: { yes: 2, "unknown, by not": 1, "unknown, by oneOf": 1 }, share: 50 },
  ])("of $counts, $share % are unknown", ({ counts: given, share }) => {
    expect(shareUnknown({ asked: 4, counts: new Map(Object.entries(given)) })).toBe(share);
  });
});

describe("figures", () => {
  test("one that was not measured is not met", () => {
    expect(metOf({})).toEqual([]);
  });

  test.each([
    { measured: { valid: 200 }, met: [limits.valid.what] },
    { measured: { valid: 199 }, met: [] },
    { measured: { different: 0, unfit: 5 }, met: [limits.unfit.what, limits.different.what] },
    { measured: { different: 1, unfit: 5.1 }, met: [] },
  ])("$measured", ({ measured, met }) => {
    expect(metOf(measured)).toEqual(met);
  });

  test("the least that there has to be is called so", () => {
    expect(renderFigures(toFigures({ valid: 199 }).filter(({ isLeast }) => isLeast))).toContain(
      "| payloads that both accept | 199 | at least 200 | **missed** |",
    );
  });
});
