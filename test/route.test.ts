// Handlers by the type of an event: which is called, with what, and what comes back.
import { describe, expect, test } from "vitest";
import { GigsEvent, GigsEventEnvelope } from "../generated/index.js";
import { route } from "../generated/webhook.js";
import { example, exampleText, exampleWith } from "./support/example.ts";

type Sent = { readonly type: "t.sent"; readonly id: string };
type Gone = { readonly type: "t.gone"; readonly id: string };
const sent = { type: "t.sent", id: "1" } as Sent | Gone;
const gone = { type: "t.gone", id: "2" } as Sent | Gone;

const handlers = { "t.sent": ({ id }: Sent) => `sent ${id}` };
const toOther = (envelope: unknown): unknown => ["other", envelope];
const fallback = ({ id }: { readonly id: string }): string => `other ${id}`;

test("the handler of the type is called, or the fallback", () => {
  expect([sent, gone].map((event) => route(event, handlers, fallback))).toEqual(["sent 1", "other 2"]);
});

test("what a handler gives is given back: a promise, nothing, or what it throws", async () => {
  expect(await route(sent, { "t.sent": async ({ id }) => id }, () => Promise.resolve("other"))).toBe("1");
  expect(route(sent, { "t.sent": () => undefined }, fallback)).toBeUndefined();
  expect(() =>
    route(
      sent,
      {
        "t.sent": () => {
          throw new RangeError("mine");
        },
      },
      fallback,
    ),
  ).toThrow(RangeError);
});

test("a handler is called as a method of its object", () => {
  const counting = {
    count: 0,
    "t.sent"(): number {
      return ++this.count;
    },
  };
  expect([route(sent, counting as never, fallback), counting.count]).toEqual([1, 1]);
});

describe("only handlers of the object itself count", () => {
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("%s is no handler", (type) => {
    expect(route({ type, id: "3" } as never, handlers as never, fallback)).toBe("other 3");
  });

  test("what an object inherits is none either, and what is undefined is not called", () => {
    const inherited = Object.create({ "t.sent": () => "inherited" }) as object;
    expect(route(sent, inherited as never, fallback)).toBe("other 1");
    expect(route(sent, { "t.sent": undefined } as never, fallback)).toBe("other 1");
  });
});

test("of what may be newer than the package the event is handled, and the envelope comes to the fallback", () => {
  const known = GigsEventEnvelope.parseWith(GigsEvent, exampleText);
  const newer = exampleWith({ "/type": "com.gigs.sim.newer" });
  const unknown = GigsEventEnvelope.parseWith(GigsEvent, JSON.stringify(newer));
  const byType = { [String(example()["type"])]: (event: unknown) => ["handled", event] };
  expect([known, unknown].map((received) => route(received, byType as never, toOther))).toEqual([
    ["handled", example()],
    ["other", newer],
  ]);
});

test("an event that has members named like those around one is an event", () => {
  const event: object = { ...sent, known: false, event: gone, envelope: gone };
  expect(route(event as Sent | Gone, handlers, fallback)).toBe("sent 1");
});
