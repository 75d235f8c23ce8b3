// No text that a schema has once stands twice in the package's code: it is composed of the definitions' own when it is asked for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { everyKeyword } from "./fixtures/everyKeyword.ts";
import { generatePackage } from "./support/build.ts";
import { root } from "./support/codegen.ts";

/** Shorter texts are words: of keywords, of types, "must be present". */
const short = 24;

/** The texts of a module, strings, templates and regular expressions alike. */
function textsOf(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest));
  return found;
}

describe.each<[string, () => Promise<string>]>([
  ["our package", async () => join(root, "generated")],
  ["a package of two events", () => generatePackage(withSecondEvent)],
  ["the fixture with every keyword", () => generatePackage(everyKeyword)],
])("%s", (_, makeFolder) => {
  test("has each text of its schemas once", async () => {
    const folder = await makeFolder();
    const modules = (readdirSync(folder, { recursive: true }) as string[]).filter(
      (path) => path.endsWith(".js") && !/^(?:ajv|runtime)\.js$/.test(path),
    );
    const texts = modules.flatMap((path) => textsOf(join(folder, path)));
    const schemas = (readdirSync(join(folder, "schemas")) as string[])
      .filter((path) => path.endsWith(".json"))
      .map((path) => readFileSync(join(folder, "schemas", path), "utf8"));
    const words = new Set<string>();
    for (const schema of schemas) {
      JSON.parse(schema, (key, value: unknown) => {
        if (
          (key === "description" || key === "title" || key === "pattern") &&
          typeof value === "string" &&
          value.length >= short
        )
          words.add(value);
        return value;
      });
    }
    const twice = [...words].filter(
      (word) => texts.filter((text) => text === word || text === `/${word}/` || text === `/${word}/u`).length > 1,
    );
    expect(twice).toEqual([]);
  });

  test("gives the very schemas that it holds as files", async () => {
    const folder = await makeFolder();
    const events = (await import(join(folder, "index.js"))) as Record<
      string,
      { type?: string; "~standard"?: { jsonSchema: { input: (options: object) => object } } }
    >;
    for (const [target, where] of [
      ["draft-2020-12", "schemas"],
      ["draft-07", "schemas/draft-07"],
    ] as const) {
      for (const { type, "~standard": standard } of Object.values(events)) {
        if (type === undefined || standard === undefined) continue;
        const { $comment: _comment, ...file } = JSON.parse(
          readFileSync(join(folder, where, `${type}.schema.json`), "utf8"),
        ) as { $comment: string };
        expect(standard.jsonSchema.input({ target })).toStrictEqual(file);
        expect(standard.jsonSchema.input({ target })).not.toBe(standard.jsonSchema.input({ target }));
      }
    }
  });
});
