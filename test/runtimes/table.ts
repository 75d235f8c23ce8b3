import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, installed } from "./folders.ts";

export const formats = ["ESM", "CJS"] as const;

/** How a program loads the package. */
export type Format = (typeof formats)[number];

/** A runtime, where to find it, and what it has to run in the project that has installed the package. */
export interface Runtime {
  /** The version that it tells of itself begins with this. */
  readonly name: string;
  /** Its path; undefined where it is missing. */
  readonly find: () => string | undefined;
  /** Who has it. */
  readonly source: "npm" | "Debian";
  /** What to run, by format; `found` is its path. */
  readonly commands: (found: string) => Readonly<Partial<Record<Format, readonly string[]>>>;
  /** Whether its programs check as well that it makes no code from text. */
  readonly strict?: true;
}

const browsers = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Why a runtime is missing, and how to get it. */
export const sources: Readonly<Record<Runtime["source"], { readonly reason: string; readonly remedy: string }>> = {
  npm: {
    reason: `npm did not install it for ${process.platform} ${process.arch}`,
    remedy: "run the command again, on Linux (x64 or arm64), where the registry can be reached",
  },
  Debian: { reason: `PATH has none of ${browsers.join(", ")}`, remedy: "apt-get install chromium" },
};

const driver = (name: string): string => fileURLToPath(new URL(`drivers/${name}`, import.meta.url));

/** A path below the installed packages; undefined where it is missing. */
function findInstalled(path: string): string | undefined {
  const file = join(installed, "node_modules", path);
  return existsSync(file) ? file : undefined;
}

/** The first of several programs that PATH has. */
function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A major version of Node. */
function node(major: number): Runtime {
  return {
    name: `Node ${major}`,
    find: () => findInstalled(`node-${major}-linux-${process.arch}/bin/node`),
    source: "npm",
    commands: (found) => ({ ESM: [found, "esm.js"], CJS: [found, "commonjs.cjs"] }),
  };
}

/** Every runtime that the package is said to work on. */
export const runtimes: readonly Runtime[] = [
  ...[20, 22, 24, 26].map(node),
  {
    name: "Deno",
    find: () => findInstalled(`@deno/linux-${process.arch}-glibc/deno`),
    source: "npm",
    commands: (found) => ({
      ESM: [found, "run", "--no-prompt", "--no-remote", "esm.js"],
      // `require` reads at run time, which has to be permitted.
      CJS: [found, "run", "--no-prompt", "--no-remote", "--allow-read=.", "commonjs.cjs"],
    }),
  },
  {
    name: "Bun",
    find: () => findInstalled(`@oven/bun-linux-${process.arch === "arm64" ? "aarch64" : process.arch}/bin/bun`),
    source: "npm",
    commands: (found) => ({ ESM: [found, "--no-install", "esm.js"], CJS: [found, "--no-install", "commonjs.cjs"] }),
  },
  {
    name: "workerd",
    find: () =>
      findInstalled(`@cloudflare/workerd-linux-${process.arch === "x64" ? "64" : process.arch}`) &&
      findInstalled("miniflare"),
    source: "npm",
    commands: () => ({ ESM: [process.execPath, driver("workerd.js"), installed] }),
    strict: true,
  },
  {
    name: "Chromium",
    find: () => findOnPath(browsers),
    source: "Debian",
    commands: (found) => ({ ESM: [process.execPath, driver("chromium.js"), found, join(build, "profile")] }),
    strict: true,
  },
];
