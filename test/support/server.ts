import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A server that runs as a process of its own. */
export interface Server {
  readonly url: string;
  /** All that it has printed, on both streams. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Waits until the output names the port. */
async function findPort(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = AbortSignal.timeout(60_000);
  for (;;) {
    const port = /listening (?:on |at http:\/\/127\.0\.0\.1:)(\d+)/.exec(output())?.[1];
    if (port !== undefined) return port;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`);
    await Promise.race([once(child.stdout!, "data", { signal: deadline }), once(child, "close", { signal: deadline })]);
  }
}

/**
 * Starts one of the examples on a free port of loopback.
 * @param name of the file in test/examples, without extension
 * @throws where it ends, or names no port within a minute
 */
export function startExample(name: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  return startServer(["--import", "./scripts/typescript.mjs", `test/examples/${name}.ts`], { cwd: root, env });
}

/** Starts a program of Node that serves on loopback and prints its port. */
export async function startServer(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Server> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: "0" } });
  const closed = once(child, "close");
  let text = "";
  const output = (): string => text;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const port = await findPort(child, output);
  return {
    url: `http://127.0.0.1:${port}`,
    output,
    async stop() {
      child.kill();
      await closed;
    },
  };
}

/**
 * Posts a JSON text that has no end, until there is an answer.
 * @returns the answer's status, and how many bytes were sent before it came
 */
export async function postEndless(url: string): Promise<{ status: number | undefined; sent: number }> {
  const post = request(url, { method: "POST", headers: { "content-type": "application/json" } });
  const state = { isAnswered: false };
  let sent = 0;
  const answer = new Promise<number | undefined>((resolve, reject) => {
    post.on("error", (error) => (state.isAnswered ? undefined : reject(error)));
    post.on("response", (response) => {
      state.isAnswered = true;
      response.resume();
      resolve(response.statusCode);
    });
  });
  post.write('{"x":"');
  const chunk = "x".repeat(2 ** 16);
  while (!state.isAnswered && sent < 2 ** 26) {
    sent += chunk.length;
    const isTaken = post.write(chunk);
    // Who writes on into a connection that is being closed may not hear the answer.
    if (sent > 2 ** 20) await Promise.race([setTimeout(50), answer.catch(() => {})]);
    if (!isTaken && !state.isAnswered)
      await Promise.race([once(post, "drain").catch(() => {}), answer.catch(() => {})]);
  }
  const status = await answer;
  post.destroy();
  return { status, sent };
}
