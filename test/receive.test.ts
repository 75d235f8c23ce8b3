// gigs-events/webhook: what it takes, what it refuses and with which words.
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { EventValidationError, GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { receive, secretKey, WebhookVerificationError } from "../generated/webhook.js";
import { headersOf, rejectionOf, secretOf, sent, signatureBy, textsOf } from "./support/delivery.ts";
import { example, exampleText, exampleWith } from "./support/example.ts";

const secret = secretOf("a secret of twenty-four b");
const other = secretOf("another secret of its own");
const now = sent.date;
const headers = headersOf(secret, exampleText);
const { id, signature } = { id: headers["webhook-id"] ?? "", signature: headers["webhook-signature"] ?? "" };
const bytes = new TextEncoder().encode(exampleText);
const usual = { body: exampleText, headers, secret, now };

type Options = Parameters<typeof receive>[1];
const received = (changes: Readonly<Record<string, unknown>>): Promise<unknown> =>
  receive(GigsEvent, { ...usual, ...changes } as Options);
/** The reason of a refusal; the name of another error. */
const refusalOf = async (changes: Readonly<Record<string, unknown>>): Promise<string> => {
  const error = await rejectionOf(received(changes));
  return error instanceof WebhookVerificationError ? error.reason : (error as Error).name;
};
const renamed = (to: (name: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [to(name), value]));

/** A text with another character at an index. */
const changed = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);

afterEach(() => vi.unstubAllGlobals());

describe("is received", () => {
  const foreign = (code: string): unknown => runInNewContext(code, { bytes: [...bytes] });
  test.each<[what: string, changes: Readonly<Record<string, unknown>>]>([
    ["a string", {}],
    ["a Buffer", { body: Buffer.from(exampleText) }],
    ["a part of a buffer", { body: new TextEncoder().encode(`[${exampleText}]`).subarray(1, -1) }],
    ["an ArrayBuffer", { body: bytes.slice().buffer }],
    ["a Uint8Array of another realm", { body: foreign("new Uint8Array(bytes)") }],
    ["an ArrayBuffer of another realm", { body: foreign("new Uint8Array(bytes).buffer") }],
    ["Headers", { headers: new Headers(headers) }],
    ["a Map", { headers: new Map(Object.entries(headers)) }],
    ["names in upper case", { headers: renamed((name) => name.toUpperCase()) }],
    ["what Node gives", { headers: { ...headers, cookie: undefined, "set-cookie": ["a", "b"], "webhook-id": [id] } }],
    ["a header called get", { headers: { ...headers, get: "it" } }],
    ["svix-", { headers: renamed((name) => name.replace("webhook-", "svix-")) }],
    [
      "svix- beside two of webhook-",
      {
        headers: {
          ...headersOf(secret, exampleText, { prefix: "svix-" }),
          "webhook-id": "x",
          "webhook-timestamp": "1",
        },
      },
    ],
    [
      "webhook- beside svix-",
      { headers: { ...headers, "svix-id": "x", "svix-timestamp": "1", "svix-signature": "x" } },
    ],
    ["a secret without whsec_", { secret: secret.replace("whsec_", "") }],
    ["the second of two secrets", { secret: [other, secret] }],
    [
      "the second of two signatures",
      { headers: { ...headers, "webhook-signature": `${signatureBy(other, "x")} ${signature}` } },
    ],
    ["one beside other versions", { headers: { ...headers, "webhook-signature": `v1a,AAAA ${signature} v2,x` } }],
    ["300 seconds late", { now: new Date(now.getTime() + 300_000) }],
    ["300 seconds early", { now: new Date(now.getTime() - 300_000) }],
    ["an hour late, where that is tolerated", { now: new Date(now.getTime() + 3_600_000), tolerance: 3600 }],
  ])("%s", async (_, changes) => {
    expect(await received(changes)).toEqual(example());
  });

  test("with a key, and with one that stands beside a secret", async () => {
    const key = await secretKey(secret);
    expect(await received({ secret: key })).toEqual(example());
    expect(await received({ secret: [other, key] })).toEqual(example());
    expect(await refusalOf({ secret: await secretKey(other) })).toBe("no-matching-signature");
    expect([key.extractable, key.usages, JSON.stringify(key)]).toEqual([false, ["sign"], "{}"]);
  });

  test("by one event, and by anything that parses", async () => {
    expect(await receive(PortOutCredentialsIssuedEvent, usual)).toEqual(example());
    expect(await receive({ parse: (json) => json }, usual)).toEqual(bytes);
    expect(await receive({ parse: (json) => json }, { ...usual, body: bytes })).toEqual(bytes);
  });

  test("from what was signed: half a surrogate pair is signed as U+FFFD, and is received as that", async () => {
    const signed = exampleText.replace('"1234"', '"\ufffd"');
    const body = exampleText.replace('"1234"', '"\ud800"');
    const event = exampleWith({ "/data/accountPin": "\ufffd" });
    expect(signed).not.toBe(exampleText);
    expect(await received({ body, headers: headersOf(secret, signed) })).toEqual(event);
  });

  test("as it was when it came, whatever is done to the buffer meanwhile", async () => {
    const body = bytes.slice();
    const promise = received({ body });
    body.fill(0);
    expect(await promise).toEqual(example());
  });
});

