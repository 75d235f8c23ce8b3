// The README's receiver, saved and started as the README says, in an empty folder; it installs packages from the registry.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { createFolder, root } from "../support/codegen.ts";
import { exampleText } from "../support/example.ts";
import { pack } from "../support/install.ts";
import { runShell } from "../support/run.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const [, code = "", commands = ""] = /as `receiver\.ts`:\n\n```ts\n([^]*?)```\n\n```sh\n([^]*?)```/.exec(readme) ?? [];

test("it answers a signed event with 204, and one that is signed by another with 401", async () => {
  const [folder, { tarball }] = [createFolder(), await pack(join(root, "generated"))];
  writeFileSync(join(folder, "receiver.ts"), code);
  const lines = commands
    .trim()
    .split("\n")
    .map((line) => line.replace(/ +#.*$/, ""));
  const start = lines.pop() ?? "";
  // What is not published yet is taken from its tarball.
  const install = lines.join(" && ").replace(" gigs-events ", ` "$1" `);
  const installed = await runShell(install, [tarball], { cwd: folder });
  expect(installed.code, installed.stderr).toBe(0);

  const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
  const child = spawn("sh", ["-c", start.replace("whsec_...", secret)], {
    cwd: folder,
    env: { ...process.env, PORT: "0" },
    detached: true,
  });
  try {
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
    while (!/listening on \d+/.test(printed)) await once(child.stdout, "data");
    const url = `http://127.0.0.1:${/listening on (\d+)/.exec(printed)?.[1]}`;
    const deliver = async (key: string): Promise<number> => {
      const now = new Date();
      const headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": new Webhook(key).sign("msg_1", now, exampleText),
      };
      return (await fetch(url, { method: "POST", body: exampleText, headers })).status;
    };
    expect([
      await deliver(secret),
      await deliver(`whsec_${Buffer.from("another secret of its own").toString("base64")}`),
    ]).toEqual([204, 401]);
  } finally {
    // The shell, npx, tsx and node.
    if (child.pid !== undefined) process.kill(-child.pid);
  }
});
