// The parts of `npm run bench -- validators` that a figure stands on.
import { describe, expect, test } from "vitest";
import { PortOutCredentialsIssuedEvent } from "../generated/events/com.gigs.portOutCredentials.issued.js";
import { sign } from "../generated/webhook.js";
import { createCatalogue } from "./bench/catalogue.ts";
import { is as byHand } from "./bench/contestants/by-hand.js";
import { is as byHandInherited } from "./bench/contestants/by-hand-inherited.js";
import { receiveByHand } from "./bench/contestants/receive-by-hand.js";
import { limits } from "./bench/contestants.ts";
import { difference, pair, ratio, renderFigures, summarize } from "./bench/figures.ts";
import { createWorkloads } from "./bench/payloads.ts";
import { secretOf } from "./support/delivery.ts";
import { example, exampleText } from "./support/example.ts";

describe("the catalogue", () => {
  const catalogue = createCatalogue();
  const under = (folder: string): Record<string, unknown>[] =>
    Object.entries(catalogue).flatMap(([path, schema]) => (path.startsWith(folder) ? [schema] : []));

  test("is the same for the same seed, and another for another", () => {
    expect(createCatalogue()).toEqual(catalogue);
    expect(createCatalogue(112, 2)).not.toEqual(catalogue);
  });

  test("has 112 events over 27 objects of 8 members, described in 60 characters", () => {
    expect([under("events/").length, under("objects/").length]).toEqual([112, 27]);
    expect(
      new Set(under("events/").map(({ properties }) => (properties as { data: { $ref: string } }).data.$ref)).size,
    ).toBe(27);
    for (const { properties } of under("objects/")) {
      const members = Object.values(properties as Record<string, { description: string }>);
      expect(members.map(({ description }) => description.length)).toEqual(Array(8).fill(60));
    }
  });

  test("with one event more is the same but for that event", () => {
    expect(Object.entries(createCatalogue(113)).slice(0, -1)).toEqual(Object.entries(catalogue));
  });
});

describe("figures", () => {
  test.each([
    { runs: [2, 2, 2], others: [1, 1, 1], compare: ratio, want: { median: 2, lowest: 2, highest: 2 } },
    // The ratio of the medians would be 1.
    { runs: [1, 2, 9], others: [2, 1, 3], compare: ratio, want: { median: 2, lowest: 0.5, highest: 3 } },
    { runs: [1, 2], others: [1, 1], compare: ratio, want: { median: 1.5, lowest: 1, highest: 2 } },
    { runs: [30, 10, 25], others: [20, 9, 20], compare: difference, want: { median: 5, lowest: 1, highest: 10 } },
  ])("runs $runs paired with $others", ({ runs, others, compare, want }) => {
    expect(pair(runs, others, compare)).toEqual(want);
  });

  test("runs that lack a partner are refused", () => {
    expect(() => pair([1, 2], [1], ratio)).toThrow("2 runs cannot be paired with 1");
  });

  test("stand beside their limits", () => {
    const figure = { what: "tarball", unit: "bytes", limit: 30_000 } as const;
    const measured = [summarize([12_345]), summarize([40_000]), undefined];
    expect(
      renderFigures(measured.map((spread) => ({ ...figure, measured: spread })))
        .split("\n")
        .slice(2),
    ).toEqual([
      "| tarball, bytes | 12,345 | 30,000 | met |",
      "| tarball, bytes | 40,000 | 30,000 | **missed** |",
      "| tarball, bytes | missing | 30,000 |  |",
    ]);
  });
});

describe("validators written by hand", () => {
  const validators = [PortOutCredentialsIssuedEvent.is, byHand, byHandInherited];
  const workloads = Object.entries(createWorkloads(500));

  test("every workload has a limit", () => {
    expect([...new Set(limits.map(({ workload }) => workload))]).toEqual(workloads.map(([name]) => name));
  });

  test.each(workloads)("give the verdicts of the package: %s", (_, { valid, texts }) => {
    for (const is of validators) expect(new Set(texts.map((text) => is(JSON.parse(text))))).toEqual(new Set([valid]));
  });

  test.each([
    { what: "a member that is inherited", value: Object.create(example()) as object, verdicts: [false, true] },
    { what: "no prototype", value: Object.assign(Object.create(null) as object, example()), verdicts: [true, true] },
    { what: "an array", value: Object.assign([], example()), verdicts: [false, false] },
  ])("know their rule about inherited members: $what", ({ value, verdicts }) => {
    expect([byHand(value), byHandInherited(value)]).toEqual(verdicts);
  });

  test("ask for own members where Object.prototype has some", () => {
    const { version, ...rest } = example();
    const verdicts = (): boolean[] => [byHand(rest), byHandInherited(rest), byHand(example())];
    Object.assign(Object.prototype, { version });
    try {
      expect(verdicts()).toEqual([false, true, true]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "version");
    }
  });
});

test("what receives by hand verifies and parses too", async () => {
  const secret = secretOf("a secret of twenty-four b");
  for (const body of [exampleText, new TextEncoder().encode(exampleText)]) {
    const headers = await sign(body, secret, { id: "msg_1", timestamp: new Date() });
    expect(await receiveByHand(body, headers, secret)).toEqual(example());
    await expect(receiveByHand(body, headers, secretOf("another"))).rejects.toThrow("wrong signature");
  }
});
