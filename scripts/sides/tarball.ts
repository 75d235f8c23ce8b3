import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unpackTar } from "modern-tar";
import { UnusableInput } from "../unusable.ts";
import { isWanted, refuseLarge } from "./package.ts";

/** Bytes of all files of a package, unpacked. */
const maxUnpacked = 200_000_000;

/** What npm packs lies in a folder of this name. */
const top = "package/";

/**
 * Reads a tarball as `npm pack` writes it, in memory: nothing is written, and nothing of it is run.
 * @param name what messages call it
 * @param path of the file, absolute
 * @returns the texts of those of its files that are read, by path inside the package; links and devices are none
 * @throws UnusableInput where it is broken, too large, or cannot be read
 */
export async function readTarball(name: string, path: string): Promise<ReadonlyMap<string, string>> {
  const bytes = Readable.toWeb(Readable.from(unzip(name, path), { objectMode: false }));
  const entries = await unpackTar(bytes as ReadableStream<Uint8Array>, {
    strict: true,
    filter: (entry) => {
      const file = entry.type === "file" && entry.name.startsWith(top) ? entry.name.slice(top.length) : "";
      if (!isWanted(file)) return false;
      refuseLarge(name, file, entry.size);
      return true;
    },
  }).catch((error: unknown) => {
    throw toUnusable(name, error);
  });
  return new Map(entries.map(({ header, data }) => [header.name.slice(top.length), new TextDecoder().decode(data)]));
}

/** The bytes of a file without gzip. A small file can stand for a very large one. */
async function* unzip(name: string, path: string): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip();
  // What goes wrong is thrown by the loop: the pipeline destroys both ends with it.
  void pipeline(createReadStream(path), unpacked).catch(() => {});
  let size = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxUnpacked) {
      throw new UnusableInput(
        `The tarball ${name} has more than ${maxUnpacked} bytes when it is unpacked; name one that npm pack wrote of a generated package.`,
      );
    }
    yield chunk;
  }
}

/** Says what is wrong with a tarball: of the system, of gzip, or of what was in it. */
function toUnusable(name: string, error: unknown): UnusableInput {
  if (error instanceof UnusableInput) return error;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) return UnusableInput.fromSystem(`The tarball ${name} cannot be read`, error);
  const isGzip = code?.startsWith("Z_") === true;
  const reason = `${isGzip ? "gzip" : "tar"} says "${message}"`;
  return new UnusableInput(
    `${name} is no tarball as npm pack writes it, or is cut off: ${reason}. Download it or pack it again.`,
  );
}
