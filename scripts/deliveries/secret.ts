import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { secretKey } from "../runtime/webhook/secret.js";
import { UnusableInput } from "../unusable.ts";

/** What a secret is looked for in. */
export interface Hiding {
  /** The folder that paths are relative to, absolute. */
  readonly here: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Bytes of a file of a secret that are read at most. */
const maxFile = 4096;

const how = 'put it into a variable or a file, and say "--secret env:WEBHOOK_SECRET" or "--secret file:secret.txt"';

/** The path is not repeated: a secret could have been written in its stead. */
function fail(error: unknown): never {
  throw UnusableInput.fromSystem("The file that --secret names cannot be read", error);
}

/** @throws UnusableInput where the file cannot be read, or is too long for a secret */
async function readSecretFile(path: string): Promise<string> {
  const file = await open(path).catch(fail);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(maxFile + 1), 0, maxFile + 1).catch(fail);
    if (bytesRead > maxFile)
      throw new UnusableInput("The file that --secret names is too long to hold a secret alone.");
    return buffer.toString("utf8", 0, bytesRead).trim();
  } finally {
    await file.close();
  }
}

const sources: Readonly<Record<string, (name: string, hiding: Hiding) => Promise<string> | string>> = {
  env: (name, { env }) => {
    const value = env[name];
    if (value === undefined || value === "")
      throw new UnusableInput("The variable that --secret names is not set: export it, or give its name alone.");
    return value.trim();
  },
  file: (path, { here }) => readSecretFile(resolve(here, path)),
};

/**
 * Reads the secret that deliveries are signed with. It never stands on the command line, which others can see.
 * @param word `env:NAME` or `file:path`
 * @returns a text that is a secret
 * @throws UnusableInput where there is none; it repeats nothing of the word, which could be the secret itself
 */
export async function readSecret(word: string | undefined, hiding: Hiding): Promise<string> {
  if (word === undefined) throw new UnusableInput(`Deliveries are signed, and there is no secret: ${how}.`);
  const [, kind = "", name = ""] = /^(env|file):(.+)$/.exec(word) ?? [];
  const read = sources[kind];
  if (read === undefined)
    throw new UnusableInput(`A secret is not taken from the command line, which others can see: ${how}.`);
  const secret = await read(name, hiding);
  await secretKey(secret).catch((error: unknown) => {
    if ((error as { reason?: string }).reason !== "bad-secret") throw error;
    throw new UnusableInput(
      `What --secret names is no secret: it has to be whsec_ and padded base64, as the sender shows it; copy it anew.`,
    );
  });
  return secret;
}
