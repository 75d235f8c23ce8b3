// Events that are newer than the package: what all events share is enough to store one, and to know it again.
import { describe, expect, test } from "vitest";
import { EventValidationError, GigsEvent, GigsEventEnvelope } from "../generated/index.js";
import { receive, WebhookVerificationError } from "../generated/webhook.js";
import { headersOf, rejectionOf, secretOf, sent } from "./support/delivery.ts";
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
