// codegen send: an event as a signed request, to receivers on loopback. Nothing here leaves the machine.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isLoopback } from "../scripts/deliveries/host.ts";
import { createFolder, root, writeFiles } from "./support/codegen.ts";
import { signatureBy } from "./support/delivery.ts";
import { example, exampleText } from "./support/example.ts";
import { deadUrl, type Received, startReceiver, startSocket } from "./support/receiver.ts";
import { type Ended, run, runProcess, type Surroundings } from "./support/run.ts";
import { sentEvent } from "./support/sentEvent.ts";

const type = "com.gigs.portOutCredentials.issued";
const secret = `whsec_${randomBytes(24).toString("base64")}`;
const env = { WEBHOOK_SECRET: secret };
const values = ["123456789", "sub_0SNlurA049MEWV2gSfSxi00xlPIi"];

/** Runs `send` with the secret; neither it nor a value of the example may be printed. */
async function send(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const ended = await run(["send", ...words, "--secret", "env:WEBHOOK_SECRET"], { env, ...surroundings });
  for (const text of [secret.slice(6), ...values]) expect(ended.stdout + ended.stderr).not.toContain(text);
  return ended;
}

/** A receiver that answers with a status, headers and a body. */
const answering = (status: number, headers: Readonly<Record<string, string>> = {}, body = "") =>
  startReceiver((_, response) => response.writeHead(status, headers).end(body));

const eventOf = ({ body }: Received) => JSON.parse(body.toString()) as Record<string, unknown> & { data: object };

describe("what is delivered", () => {
  test("is the example with an id and a time of its own, rightly signed", async () => {
    const { url, received } = await answering(204);
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { code, stdout, stderr } = await send([type, "--to", url]);
    expect([code, stderr]).toEqual([0, ""]);
    const [one] = received as [Received];
    const id = one.headers["webhook-id"] as string;
    const timestamp = one.headers["webhook-timestamp"] as string;
    expect(one.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-signature": signatureBy(secret, `${id}.${timestamp}.`, one.body),
    });
    const event = eventOf(one);
    expect(event).toEqual({ ...example(), id: event["id"], time: event["time"] });
    expect(event["id"]).toMatch(/^evt_\w{27}$/);
    expect(Date.parse(event["time"] as string)).toBeGreaterThanOrEqual(before);
    expect(stdout.split("\n")).toEqual([
      `${type} to ${url}: ${one.body.length} bytes, webhook-id ${id}`,
      expect.stringMatching(/^204 in \d+ ms, no media type, 0 bytes$/),
      "",
    ]);
  });

  test("is the same each time with --repeat, and another in each run", async () => {
    const { url, received } = await answering(200);
    await send([type, "--to", url, "--repeat", "3"]);
    await send([type, "--to", url]);
    const all = received.map(({ headers, body }) => `${headers["webhook-id"]} ${body.toString()}`);
    expect(new Set(all.slice(0, 3)).size).toBe(1);
    expect(all[3]).not.toBe(all[0]);
    expect(new Set(received.map((one) => eventOf(one)["id"])).size).toBe(2);
  });

  test("keeps its id, its time and its webhook-id with --keep", async () => {
    const { url, received } = await answering(200);
    await send([type, "--to", url, "--keep"]);
    await send([type, "--to", url, "--keep"]);
    const [one, two] = received as [Received, Received];
    expect(eventOf(one)).toEqual(example());
    expect(two.headers["webhook-id"]).toBe(one.headers["webhook-id"]);
  });

  test("has the headers of Svix with --headers svix", async () => {
    const { url, received } = await answering(200);
    await send([type, "--to", url, "--headers", "svix"]);
    const { headers, body } = received[0] as Received;
    const head = `${String(headers["svix-id"])}.${String(headers["svix-timestamp"])}.`;
    expect(headers["svix-signature"]).toBe(signatureBy(secret, head, body));
    expect(headers).not.toHaveProperty("webhook-id");
  });

  test("of schemas without an id and a time has neither", async () => {
    const { url, received } = await answering(200);
    const schemas = createFolder();
    writeFiles(schemas, { "events/test.sent.schema.json": sentEvent() });
    expect(await send(["test.sent", "--to", url, "--schemas", schemas])).toMatchObject({ code: 0 });
    expect(eventOf(received[0] as Received)).toEqual({ type: "test.sent" });
  });

  test("goes to the host itself, whatever the environment says of proxies", async () => {
    const { url, received } = await answering(200);
    const proxy = await answering(502);
    const names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"];
    const proxies = Object.fromEntries(names.map((name) => [name, proxy.url]));
    const words = ["send", type, "--to", url, "--secret", "env:WEBHOOK_SECRET"];
    const { code } = await runProcess(words, {
      env: { ...process.env, ...env, ...proxies, NO_PROXY: "", NODE_USE_ENV_PROXY: "1" },
    });
    expect([code, received.length, proxy.received.length]).toEqual([0, 1, 0]);
  });

  test.skipIf(process.platform === "win32")("goes to another host with --allow-remote", async () => {
    const { url, received } = await answering(200);
    // No address of loopback, and yet this machine.
    expect(await send([type, "--to", url.replace("127.0.0.1", "0.0.0.0"), "--allow-remote"])).toMatchObject({
      code: 0,
    });
    expect(received).toHaveLength(1);
  });

  test.each([
    ["a file", "secret.txt", `${secret}\n`],
    ["a file with a line end of Windows", "secret.txt", `${secret}\r\n`],
  ])("is signed with the secret of %s", async (_, path, text) => {
    const { url, received } = await answering(200);
    const cwd = createFolder();
    writeFiles(cwd, { [path]: text });
    expect(await run(["send", type, "--to", url, "--secret", `file:${path}`], { cwd })).toMatchObject({ code: 0 });
    expect(received).toHaveLength(1);
  });
});

