// The examples of receivers, each behind HTTP on loopback, asked all that receivers get wrong.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { run } from "../support/run.ts";
import { postEndless, startExample } from "../support/server.ts";

const secret = `whsec_${randomBytes(24).toString("base64")}`;
const env = { WEBHOOK_SECRET: secret };

/** The examples, and whether they answer a body that has no end: Express drops what is too long, and Lambda reads it first. */
const receivers: readonly [name: string, example: string, stops: boolean][] = [
  ["the README's", "webhook", true],
  ["Fastify", "fastify", true],
  ["Express", "express", false],
  ["a route handler of Next.js", "../support/adapters/next", true],
  ["AWS Lambda", "../support/adapters/lambda", false],
  ["a Cloudflare Worker", "../support/adapters/worker", true],
];

test.each(receivers)(
  "%s passes each probe, prints no credential, and reads no body without end",
  async (_, example, stops) => {
    const server = await startExample(example, env);
    try {
      const flags = ["--to", server.url, "--secret", "env:WEBHOOK_SECRET", "--strict", "--format", "json"];
      const { code, stdout } = await run(["probe", ...flags], { env });
      const { probes } = JSON.parse(stdout) as { probes: { id: string; verdict: string }[] };
      expect([code, probes.filter(({ verdict }) => verdict !== "pass")]).toEqual([0, []]);
      if (stops) expect((await postEndless(server.url)).status).toBe(413);
      for (const text of [secret.slice(6), "123456789", "sub_0SNlurA049MEWV2gSfSxi00xlPIi"])
        expect(server.output()).not.toContain(text);
    } finally {
      await server.stop();
    }
  },
);
