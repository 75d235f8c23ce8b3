// The README's main example, run as a process of its own and asked over HTTP on loopback.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { headersOf } from "./support/delivery.ts";
import { exampleText, exampleWith } from "./support/example.ts";
import { postEndless, type Server, startExample } from "./support/server.ts";

const secret = `whsec_${randomBytes(24).toString("base64")}`;
const credentials = { "/data/accountNumber": "number-4Tq8", "/data/accountPin": "pin-9Zx2" };
const secrets = [...Object.values(credentials), "9281"];
const eventText = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(exampleWith({ ...credentials, ...changes }));
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
let server: Server;

beforeAll(async () => {
  server = await startExample("webhook", { WEBHOOK_SECRET: secret });
});
afterAll(async () => server.stop());

interface Delivery {
  readonly body: string | Buffer<ArrayBuffer>;
  /** What was signed, where it is not the body. */
  readonly signed?: string;
  /** Seconds since it was sent. */
  readonly age?: number;
  /** What the names of the three headers begin with. */
  readonly prefix?: string;
}

/** Delivers as the Standard Webhooks scheme does; gives the answer, and what was printed since. */
async function deliver({
  body,
  signed,
  age = 0,
  prefix = "webhook-",
}: Delivery): Promise<{ status: number; text: string; printed: () => string }> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const headers = headersOf(secret, signed ?? body, { prefix, timestamp });
  const before = server.output().length;
  const response = await fetch(server.url, { method: "POST", body, headers });
  return { status: response.status, text: await response.text(), printed: () => server.output().slice(before) };
}

test("the README's main example is the code that runs here", () => {
  expect(read("README.md")).toContain(`\`\`\`ts\n${read("test/examples/webhook.ts")}\`\`\``);
});

test("a valid event is handled once, however often it is delivered", async () => {
  const first = await deliver({ body: exampleText });
  expect(first.status).toBe(204);
  const line = "1 can be ported out\n";
  await vi.waitFor(() => expect(first.printed()).toBe(line));
  expect((await deliver({ body: exampleText })).status).toBe(204);
  expect((await deliver({ body: exampleText, prefix: "svix-" })).status).toBe(204);
  expect(first.printed()).toBe(line);
});

test("headers of other names are no signature", async () => {
  expect((await deliver({ body: exampleText, prefix: "other-" })).status).toBe(401);
});

describe("what is refused or left alone names no credential", () => {
  const rows: readonly (Delivery & { what: string; status: number; printed: string })[] = [
    { what: "a tampered body", body: eventText({ "/id": "evt_2" }), signed: exampleText, status: 401, printed: "" },
    { what: "a stale timestamp", body: eventText({ "/id": "evt_3" }), age: 3600, status: 401, printed: "" },
    { what: "a timestamp of the future", body: eventText({ "/id": "evt_4" }), age: -3600, status: 401, printed: "" },
    {
      what: "an unknown type, which is acknowledged",
      body: eventText({ "/id": "evt_5", "/type": "com.gigs.new" }),
      status: 204,
      printed: "not a valid GigsEvent (unknown-type)\n  /type must be one of the event types of this package\n",
    },
    {
      what: "an invalid event",
      body: eventText({ "/id": "evt_6", "/data/accountPin": 9281, "/data/subscription": undefined }),
      status: 400,
      printed:
        "not a valid GigsEvent (invalid)\n  /data/subscription must be present\n  /data/accountPin must be a string or null\n",
    },
    {
      what: "a signed text that is no JSON",
      body: eventText({}).replace('"pin-9Zx2"', "pin-9Zx2"),
      status: 400,
      printed: "not a valid GigsEvent (not-json)\n  (root) must be JSON text without a byte order mark\n",
    },
    {
      what: "signed bytes that are not UTF-8",
      body: Buffer.concat([Buffer.from(eventText({})), Buffer.from([0xff])]),
      status: 400,
      printed: "not a valid GigsEvent (not-utf8)\n  (root) must be UTF-8 text\n",
    },
  ];
  test.each(rows)("$what", async ({ status, printed, ...delivery }) => {
    const answer = await deliver(delivery);
    expect(answer.status).toBe(status);
    await vi.waitFor(() => expect(answer.printed()).toBe(printed));
    for (const credential of secrets) expect(answer.text).not.toContain(credential);
  });

  test("a body that is too long, of which the end is not waited for", async () => {
    const { status, sent } = await postEndless(server.url);
    expect([status, sent < 8 * 2 ** 20]).toEqual([413, true]);
  });

  test("members of a signed event that hold line breaks, which are not logged", async () => {
    const subscription = "sub\n::error::x\u001b[2J\u202e";
    const answer = await deliver({ body: eventText({ "/id": "evt_7", "/data/subscription": subscription }) });
    expect(answer.status).toBe(204);
    await vi.waitFor(() => expect(answer.printed()).toBe("2 can be ported out\n"));
  });

  test("a delivery without a signature", async () => {
    const response = await fetch(server.url, { method: "POST", body: eventText({}) });
    expect([response.status, await response.text()]).toEqual([401, "wrong signature"]);
  });

  test("all that was printed", async () => {
    await server.stop();
    for (const credential of secrets) expect(server.output()).not.toContain(credential);
    expect(server.output().match(/can be ported out/g)).toHaveLength(2);
  });
});
