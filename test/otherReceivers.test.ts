// gigs-events/webhook beside the packages of Standard Webhooks and of Svix: what one signs the others verify.
import { Webhook as Standard } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { describe, expect, test } from "vitest";
import { receive, sign } from "../generated/webhook.js";
import { createRandom } from "./bench/events.ts";
import { headersOf, rejectionOf, secretOf, signatureBy } from "./support/delivery.ts";
import { runs } from "./support/runs.ts";

/** Gives back what was verified: what is in it is not asked here. */
const verbatim = { parse: (json: string | Uint8Array) => json };
const theirs = { standardwebhooks: Standard, svix: Svix };
const secret = secretOf("a secret of twenty-four b");
/** They know no time but the clock's. */
const now = new Date();
const seconds = String(Math.floor(now.getTime() / 1000));

const random = createRandom(20_261_126);
const below = (limit: number): number => Math.floor(random() * limit);
/** A well-formed text of any characters, among them those beyond U+FFFF. */
function randomText(length: number): string {
  const widths = [0x80, 0x800, 0xd800, 0x110000];
  const points = Array.from({ length }, () => below(widths[below(4)] as number));
  return String.fromCodePoint(...points.map((point) => (point >= 0xd800 && point < 0xe000 ? 0xfffd : point)));
}
const randomSecret = (): string =>
  `whsec_${Buffer.from(Array.from({ length: 1 + below(80) }, () => below(256))).toString("base64")}`;

const bodies = [
  "",
  "{}",
  "\0",
  "\uFEFF{}",
  "\u{1f600}",
  "é",
  "a.1.b",
  "x".repeat(2 ** 20),
  "\u{10ffff}".repeat(2 ** 16),
];
const cases = [
  ...bodies.map((body) => ({ body, secret, id: "msg_1" })),
  ...Array.from({ length: runs(300, 20_000) }, () => ({
    body: randomText(below(200)),
    secret: randomSecret(),
    id: `msg_${random().toString(36).slice(2)}`,
  })),
];

describe.each(Object.entries(theirs))("%s", (name, Webhook) => {
  const prefix = name === "svix" ? "svix-" : "webhook-";

  test("what it signs is received", async () => {
    for (const { body, secret: key, id } of cases) {
      for (const form of [body, Buffer.from(body)]) {
        const signature = new Webhook(key).sign(id, now, form);
        const headers = { [`${prefix}id`]: id, [`${prefix}timestamp`]: seconds, [`${prefix}signature`]: signature };
        const received = await receive(verbatim, { body: form, headers, secret: key });
        expect(Buffer.from(received as string).equals(Buffer.from(body))).toBe(true);
      }
    }
  });

  test("it verifies what is signed", async () => {
    for (const { body, secret: key, id } of cases) {
      // It parses what it has verified.
      const text = JSON.stringify(body);
      for (const form of [text, Buffer.from(text)]) {
        const headers = await sign(form, key, { id, timestamp: now });
        expect(headers["webhook-signature"]).toBe(new Webhook(key).sign(id, now, form));
        expect(new Webhook(key).verify(form, { ...headers })).toBe(body);
      }
    }
  });
});

test("Standard Webhooks verifies what is signed, whatever it holds", async () => {
  for (const { body, secret: key, id } of cases)
    new Standard(key).verify(body, { ...(await sign(body, key, { id, timestamp: now })) }, { jsonParse: false });
});

describe("where ours is stricter", () => {
  const body = "{}";
  const headers = headersOf(secret, body, { timestamp: seconds });
  const signature = headers["webhook-signature"] ?? "";
  /** They sign the number that they read, and not the text. */
  const stamped = (text: string): Record<string, string> => ({ ...headers, "webhook-timestamp": text });
  const signedAs = (text: string): Record<string, string> => ({ ...headers, "webhook-signature": text });
  const short = "whsec_AAAA";

  interface Row {
    readonly what: string;
    readonly headers: Record<string, string>;
    readonly secret?: string;
    readonly by?: keyof typeof theirs;
    readonly reason: string;
  }
  const rows: readonly Row[] = [
    { what: "letters after the timestamp", headers: stamped(`${seconds}abc`), reason: "bad-timestamp" },
    { what: "a fraction of the timestamp", headers: stamped(`${seconds}.5`), reason: "bad-timestamp" },
    { what: "white space before the timestamp", headers: stamped(` ${seconds}`), reason: "bad-timestamp" },
    { what: "a sign before the timestamp", headers: stamped(`+${seconds}`), reason: "bad-timestamp" },
    { what: "more than twelve digits", headers: stamped(`000${seconds}`), reason: "bad-timestamp" },
    {
      what: "zeros before the timestamp, which were not signed",
      headers: stamped(`0${seconds}`),
      reason: "no-matching-signature",
    },
    { what: "a part after the signature", headers: signedAs(`${signature},x`), reason: "no-matching-signature" },
    {
      what: "mixed prefixes",
      headers: { "svix-id": "msg_1", "webhook-timestamp": seconds, "webhook-signature": signature },
      by: "svix",
      reason: "missing-header",
    },
    {
      what: "trailing bits in the secret",
      headers: headersOf("whsec_AA==", body, { timestamp: seconds }),
      secret: "whsec_AB==",
      reason: "bad-secret",
    },
    {
      what: "white space after the secret",
      headers: headersOf(short, body, { timestamp: seconds }),
      secret: `${short}\n`,
      reason: "bad-secret",
    },
  ];
  test.each(rows)("$what", async ({ headers: given, secret: key = secret, by = "standardwebhooks", reason }) => {
    const verdict = ((): string => {
      try {
        new theirs[by](key).verify(body, given);
        return "accepted";
      } catch (error) {
        return (error as Error).message;
      }
    })();
    const error = await rejectionOf(receive(verbatim, { body, headers: given, secret: key }));
    expect([verdict, (error as { reason?: string }).reason]).toEqual(["accepted", reason]);
  });

  test("no padding in a secret is refused by all", async () => {
    for (const Webhook of Object.values(theirs)) expect(() => new Webhook("whsec_AA")).toThrow("incorrect padding");
    const error = await rejectionOf(receive(verbatim, { body, headers, secret: "whsec_AA" }));
    expect(error).toHaveProperty("reason", "bad-secret");
  });

  test("zeros before a timestamp are received where they were signed; they would not verify that", async () => {
    const timestamp = `0${seconds}`;
    const given = headersOf(secret, body, { timestamp });
    expect(given["webhook-signature"]).toBe(signatureBy(secret, `msg_1.${timestamp}.`, body));
    expect(await receive(verbatim, { body, headers: given, secret })).toEqual(new TextEncoder().encode(body));
    expect(() => new Standard(secret).verify(body, given)).toThrow("No matching signature");
  });

  test("bytes that are not UTF-8 are signed as they are; theirs become other bytes first", async () => {
    const bytes = Buffer.from([0x22, 0xff, 0x22]);
    const given = await sign(bytes, secret, { id: "msg_1", timestamp: now });
    expect(given["webhook-signature"]).toBe(signatureBy(secret, `msg_1.${seconds}.`, bytes));
    expect(given["webhook-signature"]).not.toBe(new Standard(secret).sign("msg_1", now, bytes));
    expect(Buffer.from((await receive(verbatim, { body: bytes, headers: given, secret })) as Uint8Array)).toEqual(
      bytes,
    );
  });
});
