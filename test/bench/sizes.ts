import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { pack } from "../support/install.ts";
import { bundle, bundleUnion } from "./bundle.ts";
import { createCatalogue, type Schema } from "./catalogue.ts";
import { type Figure, summarize } from "./figures.ts";
import { generatePackage } from "./generation.ts";

const own = fileURLToPath(new URL("../../generated/", import.meta.url));

/** Bytes of a file; undefined where there is none. */
async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** The catalogue with one event more, whose `data` other events have too. */
function withOneMore(hasExample: boolean): Record<string, Schema> {
  const catalogue = createCatalogue(113);
  const [path, schema] = Object.entries(catalogue).at(-1) as [string, Schema];
  const { examples: _, ...bare } = schema;
  return hasExample
    ? catalogue
    : { ...catalogue, [path]: { ...bare, "x-lint-off": { example: "The bench tells what it costs." } } };
}

/** Bytes that a further event adds to a bundle of the union. */
async function measureFurther(hasExample: boolean, before: number, folder: string): Promise<number> {
  return (await bundleUnion(await generatePackage(withOneMore(hasExample), folder))).length - before;
}

/**
 * Measures bytes of our own package and of the catalogue's.
 * @param catalogue the folder of its package
 * @param folder for the catalogues with one event more
 */
export async function measureSizes(catalogue: string, folder: string): Promise<Figure[]> {
  const event = await bundle(
    'export { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.js";',
    own,
  );
  const receive = await bundle('export { receive } from "./webhook.js";', own);
  const union = (await bundleUnion(catalogue)).length;
  const { tarball } = await pack(own);
  const sizes: readonly [what: string, limit: number, size: number | undefined][] = [
    ["one event with all it imports, minified, gzip -9", 3200, gzipSync(event, { level: 9 }).length],
    ["`receive` beside the event, minified, gzip -9", 1400, gzipSync(receive, { level: 9 }).length],
    ["union of 112 events over 27 objects, minified", 220_000, union],
    [
      "each further event of shared `data`, without `examples`",
      1200,
      await measureFurther(false, union, join(folder, "further-bare")),
    ],
    [
      "each further event of shared `data`, with `examples`",
      1600,
      await measureFurther(true, union, join(folder, "further")),
    ],
    ["`ajv.js` of 112 events", 500_000, await sizeOf(join(catalogue, "ajv.js"))],
    ["`ajv.cjs` of 112 events", 500_000, await sizeOf(join(catalogue, "ajv.cjs"))],
    ["tarball of our one event", 30_000, await sizeOf(tarball)],
  ];
  return sizes.map(([what, limit, size]) => ({
    what,
    unit: "bytes",
    limit,
    measured: size === undefined ? undefined : summarize([size]),
  }));
}
