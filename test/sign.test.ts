// gigs-events/webhook: what signing gives and refuses, and that both builds are one.
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { EventValidationError, GigsEvent } from "../generated/index.js";
import * as esm from "../generated/webhook.js";
import { headersOf, rejectionOf, secretOf, sent } from "./support/delivery.ts";
import { example, exampleText } from "./support/example.ts";

const cjs = createRequire(import.meta.url)("../generated/webhook.cjs") as typeof esm;
const { secretKey, sign, WebhookVerificationError } = esm;
const secret = secretOf("a secret of twenty-four b");
const now = sent.date;
const headers = headersOf(secret, exampleText);
const bytes = new TextEncoder().encode(exampleText);

describe("sign", () => {
  const delivery = { id: "msg_1", timestamp: now };

  test.each([exampleText, "", bytes, Buffer.from(bytes), bytes.slice().buffer])(
    "signs text and bytes",
    async (body) => {
      const text = typeof body === "string" ? body : new Uint8Array(body);
      for (const by of [secret, await secretKey(secret)])
        expect(await sign(body, by, delivery)).toEqual(headersOf(secret, text));
    },
  );

  test("of the time the seconds count", async () => {
    const timestamp = new Date(now.getTime() + 999);
    expect(await sign(exampleText, secret, { ...delivery, timestamp })).toEqual(headers);
  });

  test.each(["", "a.b", "a b", " a", "a\n", "a\0", "ä", "a\u2028", "\u{1f600}", undefined as unknown as string])(
    "refuses the id %j",
    async (wrong) => {
      const error = await rejectionOf(sign(exampleText, secret, { ...delivery, id: wrong }));
      expect([error instanceof TypeError, (error as Error).message]).toEqual([
        true,
        "id has to be a text of visible ASCII characters without a dot, such as msg_1.",
      ]);
    },
  );

  test.each([Number.NaN, -1, 8.64e15])("refuses the time %d", async (time) => {
    const error = await rejectionOf(sign(exampleText, secret, { ...delivery, timestamp: new Date(time) }));
    expect(error).toEqual(new TypeError("timestamp has to be a Date from 1970 on."));
  });

  test("refuses a secret that is none and a body that is parsed", async () => {
    expect(await rejectionOf(sign(exampleText, "x", delivery))).toHaveProperty("reason", "bad-secret");
    expect(await rejectionOf(sign({} as string, secret, delivery))).toBeInstanceOf(TypeError);
  });
});

test("both builds do the same and know each other's errors", async () => {
  for (const build of [esm, cjs]) {
    const signed = await build.sign(exampleText, secret, { id: "msg_1", timestamp: now });
    expect(await build.receive(GigsEvent, { body: exampleText, headers: signed, secret, now })).toEqual(example());
    const error = await rejectionOf(build.receive(GigsEvent, { body: "", headers, secret, now }));
    for (const { WebhookVerificationError: known } of [esm, cjs]) expect(error).toBeInstanceOf(known);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "WebhookVerificationError", reason: "no-matching-signature" });
    expect(error).not.toBeInstanceOf(EventValidationError);
  }
  for (const value of [new Error("x"), { reason: "stale" }, null, undefined, "x"])
    expect(value).not.toBeInstanceOf(WebhookVerificationError);
});