describe("is refused", () => {
  const stamped = (timestamp: string): Readonly<Record<string, unknown>> => ({
    headers: headersOf(secret, exampleText, { timestamp }),
  });
  const signedAs = (text: string): Readonly<Record<string, unknown>> => ({
    headers: { ...headers, "webhook-signature": text },
  });
  const reasons: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> = {
    "missing-header": {
      "no header": { headers: {} },
      "no id": { headers: { ...headers, "webhook-id": undefined } },
      "an empty id": { headers: { ...headers, "webhook-id": "" } },
      "no timestamp": { headers: { ...headers, "webhook-timestamp": undefined } },
      "no signature": { headers: { ...headers, "webhook-signature": [] } },
      "mixed prefixes": { headers: { ...headers, "webhook-id": undefined, "svix-id": id } },
      "inherited headers": { headers: Object.create(headers) as unknown },
    },
    "bad-timestamp": Object.fromEntries(
      [
        "123abc",
        "-1700000000",
        "+1700000000",
        "1.7e9",
        "1700000000.0",
        " 1700000000",
        "1700000000 ",
        "1700000000\n",
        "0x5f5e100",
        "1700000000000",
        "١٧٠٠٠٠٠٠٠٠",
        "NaN",
        "1700000000,1700000000",
      ].map((text) => [text, stamped(text)]),
    ),
    stale: {
      "301 seconds late": { now: new Date(now.getTime() + 301_000) },
      "301 seconds early": { now: new Date(now.getTime() - 301_000) },
      "a second late, where none is tolerated": { now: new Date(now.getTime() + 1_000), tolerance: 0 },
      "a time that is none": { now: new Date(Number.NaN) },
      "a tolerance that is none": { tolerance: Number.NaN },
      "by the clock": { now: undefined },
    },
    "no-matching-signature": {
      "another secret": { secret: other },
      "several other secrets": { secret: [other, secretOf("a third")] },
      "no v1": signedAs(signature.replace("v1,", "v1a,")),
      "no version": signedAs(signature.slice(3)),
      "a part after it": signedAs(`${signature},x`),
      "no padding": signedAs(signature.replace(/=+$/, "")),
      "other trailing bits": signedAs(
        signature.replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`),
      ),
      base64url: signedAs(signature.replaceAll("+", "-").replaceAll("/", "_").replace("=", "")),
      "a comma between two": signedAs(`${signature},${signature}`),
      "headers of two signatures": { headers: { ...headers, "webhook-signature": [signature, signature] } },
      "two ids": { headers: { ...headers, "webhook-id": [id, id] } },
      "a text around": { body: ` ${exampleText}` },
      "a byte order mark": { body: `\uFEFF${exampleText}` },
    },
    "bad-secret": Object.fromEntries(
      [
        "",
        "whsec_",
        " ",
        undefined,
        null,
        true,
        42,
        [],
        {},
        [[]],
        [secret, ""],
        "whsec_whsec_AAAA",
        "AAAAwhsec_",
        "WHSEC_AAAA",
        "whsk_AAAA",
        `${secret} `,
        `${secret}\n`,
        ` ${secret}`,
        "whsec_AA AA",
        "whsec_AA",
        "whsec_AAA",
        "whsec_AA=",
        "whsec_AB==",
        "whsec_AAB=",
        "whsec_A===",
        "whsec_AAAA====",
        "whsec_-_-_",
        "whsec_ÿ",
      ].map((value) => [JSON.stringify(value) ?? "undefined", { secret: value }]),
    ),
    TypeError: {
      "a parsed body": { body: example() },
      "no body": { body: undefined },
      null: { body: null },
      "other bytes": { body: new Uint16Array(2) },
      "a DataView": { body: new DataView(new ArrayBuffer(2)) },
      "a boxed string": { body: Object("{}") as unknown },
    },
  };
  const rows = Object.entries(reasons).flatMap(([reason, given]) =>
    Object.entries(given).map(([what, changes]) => ({ reason, what, changes })),
  );
  test.each(rows)("$reason: $what", async ({ reason, changes }) => {
    expect(await refusalOf(changes)).toBe(reason);
  });

  test.each<[reason: string, changes: Readonly<Record<string, unknown>>, message: string]>([
    [
      "missing-header",
      { headers: {} },
      "webhook-id, -timestamp and -signature must be there, or all of svix-: pass all headers.",
    ],
    ["bad-timestamp", stamped("x"), "webhook-timestamp must be seconds since 1970, 1 to 12 digits."],
    [
      "bad-timestamp",
      { headers: headersOf(secret, exampleText, { prefix: "svix-", timestamp: "x" }) },
      "svix-timestamp must be seconds since 1970, 1 to 12 digits.",
    ],
    ["stale", { now: new Date(0) }, "webhook-timestamp must be within 300 seconds of now: check the clock."],
    ["no-matching-signature", { secret: other }, "webhook-signature must match secret and raw body: check both."],
    ["bad-secret", { secret: "" }, "secret must be whsec_ and padded base64, or a key of secretKey: copy it anew."],
    [
      "TypeError",
      { body: {} },
      'body must be raw text or bytes, not parsed: express.raw({ type: "application/json" }); Fastify: addContentTypeParser, parseAs "buffer"; Next: request.arrayBuffer(); Lambda: see isBase64Encoded.',
    ],
  ])("with words of its own: %s", async (_, changes, message) => {
    expect(await rejectionOf(received(changes))).toHaveProperty("message", message);
  });

  test("without WebCrypto, in one sentence", async () => {
    for (const crypto of [{}, undefined]) {
      vi.stubGlobal("crypto", crypto);
      expect(await rejectionOf(received({}))).toHaveProperty(
        "message",
        "crypto.subtle is missing: use https, or Node 20.",
      );
    }
  });

  test("as an event only after its signature was verified", async () => {
    for (const body of ["{", "null", JSON.stringify(exampleWith({ "/type": "com.gigs.new" }))]) {
      expect(await rejectionOf(received({ body, headers: headersOf(secret, body) }))).toBeInstanceOf(
        EventValidationError,
      );
      expect(await refusalOf({ body })).toBe("no-matching-signature");
    }
    const body = Buffer.concat([bytes, Buffer.from([0xff])]);
    expect(await rejectionOf(received({ body, headers: headersOf(secret, body) }))).toHaveProperty(
      "reason",
      "not-utf8",
    );
  });
});

test("whichever character of a delivery is changed, it is refused", async () => {
  const accepted: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    for (let at = 0; at < value.length; at++) {
      const outcome = await refusalOf({ headers: { ...headers, [name]: changed(value, at) } });
      if (!["bad-timestamp", "stale", "no-matching-signature"].includes(outcome)) accepted.push(`${name} ${at}`);
    }
  }
  for (let at = 0; at < bytes.length; at++) {
    const body = bytes.slice();
    body[at] = (body[at] ?? 0) ^ 1;
    if ((await refusalOf({ body })) !== "no-matching-signature") accepted.push(`byte ${at}`);
    if ((await refusalOf({ body: changed(exampleText, at) })) !== "no-matching-signature")
      accepted.push(`character ${at}`);
  }
  expect(accepted).toEqual([]);
});

test("what is cut off or put elsewhere is refused", async () => {
  const [start, ...rest] = exampleText;
  const moved: readonly Readonly<Record<string, unknown>>[] = [
    { body: "" },
    { body: exampleText.slice(1) },
    { body: exampleText.slice(0, -1) },
    { body: `${exampleText} ` },
    { headers: { ...headers, "webhook-id": `${id}.` } },
    { headers: { ...headers, "webhook-id": `${id}.${sent.seconds}.${start}` }, body: rest.join("") },
    { headers: { ...headers, "webhook-signature": signature.slice(0, -1) } },
    { headers: { ...headers, "webhook-signature": `${signature}A` } },
  ];
  expect(new Set(await Promise.all(moved.map(refusalOf)))).toEqual(new Set(["no-matching-signature"]));
});

test("no error holds the secret, the body, a signature or an id", async () => {
  const marked = { secret: "5ecre7Mark", id: "idMark", body: "b0dyMark" };
  const bad = secretOf(marked.secret);
  const text = JSON.stringify(exampleWith({ "/data/accountPin": marked.body }));
  const own = headersOf(bad, text, { id: marked.id });
  const base = { body: text, headers: own, secret: bad };
  const cases: readonly Readonly<Record<string, unknown>>[] = [
    { ...base, secret: `${bad}!` },
    { ...base, secret: [bad, `${bad}\n`] },
    { ...base, secret: other },
    { ...base, headers: { ...own, "webhook-timestamp": "t1meMark" } },
    { ...base, headers: { ...own, "webhook-signature": "" } },
    { ...base, now: new Date(0) },
    { ...base, body: JSON.parse(text) as unknown },
    { ...base, body: text.slice(1) },
    { ...base, body: text.slice(1), headers: headersOf(bad, text.slice(1), { id: marked.id }) },
  ];
  const secrets = [bad.slice(6, -4), ...Object.values(marked), "t1meMark", own["webhook-signature"]?.slice(3) ?? ""];
  for (const changes of cases) {
    const error = await rejectionOf(received(changes));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toHaveProperty("cause");
    for (const mark of secrets) expect(textsOf(error)).not.toContain(mark);
  }
});
