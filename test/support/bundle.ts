import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

/** Bytes of a bundle, minified, and of the same with gzip -9. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
  readonly text: string;
}

/** Empties the JSON Schemas of a package, to tell what the rest costs. */
const withoutSchemas: Plugin = {
  name: "without-schemas",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:events|objects)[\\/][^\\/]+\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const contents = code.replace(/^(function schema\w*\(\)) \{\n.*?^\}$/ms, "$1 {}");
      if (contents === code) throw new Error(`${path} has no function that makes its JSON Schema`);
      return { contents };
    });
  },
};

/**
 * Measures what importing from a package costs a bundle.
 * @param code an ES module, whose specifiers are relative to the package's folder
 * @param folder of the package
 * @param options `schemas: false` leaves the text of the JSON Schemas out
 */
export async function measureBundle(code: string, folder: string, options = { schemas: true }): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    plugins: options.schemas ? [] : [withoutSchemas],
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  return {
    minified: contents.length,
    gzipped: gzipSync(contents, { level: 9 }).length,
    text: new TextDecoder().decode(contents),
  };
}
