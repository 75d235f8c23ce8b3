// codegen probe: what it finds in receivers on loopback, some of which have a fault.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EventValidationError, GigsEvent } from "gigs-events";
import { receive, WebhookVerificationError } from "gigs-events/webhook";
import type { ProbeResult } from "../scripts/deliveries/verdict.ts";
import { createFolder, createSchemas, root, secondEvent, writeFiles } from "./support/codegen.ts";
import { signatureBy } from "./support/delivery.ts";
import { deadUrl, type Received, startReceiver } from "./support/receiver.ts";
import { type Ended, run } from "./support/run.ts";
import { sentEvent } from "./support/sentEvent.ts";
import { type Server, startExample } from "./support/server.ts";

const type = "com.gigs.portOutCredentials.issued";
const secret = `whsec_${randomBytes(24).toString("base64")}`;
const env = { WEBHOOK_SECRET: secret };

/** The types of our events: of each the example is a probe, beside those of the first. */
const known: readonly string[] = GigsEvent.types;
const total = known.length + 19;
/** A screen without what aligns it, which goes by the longest name. */
const unaligned = (text: string): string => text.replaceAll(/ {2,}/g, "  ");

interface Report {
  readonly type: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly probes: readonly ProbeResult[];
}

/** Runs `probe` with the secret; neither it nor a value of the example may be printed. */
async function probe(url: string, words: readonly string[] = []): Promise<Ended> {
  const ended = await run(["probe", "--to", url, "--secret", "env:WEBHOOK_SECRET", ...words], { env });
  for (const text of [secret.slice(6), "123456789", "sub_0SNlurA049MEWV2gSfSxi00xlPIi"])
    expect(ended.stdout + ended.stderr).not.toContain(text);
  return ended;
}

async function report(url: string, words: readonly string[] = []): Promise<Report & { code: number | null }> {
  const { code, stdout } = await probe(url, ["--format", "json", ...words]);
  return { code, ...(JSON.parse(stdout) as Report) };
}

const failedIn = ({ probes }: Report): string[] =>
  probes.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);

/** The status of a receiver that does all as it should. */
async function rightStatus({ body, headers }: Received): Promise<number> {
  if (body.length > 2 ** 20) return 413;
  try {
    await receive(GigsEvent, { body, headers, secret });
    return 204;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return 401;
    if (!(error instanceof EventValidationError)) throw error;
    return error.reason === "unknown-type" ? 204 : 400;
  }
}

/** A receiver that does as it should, but where a fault gives another status. */
const startFaulty = (fault: (received: Received, right: number) => number | Promise<number>) =>
  startReceiver(async (received, response) =>
    response.writeHead(await fault(received, await rightStatus(received))).end(),
  );

/** The members of an event; none of what is no object. */
const parsed = ({ body }: Received): Record<string, unknown> => {
  try {
    return Object(JSON.parse(body.toString())) as Record<string, unknown>;
  } catch {
    return {};
  }
};

/** Whether the only signature that is looked at is one of a text. */
function isSignedAs({ headers }: Received, text: string | Buffer, which = 0): boolean {
  const [id, timestamp, signatures = ""] = ["id", "timestamp", "signature"].map((name) => headers[`webhook-${name}`]);
  return String(signatures).split(" ")[which] === signatureBy(secret, `${String(id)}.${String(timestamp)}.`, text);
}

describe("the README's receiver", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startExample("webhook", env);
  });
  afterAll(async () => server.stop());

  test("passes all", async () => {
    const { code, stdout } = await probe(server.url);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(new RegExp(`\n${total} passed, 0 failed in \\d+\\.\\d\\d s\n$`)),
    ]);
    const rows = [`example ${type}  204`, "second-signature  204", "no-webhook-id  401", "no-json  refused (400)"];
    for (const row of rows) expect(unaligned(stdout)).toContain(`pass  ${row}\n`);
    // Who writes on into a connection that is being closed may not hear the answer.
    expect(stdout).toMatch(/pass {2}five-mebibytes +refused \((?:413|the connection was closed)\)\n/);
  });

  test("passes all with --strict too", async () => {
    const { code, ...rest } = await report(server.url, ["--strict"]);
    expect([code, failedIn(rest)]).toEqual([0, []]);
  });
});

