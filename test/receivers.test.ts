// Real servers of the libraries that receivers run, each a process of its own, asked over HTTP on loopback.
import { afterAll, describe, expect, test } from "vitest";
import { example, exampleText, exampleWith } from "./support/example.ts";
import { postEndless, type Server, startExample } from "./support/server.ts";

const id = example()["id"];
const secrets = { "/data/accountNumber": "number-4Tq8", "/data/accountPin": "pin-9Zx2" };
const broken = JSON.stringify(exampleWith({ ...secrets, "/time": "yesterday" }));

/** Nothing that a server says or prints may hold a credential, the documented ones included. */
const credentials = [...Object.values(secrets), '"1234"', "123456789"];

const servers = [
  { name: "honoValidator", path: "/", accepted: { id } },
  { name: "trpc", path: "/receive", accepted: { result: { data: { id } } } },
  { name: "fastifySchema", path: "/", accepted: { id } },
];

const refused = [
  { what: "a broken event, and names the place", body: broken, place: /time/ },
  { what: "null", body: "null", place: /object|Invalid|null/ },
  // A secret without quotes: engines quote the text around it.
  { what: "a text that is no JSON", body: broken.replace('"pin-9Zx2"', "pin-9Zx2"), place: /JSON|BAD_REQUEST/ },
];

describe.each(servers)("$name", ({ name, path, accepted }) => {
  let server: Server | undefined;
  const post = async (body: string): Promise<{ status: number; text: string }> => {
    server ??= await startExample(name);
    const response = await fetch(server.url + path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    return { status: response.status, text: await response.text() };
  };
  afterAll(async () => server?.stop());

  test("accepts the documented example", async () => {
    const { status, text } = await post(exampleText);
    expect([status, JSON.parse(text)]).toEqual([200, accepted]);
  });

  test.each(refused)("refuses $what", async ({ body, place }) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(text).toMatch(place);
  });

  test("refuses a body that is too long, and does not wait for its end", async () => {
    await post(exampleText);
    const { status, sent } = await postEndless(`${server?.url}${path}`);
    expect([status, sent < 8 * 2 ** 20]).toEqual([413, true]);
  });

  test("says and prints no credential", async () => {
    const texts = await Promise.all([exampleText, ...refused.map(({ body }) => body)].map(post));
    const said = [...texts.map(({ text }) => text), server?.output() ?? ""].join("\n");
    for (const credential of credentials) expect(said).not.toContain(credential);
  });
});
