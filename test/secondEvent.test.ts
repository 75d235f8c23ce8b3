import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { generatePackage } from "./support/build.ts";
import { example, exampleWith } from "./support/example.ts";
import { install, pack, run } from "./support/install.ts";

const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
const revoked = exampleWith({
  "/type": "com.gigs.portOutCredentials.revoked",
  "/data": { object: "revocation", reason: "expired", credentials: example().data },
});
let folder = "";

beforeAll(async () => {
  folder = await generatePackage(withSecondEvent);
});

test("the union tells two events apart by their type", async () => {
  const { GigsEvent, PortOutCredentialsRevokedEvent } = await import(`${folder}/index.js`);
  expect(GigsEvent.types).toEqual(["com.gigs.portOutCredentials.issued", "com.gigs.portOutCredentials.revoked"]);
  expect([example(), revoked].map(GigsEvent.is)).toEqual([true, true]);
  expect([example(), revoked].map(PortOutCredentialsRevokedEvent.is)).toEqual([false, true]);
  const swapped = exampleWith({ "/type": "com.gigs.portOutCredentials.revoked" });
  expect(GigsEvent.validate(swapped)).toMatchObject({ reason: "invalid", issues: [{ pointer: "/data/reason" }, {}] });
});

test("sensitive members are found below other objects", async () => {
  const { PortOutCredentialsRevokedEvent } = await import(`${folder}/index.js`);
  expect(PortOutCredentialsRevokedEvent.sensitive).toEqual([
    "/data/credentials/accountNumber",
    "/data/credentials/accountPin",
  ]);
});

test("both events narrow in a switch, which is exhausted by both", async () => {
  const project = await install((await pack(folder)).tarball);
  const code = `
import type { GigsEvent, Revocation } from "gigs-events";
export function handle(event: GigsEvent): string | Revocation {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued": return event.data.subscription;
    case "com.gigs.portOutCredentials.revoked": return event.data;
    default: { const none: never = event; return none; }
  }
}
export function incomplete(event: GigsEvent): string {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued": return event.data.subscription;
    // @ts-expect-error: one event is left
    default: { const none: never = event; return none; }
  }
}
`;
  await writeFile(join(project, "handle.ts"), code);
  const compilerOptions = { strict: true, noEmit: true, types: [], module: "nodenext" };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["handle.ts"] }));
  await run(tsc, ["-p", "."], project);
});