test("each delivery has an id of its own, but for those that are repeated; each refusal is followed by a valid event", async () => {
  const { url, received } = await startFaulty((_, right) => right);
  expect(await report(url)).toMatchObject({ code: 0, failed: 0, skipped: 0 });
  const ids = received.flatMap(({ headers }) => headers["webhook-id"] ?? headers["svix-id"] ?? []);
  expect(ids.length - new Set(ids).size).toBe(1);
  const events = received.map((one) => parsed(one)["id"]).filter((id) => typeof id === "string" && id.length > 25);
  expect(events.length - new Set(events).size).toBe(1);
});

test("five planted faults of one receiver are reported, all five", async () => {
  const { url } = await startReceiver(async (received, response) => {
    const right = await rightStatus(received);
    const value = parsed(received);
    const faulty = (): number => {
      if (right === 413 || received.headers["svix-id"] !== undefined) return right;
      // The first signature only, of JSON that is written again, whenever it was sent.
      if (!isSignedAs(received, JSON.stringify(value))) return 401;
      if (value["unknownMember"] !== undefined) return 400;
      if (typeof value["type"] === "string" && !known.includes(value["type"])) return 500;
      return right === 401 ? 204 : right;
    };
    response.writeHead(faulty()).end();
  });
  const { code, ...rest } = await report(url);
  expect([code, failedIn(rest)]).toEqual([
    1,
    ["second-signature", "unknown-type", "unknown-member", "odd-json", "hour-old", "hour-ahead"],
  ]);
});

test("the README shows what a receiver is told that verifies JSON that it wrote again", async () => {
  const { url } = await startFaulty((received, right) =>
    right === 204 && !isSignedAs(received, JSON.stringify(parsed(received))) ? 401 : right,
  );
  const { stdout } = await probe(url);
  const [screen = ""] = /pass {2}not-ascii[^]*?fix: .*\n/.exec(stdout) ?? [];
  expect(screen.split("\n").length).toBe(6);
  const readme = unaligned(readFileSync(join(root, "README.md"), "utf8"));
  expect(readme).toContain(`\`\`\`text\n${unaligned(screen)}\`\`\``);
});

const isRecent = ({ headers }: Received): boolean =>
  Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"])) < 300;

