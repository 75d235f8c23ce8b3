import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package that is tested. */
export const generated: string = fileURLToPath(new URL("../../generated/", import.meta.url));

/** Where everything is written. */
export const build: string = fileURLToPath(new URL(".build/", import.meta.url));

/** The project that has installed the package, with the programs. */
export const project: string = join(build, "project");

/** Where npm puts the runtimes. */
export const installed: string = join(build, "installed");

/** What the programs say on standard error; it is not printed, for it may quote a payload. */
export const logs: string = join(build, "logs");