describe("--set", () => {
  const shapes = {
    type: "object",
    description: "d",
    properties: {
      list: { type: "array", items: { type: "integer" }, description: "d" },
      map: { type: "object", additionalProperties: { type: "integer" }, description: "d" },
      free: { type: "object", description: "d" },
      "a/b": { type: "integer", description: "d" },
    },
    patternProperties: { "^x-[0-9]$": { type: "integer" } },
  };
  const events = {
    "events/test.sent.schema.json": sentEvent(shapes, {
      examples: [{ type: "test.sent", member: { list: [1, 2], map: {}, free: {} } }],
    }),
  };

  test.each([
    ["a member", ["/member/a~1b=3"], { "a/b": 3 }],
    ["an element", ["/member/list/1=5"], { list: [1, 5] }],
    ["an element behind the last", ["/member/list/-=3", "/member/list/3=4"], { list: [1, 2, 3, 4] }],
    ["a member of a map", ["/member/map/any=1"], { map: { any: 1 } }],
    ["a member that a pattern describes", ["/member/x-1=1"], { "x-1": 1 }],
    [
      "members of an object that describes none",
      ["/member/free/a={}", "/member/free/a/b=[1]"],
      { free: { a: { b: [1] } } },
    ],
    ["a value with an equals sign", ['/member/free/a="b=c"'], { free: { a: "b=c" } }],
    ["what JavaScript would take amiss", ["/member/map/__proto__=1"], { map: JSON.parse('{"__proto__":1}') as object }],
  ])("changes %s", async (_, changes, wanted) => {
    const { url, received } = await answering(200);
    const schemas = createFolder();
    writeFiles(schemas, events);
    const words = changes.flatMap((change) => ["--set", change]);
    expect(await send(["test.sent", "--to", url, "--schemas", schemas, ...words])).toMatchObject({
      code: 0,
      stderr: "",
    });
    const { member } = eventOf(received[0] as Received) as unknown as { member: object };
    expect(member).toEqual({ list: [1, 2], map: {}, free: {}, ...wanted });
  });

  test.each([
    ["/data/accountPni=null", '/data has no member "accountPni"; did you mean "accountPin"?'],
    ["/dat/accountPin=null", 'The event has no member "dat"; did you mean "data"?'],
    [
      "/data/zzz=1",
      '/data has no member "zzz"; there are: "object", "accountNumber", "accountPin", "subscription", "expiresAt".',
    ],
    [
      "/data/expiresAt=2030-9Zx2",
      `The value of --set /data/expiresAt is not JSON: a text needs quotes inside those of the shell, as in --set /data/expiresAt='"text"'; numbers, true and null have none, as in --set /data/expiresAt=1.`,
    ],
    ["/type=1", "--set does not change /type: the type is the word behind the command."],
    [
      "data/accountPin:9Zx2",
      `--set takes a JSON Pointer, "=" and JSON, such as --set /data/expiresAt='"2030-01-01T00:00:00Z"'.`,
    ],
    ["/id/x=1", "/id is neither an object nor an array: there is nothing in it to set."],
  ])("%s is refused", async (change, sentence) => {
    const ended = await send([type, "--to", await deadUrl(), "--set", change]);
    expect(ended).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  test.each([
    [
      "/member/list/3=1",
      '/member/list is an array of 2: instead of "3", an index up to 2 is expected, or - for one more.',
    ],
    [
      "/member/list/01=1",
      '/member/list is an array of 2: instead of "01", an index up to 2 is expected, or - for one more.',
    ],
    ["/member/x-1/y=1", "/member/x-1 is not there: set it before what is in it."],
  ])("%s of other schemas is refused", async (change, sentence) => {
    const schemas = createFolder();
    writeFiles(schemas, events);
    const ended = await send(["test.sent", "--to", await deadUrl(), "--schemas", schemas, "--set", change]);
    expect(ended).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  test("that makes an event invalid is not sent, unless --unchecked says so", async () => {
    const { url, received } = await answering(200);
    const words = [type, "--to", url, "--set", "/data/accountPin=9281"];
    expect(await send(words)).toEqual({
      code: 1,
      stdout:
        "Not sent: the event is not valid; --unchecked sends it all the same.\n/data/accountPin must be a string or null [type]\n",
      stderr: "",
    });
    expect(received).toEqual([]);
    expect(await send([...words, "--unchecked"])).toMatchObject({ code: 0 });
    expect(eventOf(received[0] as Received).data).toMatchObject({ accountPin: 9281 });
  });
});

describe("--from", () => {
  const text = exampleText.replace('"1234"', '"pin-9Zx2"');
  const cwd = createFolder();
  writeFiles(cwd, {
    "event.json": text,
    "two.ndjson": `${JSON.stringify(example())}\n${JSON.stringify(example())}\n`,
    "array.json": `[${text}]`,
    "broken.json": text.replace('"pin-9Zx2"', "pin-9Zx2"),
    "long.json": " ".repeat(1.5 * 2 ** 20),
    "exact.json": text.replace('"time"', '"count": 12345678901234567890, "time"'),
    "other.json": text.replace(type, "com.gigs.other"),
  });

  test.each([
    ["a file", ["--from", "event.json"], ""],
    ["standard input", [type, "--from", "-"], text],
  ])("sends the event of %s, with an id of its own", async (_, words, stdin) => {
    const { url, received } = await answering(200);
    expect(await send(["--to", url, ...words], { cwd, stdin })).toMatchObject({ code: 0, stderr: "" });
    const event = eventOf(received[0] as Received);
    expect(event.data).toEqual({ ...example().data, accountPin: "pin-9Zx2" });
    expect(event["id"]).not.toBe(example()["id"]);
  });

  test("with --keep sends the very bytes", async () => {
    const { url, received } = await answering(200);
    await send(["--to", url, "--from", "exact.json", "--keep"], { cwd });
    expect((received[0] as Received).body.toString()).toContain('"count": 12345678901234567890');
  });

  test("that is null is sent as null", async () => {
    const { url, received } = await answering(200);
    expect((await send(["--to", url, "--from", "-", "--unchecked"], { stdin: "null" })).code).toBe(0);
    expect((received[0] as Received).body.toString()).toBe("null");
  });

  test("of a type that no schema has is sent with --unchecked, and the type is not printed", async () => {
    const { url, received } = await answering(200);
    const words = ["--to", url, "--from", "other.json"];
    expect(await send(words, { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("/type must be one of"),
    });
    const { code, stdout } = await send([...words, "--unchecked"], { cwd });
    expect([code, received.length, stdout.includes("com.gigs.other")]).toEqual([0, 1, false]);
  });

  test.each([
    ["two.ndjson", "two.ndjson holds an array or several lines of JSON: one event is sent, so give that one alone."],
    ["array.json", "array.json holds an array or several lines of JSON: one event is sent, so give that one alone."],
    ["broken.json", expect.stringMatching(/^broken\.json:\d+:\d+ .*\.$/)],
    ["long.json", "long.json is longer than an event can be: 1 MiB is read at most."],
    ["none.json", "none.json cannot be read: it does not exist."],
    [".", ". cannot be read: it is a folder."],
    [
      "exact.json",
      "The event of --from has a number with more digits than JavaScript keeps: --keep without --set sends it as it is.",
    ],
  ])("%s is refused", async (path, sentence) => {
    const { code, stdout, stderr } = await send(["--to", await deadUrl(), "--from", path], { cwd });
    expect([code, stdout, stderr.trimEnd()]).toEqual([2, "", sentence]);
    expect(stderr).not.toContain("9Zx2");
  });

  test.each([
    [
      ["--from", "other.json", type],
      `The event of --from is not of the type ${type}: leave the type out, or give its own.`,
    ],
    [[], "Say what to send: an event's type, or --from <file>."],
    [
      ["com.gigs.portOutCredentials.isued"],
      `There is no event of type "com.gigs.portOutCredentials.isued"; did you mean "${type}"?`,
    ],
  ])("%j is refused", async (words, sentence) => {
    const ended = await send(["--to", await deadUrl(), ...words], { cwd });
    expect(ended).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });
});

describe("--dry-run", () => {
  test("prints the request, and sends nothing; without a secret it is not signed", async () => {
    const { url, received } = await answering(200);
    const { code, stdout, stderr } = await run(["send", type, "--to", url, "--dry-run", "--keep"], { env });
    expect([code, stderr]).toEqual([0, "Not signed: --secret adds the headers of a signature.\n"]);
    expect(stdout).toMatch(new RegExp(`^POST ${url}\ncontent-type: application/json\nuser-agent: [^\n]*\n\n{.*}\n$`));
    expect(JSON.parse(stdout.split("\n\n")[1] as string)).toEqual(example());
    expect(received).toEqual([]);
  });

  test("has a signature that holds, but not the secret; the host need not be there", async () => {
    const words = [
      "send",
      type,
      "--to",
      "http://receiver.invalid/?token=9Zx2",
      "--dry-run",
      "--secret",
      "env:WEBHOOK_SECRET",
    ];
    const { code, stdout } = await run(words, { env });
    const [head = "", body = ""] = stdout.trimEnd().split("\n\n");
    const [, id, timestamp, signature] =
      /webhook-id: (.*)\nwebhook-timestamp: (.*)\nwebhook-signature: (.*)/.exec(head) ?? [];
    expect([code, signature]).toEqual([0, signatureBy(secret, `${id}.${timestamp}.`, body)]);
    expect(stdout).not.toContain(secret.slice(6));
    expect(head).toMatch(/^POST http:\/\/receiver\.invalid\/\?…\n/);
  });
});

describe("the answer", () => {
  test.each([
    [200, 0],
    [299, 0],
    [400, 1],
    [404, 1],
    [503, 1],
  ])("%d ends with %d", async (status, wanted) => {
    const { url } = await answering(status, { "content-type": "application/json; charset=utf-8" }, "{}");
    const { code, stdout } = await send([type, "--to", url]);
    expect(code).toBe(wanted);
    expect(stdout).toMatch(new RegExp(`\n${status} in \\d+ ms, application/json, 2 bytes\n$`));
  });

  test("that wants to go on in another protocol is one that was not 2xx", async () => {
    const url = await startSocket((socket) =>
      socket.once("data", () => socket.write("HTTP/1.1 101 S\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n")),
    );
    const { code, stdout } = await send([type, "--to", url]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/\n101 in \d+ ms, no media type, 0 bytes\n$/)]);
  });

  test("that is a redirect is not followed, and where it leads is said", async () => {
    const other = await answering(200);
    const { url, received } = await answering(307, { location: `${other.url}?${values.join("&")}` });
    const { code, stdout } = await send([type, "--to", url]);
    expect([code, received.length, other.received.length]).toEqual([1, 1, 0]);
    expect(stdout).toContain(`a redirect to ${other.url}?…&…, which is not followed\n`);
  });

  test("that repeats the payload, the secret and what moves a cursor is shown without them", async () => {
    const { url } = await startReceiver(({ body, headers }, response) => {
      const texts = [secret, headers["webhook-signature"], "\u001b[2J", encodeURIComponent('a "b"'), body];
      response.writeHead(400, { "content-type": `x/${values[0]}` }).end(`${texts.join(" ")}\nsecond line`);
    });
    const { code, stdout } = await send([type, "--to", url, "--show-answer", "--set", '/data/accountPin="a \\"b\\""']);
    expect(code).toBe(1);
    expect(stdout).toContain(", x/…, ");
    expect(stdout).toContain(
      String.raw`answer: … … \u{1b}[2J … {"object":"…","id":"…","data":{"object":"…","accountNumber":"…"`,
    );
    expect(stdout).not.toMatch(/second|a \\*"b/);
    expect(stdout.trimEnd().endsWith("…")).toBe(true);
    expect((/answer: (.*)/.exec(stdout) ?? [])[1]).toHaveLength(201);
  });

  test("that ends in the midst of a value does not show its beginning", async () => {
    const value = "ab".repeat(50_000);
    const { url } = await startReceiver((_, response) => response.end(value));
    const words = [
      "--show-answer",
      "--set",
      `/data/accountPin="x${value.slice(1)}"`,
      "--set",
      `/data/accountNumber="${value}"`,
    ];
    const { stdout } = await send([type, "--to", url, ...words]);
    expect(stdout).toMatch(/more than 65536 bytes\nanswer: …\n$/);
  });

  test("that has no end is read to 64 kB", async () => {
    const { url } = await startReceiver((_, response) => {
      const chunk = "x".repeat(2 ** 14);
      const write = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", write);
      write();
    });
    const { code, stdout } = await send([type, "--to", url]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/200 in \d+ ms, no media type, more than 65536 bytes\n$/),
    ]);
  });
});

describe("one sentence says what is wrong:", () => {
  const to = "http://127.0.0.1:9/";
  const noSecret =
    'put it into a variable or a file, and say "--secret env:WEBHOOK_SECRET" or "--secret file:secret.txt".';
  test.each([
    ["no secret", [], `Deliveries are signed, and there is no secret: ${noSecret}`],
    [
      "a secret as it is",
      ["--secret", secret],
      `A secret is not taken from the command line, which others can see: ${noSecret}`,
    ],
    [
      "an unset variable",
      ["--secret", `env:${secret}`],
      "The variable that --secret names is not set: export it, or give its name alone.",
    ],
    [
      "a missing file",
      ["--secret", `file:${secret}`],
      "The file that --secret names cannot be read: it does not exist.",
    ],
    ["a file that is none", ["--secret", "file:."], "The file that --secret names cannot be read: it is a folder."],
    [
      "a long file",
      ["--secret", "file:package-lock.json"],
      "The file that --secret names is too long to hold a secret alone.",
    ],
    [
      "no secret in a variable",
      ["--secret", "env:WRONG"],
      "What --secret names is no secret: it has to be whsec_ and padded base64, as the sender shows it; copy it anew.",
    ],
  ])("%s", async (_, words, sentence) => {
    const ended = await run(["send", type, "--to", to, ...words], { env: { ...env, WRONG: "whsec_9Zx2!" } });
    expect(ended).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  test.each([
    ["no URL", "localhost:3000", "--to takes a URL with http: or https:, such as http://localhost:3000/webhooks."],
    [
      "another scheme",
      "file:///etc/hosts",
      "--to takes a URL with http: or https:, such as http://localhost:3000/webhooks.",
    ],
    [
      "credentials",
      `http://me:${encodeURIComponent(secret)}@127.0.0.1/`,
      "--to takes a URL without a user name and a password: leave out what stands before @.",
    ],
    [
      "another host",
      "http://192.0.2.1/",
      "The host 192.0.2.1 is not this machine: --allow-remote sends to it all the same.",
    ],
    ["all hosts", "http://0/", "The host 0.0.0.0 is not this machine: --allow-remote sends to it all the same."],
    [
      "an unknown host",
      "http://receiver.invalid/",
      "The host receiver.invalid has no address: check the name in --to.",
    ],
  ])("%s", async (_, url, sentence) => {
    expect(await send([type, "--to", url])).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  test.each([
    ["nothing listens", 2, "refused the connection: start the receiver, or check the port.", deadUrl],
    [
      "nobody vouches for the certificate",
      2,
      "has a certificate that nothing here vouches for: use http:, or name the certificate in NODE_EXTRA_CA_CERTS.",
      async () => (await startReceiver(() => {}, true)).url,
    ],
    [
      "TLS is not spoken",
      2,
      "does not speak TLS: check the port, or use http:.",
      async () => (await answering(200)).url.replace("http:", "https:"),
    ],
    [
      "TLS is spoken",
      1,
      "closed the connection before its answer was complete.",
      async () => (await startReceiver(() => {}, true)).url.replace("https:", "http:"),
    ],
    [
      "HTTP is not spoken",
      1,
      "answers with something that is not HTTP: check the port, and whether it is https:.",
      () => startSocket((socket) => socket.end("220 mail.example ESMTP\r\n")),
    ],
    [
      "the connection is closed",
      1,
      "closed the connection before its answer was complete.",
      () => startSocket((socket) => socket.once("data", () => socket.resetAndDestroy())),
    ],
  ])("%s", async (_, wanted, sentence, start) => {
    const url = await start();
    const { code, stdout, stderr } = await send([type, "--to", url, "--timeout", "60"]);
    const [, said = stderr] = /^.*\n(.+\n)$/.exec(stdout) ?? [];
    expect([code, said]).toEqual([wanted, `${url} ${sentence}\n`]);
  });

  test("there is no answer, or none that ends", async () => {
    const { url } = await startReceiver((_, response) => response.write("x"));
    const urls = [url, await startSocket(() => {})];
    const ended = await Promise.all(urls.map((one) => send([type, "--to", one, "--timeout", "1"])));
    for (const { code, stdout } of ended)
      expect([code, stdout]).toEqual([1, expect.stringMatching(/\n\S+ did not answer within 1 s\.\n$/)]);
  });
});

test("Ctrl-C ends it where it waits for an answer", async () => {
  let arrived: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const { url } = await startReceiver(() => arrived());
  const words = [join(root, "scripts/run.mjs"), "send", type, "--to", url, "--secret", "env:WEBHOOK_SECRET"];
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env } });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  child.stdout.resume();
  const ended = once(child, "close");
  await arrival;
  child.kill("SIGINT");
  expect([await ended, errors]).toEqual([[130, null], "Interrupted: no answer was waited for any longer.\n"]);
});

test.each([
  ["127.0.0.1", 4, true],
  ["127.255.255.254", 4, true],
  ["128.0.0.1", 4, false],
  ["10.0.0.1", 4, false],
  ["0.0.0.0", 4, false],
  ["::1", 6, true],
  ["::", 6, false],
  ["::ffff:127.0.0.1", 6, true],
  ["::ffff:7f00:1", 6, true],
  ["::ffff:192.0.2.1", 6, false],
  ["fe80::1", 6, false],
] as const)("whether %s is loopback", (address, family, wanted) => {
  expect(isLoopback({ address, family })).toBe(wanted);
});