describe("a receiver with one fault fails where that is, and nowhere else:", () => {
  const isHealthy = { value: true };

  test.each<[string, (received: Received, right: number) => number, readonly string[]]>([
    [
      "no tolerance",
      (received, right) => (right === 401 && !isRecent(received) && isSignedAs(received, received.body) ? 204 : right),
      ["hour-old", "hour-ahead"],
    ],
    [
      "the future is not looked at",
      (received, right) =>
        right === 401 &&
        Number(received.headers["webhook-timestamp"]) > Date.now() / 1000 &&
        isSignedAs(received, received.body)
          ? 204
          : right,
      ["hour-ahead"],
    ],
    [
      "the first signature only",
      (received, right) => (right === 204 && String(received.headers["webhook-signature"]).includes(" ") ? 401 : right),
      ["second-signature"],
    ],
    [
      "JSON is written again",
      (received, right) =>
        right < 300 &&
        !received.headers["svix-id"] &&
        !received.body.equals(Buffer.from(JSON.stringify(parsed(received))))
          ? 401
          : right,
      ["odd-json"],
    ],
    [
      "bytes are read as Latin-1",
      (received, right) => (/[^ -~]/.test(received.body.toString("latin1").trim()) && right === 204 ? 401 : right),
      ["not-ascii", "odd-json"],
    ],
    [
      "500 on an unknown type",
      (received, right) => (right === 204 && !known.includes(String(parsed(received)["type"])) ? 500 : right),
      ["unknown-type"],
    ],
    [
      "closed objects",
      (received, right) => (parsed(received)["unknownMember"] && right === 204 ? 400 : right),
      ["unknown-member"],
    ],
    [
      "svix- is not known",
      (received, right) => (received.headers["svix-id"] === undefined ? right : 401),
      ["svix-headers"],
    ],
    [
      "no signature is asked for",
      ({ headers }, right) => (headers["webhook-signature"] || headers["svix-id"] ? right : 204),
      ["no-signature", "no-webhook-signature"],
    ],
    [
      "a redirect for what is refused",
      (_, right) => (right === 401 ? 302 : right),
      [
        "no-signature",
        "no-webhook-id",
        "no-webhook-timestamp",
        "no-webhook-signature",
        "wrong-signature",
        "wrong-secret",
        "hour-old",
        "hour-ahead",
        "changed-body",
      ],
    ],
    [
      "500 for what is no JSON",
      (received, right) =>
        right === 400 && !received.body.toString().endsWith("}") && received.body.length > 20 ? 500 : right,
      ["no-json"],
    ],
    [
      "it is broken by what is too long",
      (_, right) => {
        if (right === 413) isHealthy.value = false;
        return isHealthy.value || right === 413 ? right : 500;
      },
      ["five-mebibytes"],
    ],
  ])("%s", async (_, fault, wanted) => {
    const { url } = await startFaulty(fault);
    const { code, ...rest } = await report(url);
    expect([code, failedIn(rest)]).toEqual([1, wanted]);
    for (const { verdict, fix } of rest.probes) expect(fix === undefined).toBe(verdict !== "fail");
  });

  test("it does not answer", async () => {
    const { url } = await startReceiver(async (received, response) => {
      const right = await rightStatus(received);
      if (received.headers["svix-id"] === undefined) response.writeHead(right).end();
    });
    const { probes } = await report(url, ["--timeout", "1"]);
    // Of the others a slow machine decides.
    expect(probes).toContainEqual(
      expect.objectContaining({
        id: "svix-headers",
        verdict: "fail",
        answered: "did not answer within 1 s",
        statuses: [null],
      }),
    );
  });

  test("but a connection that is closed at 5 MiB passes, with --strict too", async () => {
    const { url } = await startReceiver(async (received, response) => {
      const right = await rightStatus(received);
      if (right === 413) return response.socket?.resetAndDestroy();
      return response.writeHead(right).end();
    });
    const { probes, failed } = await report(url, ["--strict"]);
    expect(failed).toBe(0);
    expect(probes.at(-1)).toMatchObject({ answered: "refused (the connection was closed)", statuses: [null] });
  });
});

describe("where the first valid event is not acknowledged it stops, and says what is likely wrong:", () => {
  test.each([
    [401, "the secret: --secret and the receiver's have to be the same; or the names of the headers: webhook-*"],
    [404, "the path: --to has to be the URL that webhooks are posted to"],
    [308, "the path: --to has to be the URL that it redirects to"],
    [500, "the secret, the path of --to or the names of the headers, webhook-*: look at what the receiver logs"],
  ])("%d", async (status, cause) => {
    const { url, received } = await startReceiver((_, response) =>
      response.writeHead(status, status === 308 ? { location: "/else" } : {}).end(),
    );
    const { code, stdout } = await probe(url);
    const answered = status === 308 ? "308, a redirect to /else, which is not followed" : String(status);
    expect([code, received.length]).toEqual([1, 1]);
    expect(stdout.replace(/ in .*\n$/, "")).toBe(
      `${url}, with ${type}\n\nFAIL  example ${type}  ${answered}\n      sent: the documented example, with an id and a time of its own\n      expected: 2xx\n      fix: likely ${cause}\n\n0 passed, 1 failed`,
    );
  });
});

