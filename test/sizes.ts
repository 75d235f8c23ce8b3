// npm run sizes: what the tarball weighs, and what each event costs a bundle.
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { GigsEvent } from "../generated/index.js";
import * as exported from "../generated/index.js";
import { measureBundle, type Size } from "./support/bundle.ts";
import { pack } from "./support/install.ts";

const folder = fileURLToPath(new URL("../generated/", import.meta.url));
const { tarball, paths } = await pack(folder);
const show = (label: string, { minified, gzipped }: Size): void => {
  console.log(`${String(minified).padStart(8)} ${String(gzipped).padStart(8)}  ${label}`);
};

console.log(`tarball: ${(await stat(tarball)).size} bytes, ${paths.length} files\n`);
console.log("minified gzip -9  bundle of");
for (const type of GigsEvent.types) {
  const names = Object.entries(exported).flatMap(([name, value]) =>
    "type" in value && value.type === type ? [name] : [],
  );
  for (const name of names) {
    const own = `export { ${name} } from "./events/${type}.js";`;
    show(`${name}, from its own file`, await measureBundle(own, folder));
    show(`${name}, from its own file, without its JSON Schema`, await measureBundle(own, folder, { schemas: false }));
    show(`${name}, from the index`, await measureBundle(`export { ${name} } from "./index.js";`, folder));
  }
}
for (const name of ["receive", "sign"])
  show(`${name}, beside the event`, await measureBundle(`export { ${name} } from "./webhook.js";`, folder));
show("everything", await measureBundle(`export * from "./index.js";`, folder));
