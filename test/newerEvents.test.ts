// Events that are newer than the package: what all events share is enough to store one, and to know it again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EventValidationError, GigsEvent, GigsEventEnvelope } from "../generated/index.js";
import { receive, WebhookVerificationError } from "../generated/webhook.js";
import { loadCatalog } from "../scripts/catalog/catalog.ts";
import { emitEnvelope } from "../scripts/emit/envelope.ts";
import { findCommon } from "../scripts/emit/validator.ts";
import { toProject } from "../scripts/project.ts";
import { readSources } from "../scripts/sources.ts";
import { generatePackage } from "./support/build.ts";
import { root } from "./support/codegen.ts";
import { headersOf, rejectionOf, secretOf, sent } from "./support/delivery.ts";
import { eventOf } from "./support/eventOf.ts";
import { example, exampleText, exampleWith } from "./support/example.ts";

const newer = { "/type": "com.gigs.sim.newer", "/data": { object: "sim", secret: "9281" } };
const text = (changes: Readonly<Record<string, unknown>>): string => JSON.stringify(exampleWith(changes));
const [, Single] = Object.entries(await import("../generated/index.js")).find(
  ([, value]) => "type" in value,
) as unknown as [string, { type: string; parse: (json: string | Uint8Array) => { type: string } }];

describe("parseWith", () => {
  test.each<[name: string, changes: Readonly<Record<string, unknown>>, want: object]>([
    ["a known event", {}, { known: true, event: example(), versionKnown: true }],
    [
      "a known event of another version",
      { "/version": "2031-01-01" },
      { known: true, event: exampleWith({ "/version": "2031-01-01" }), versionKnown: false },
    ],
    ["an event of another type", newer, { known: false, envelope: exampleWith(newer), versionKnown: true }],
    [
      "an event of another type and version",
      { ...newer, "/version": "2031-01-01" },
      { known: false, envelope: exampleWith({ ...newer, "/version": "2031-01-01" }), versionKnown: false },
    ],
    [
      "an event whose type is named like what objects inherit",
      { ...newer, "/type": "constructor" },
      { known: false, envelope: exampleWith({ ...newer, "/type": "constructor" }), versionKnown: true },
    ],
  ])("%s", (_, changes, want) => {
    expect(GigsEventEnvelope.parseWith(GigsEvent, text(changes))).toEqual(want);
    expect(GigsEventEnvelope.parseWith(GigsEvent, new TextEncoder().encode(text(changes)))).toEqual(want);
  });

  test("with one event, those of other types have an envelope too", () => {
    expect(GigsEventEnvelope.parseWith(Single, text({ "/type": Single.type }))).toMatchObject({ known: true });
    expect(GigsEventEnvelope.parseWith(Single, text(newer))).toMatchObject({ known: false });
  });

  test.each<[name: string, json: string, reason: string]>([
    ["no JSON", "{", "not-json"],
    ["no object", "[]", "invalid"],
    ["no type", text({ "/type": 5 }), "invalid"],
    ["a known event that is invalid", text({ "/data": {} }), "invalid"],
    ["an event of another type without what all share", text({ ...newer, "/id": "" }), "invalid"],
  ])("refuses %s", (_, json, reason) => {
    const thrown = ((): unknown => {
      try {
        return GigsEventEnvelope.parseWith(GigsEvent, json);
      } catch (error) {
        return error;
      }
    })();
    expect([thrown instanceof EventValidationError, thrown]).toEqual([true, expect.objectContaining({ reason })]);
  });

  test("an error of another kind is none of a payload", () => {
    const broken = {
      parse: (): never => {
        throw new RangeError("mine");
      },
    };
    expect(() => GigsEventEnvelope.parseWith(broken, exampleText)).toThrow(RangeError);
  });
});

test("the envelope has the verbs of an event", () => {
  expect([GigsEventEnvelope.is(exampleWith(newer)), GigsEventEnvelope.is({}), GigsEventEnvelope.is(null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(GigsEventEnvelope.validate({ ...example(), time: 5 })).toMatchObject({ issues: [{ pointer: "/time" }] });
  expect(GigsEventEnvelope["~standard"].jsonSchema.input({ target: "draft-2020-12" })).toMatchObject({
    title: "GigsEventEnvelope",
  });
});

/** The module of the envelope, of a project that names versions. */
const envelopeWith = async (versions: readonly string[]): Promise<string> => {
  const { project } = await readSources(root);
  const { catalog } = await loadCatalog(join(root, "schemas"));
  return emitEnvelope(catalog, { ...project, versions }, findCommon(catalog)).map(({ text: code }) => code)[0] ?? "";
};

describe("the versions that are known", () => {
  test("are those of package.json, else the one that the envelope names", async () => {
    expect(await envelopeWith(["2031-01-01", "2032-01-01"])).toContain('["2031-01-01","2032-01-01"], accepts');
    expect(await envelopeWith([])).toMatch(/\["\d{4}-\d\d-\d\d"\], accepts/);
  });

  test.each<[unknown]>([[5], [[5]], [{}], ["2031-01-01"]])("%j is no list of versions", async (versions) => {
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { codegen: object };
    const changed = { ...packageJson, codegen: { ...packageJson.codegen, versions } };
    expect(() => toProject(changed, "", "")).toThrow(/"versions" under "codegen" has to be a list of texts/);
  });
});

test("a package without an envelope has no companion of one, and says nothing of events that it does not know", async () => {
  const folder = await generatePackage(eventOf({ type: "object" }));
  expect(Object.keys((await import(join(folder, "index.js"))) as object).toSorted()).toEqual([
    "EventValidationError",
    "GigsEvent",
    "XEvent",
  ]);
  const { redact } = (await import(join(folder, "redact.js"))) as { redact: (event: unknown) => unknown };
  expect(redact({ type: "t.y", id: "9281" })).toEqual({});
});

describe("receive", () => {
  const secret = secretOf("a secret of twenty-four b");
  const receiveText = (body: string, headers = headersOf(secret, body)): Promise<unknown> =>
    receive(GigsEvent, { body, headers, secret, now: sent.date, unknown: GigsEventEnvelope });

  test("gives the event, or the envelope", async () => {
    expect(await receiveText(exampleText)).toEqual({ known: true, event: example(), versionKnown: true });
    expect(await receiveText(text(newer))).toEqual({
      known: false,
      envelope: exampleWith(newer),
      versionKnown: true,
    });
  });

  test("verifies first, and refuses what is no event", async () => {
    const unsigned = await rejectionOf(receiveText(text(newer), headersOf(secret, exampleText)));
    expect(unsigned).toBeInstanceOf(WebhookVerificationError);
    expect(await rejectionOf(receiveText("{}"))).toBeInstanceOf(EventValidationError);
  });
});