describe("what is sent", () => {
  const schemas = createSchemas(secondEvent);

  test("is the example of every event, and one of them in all ways", async () => {
    const { url, received } = await startReceiver((_, response) => response.end());
    const result = await report(url, ["--schemas", schemas, "--type", "com.gigs.sim.activated"]);
    expect(result.type).toBe("com.gigs.sim.activated");
    expect(result.probes.slice(0, 2).map(({ id }) => id)).toEqual([
      `example com.gigs.sim.activated`,
      `example ${type}`,
    ]);
    expect(received.filter((one) => parsed(one)["type"] === type)).toHaveLength(1);
  });

  test("does without what the schema does not allow", async () => {
    const folder = createFolder();
    writeFiles(folder, {
      "events/test.sent.schema.json": sentEvent({ const: 1, description: "d" }, { additionalProperties: false }),
    });
    const { url } = await startReceiver((_, response) => response.end());
    const { probes } = await report(url, ["--schemas", folder]);
    const skipped = probes.filter(({ verdict }) => verdict === "skip");
    expect(skipped.map(({ id, answered }) => [id, answered])).toEqual([
      ["unknown-member", "the schema allows none"],
      ["not-ascii", "the schema allows none"],
    ]);
  });
});

test("JUnit has a test case for each, and text of others is escaped in it", async () => {
  const { url } = await startReceiver((received, response: ServerResponse) => {
    if (parsed(received)["type"] === "com.gigs.probe.sent")
      response.writeHead(302, { location: `/<"'&>${encodeURI("\u0007")}]]>${String(parsed(received)["id"])}` });
    response.end();
  });
  const { code, stdout } = await probe(url, ["--format", "junit"]);
  const { failed } = await report(url);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    new RegExp(
      `^<\\?xml version="1\\.0" encoding="UTF-8"\\?>\n<testsuites tests="${total}" failures="\\d+" errors="0" skipped="0" time="[\\d.]+">\n`,
    ),
  );
  expect(stdout.match(/<testcase classname="probe" name="[\w .-]+" time="[\d.]+"/g)).toHaveLength(total);
  expect(stdout.match(/<failure /g)).toHaveLength(failed);
  expect(stdout).toContain("302, a redirect to /&lt;&quot;&apos;&amp;&gt;%07]]&gt;…, which is not followed; fix: ");
});

test.each([
  ["no secret", ["--to", "http://127.0.0.1:9/"], /^Deliveries are signed, and there is no secret: .*\.\n$/],
  [
    "another host",
    ["--to", "http://192.0.2.1/", "--secret", "env:WEBHOOK_SECRET"],
    /^The host 192\.0\.2\.1 is not this machine: .*\.\n$/,
  ],
  [
    "an unknown type",
    ["--to", "http://127.0.0.1:9/", "--secret", "env:WEBHOOK_SECRET", "--type", "x"],
    /^There is no event of type "x"; .*\.\n$/,
  ],
])("%s is one sentence", async (_, words, sentence) => {
  expect(await run(["probe", ...words], { env })).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(sentence),
  });
});

test("a host where nothing listens ends it with 2, and one sentence", async () => {
  const url = await deadUrl();
  const stderr = `${url} refused the connection: start the receiver, or check the port.\n`;
  expect(await probe(url)).toEqual({ code: 2, stdout: "", stderr });
});

test("Ctrl-C ends it, and it says what came of it so far", async () => {
  let arrived: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const { url } = await startReceiver(({ headers }, response) =>
    headers["svix-id"] === undefined ? response.end() : arrived(),
  );
  const words = [join(root, "scripts/run.mjs"), "probe", "--to", url, "--secret", "env:WEBHOOK_SECRET"];
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env } });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const ended = once(child, "close");
  await arrival;
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect(printed).toMatch(
    new RegExp(`\npass {2}example .*\n\ninterrupted; so far ${known.length} passed, 0 failed in [\\d.]+ s\n$`),
  );
});
