import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../json/json.ts";
import { mapSchema, without } from "../schema/walk.ts";
import type { Schema } from "../schema/schema.ts";
import type { Project } from "../project.ts";
import { compile } from "./compile.ts";
import { type OutputFile, schemaPath } from "./file.ts";
import { layOut } from "./layout.ts";
import { toLiteral } from "../print/literal.ts";
import { renderModule } from "./module.ts";
import { sharedView } from "./schemas.ts";
import { inline, sensitivePointers } from "./view.ts";

/** What the validator is compiled from: names written out, words left out, a const alone. */
function validatorView(schema: Schema): Schema {
  // What a const contradicts is refused before; what it satisfies adds nothing.
  if (schema.const !== undefined) return { const: schema.const };
  return mapSchema(without(schema, "annotation"), validatorView);
}

/**
 * The module of one event: its two functions, its JSON Schema and its companion object.
 * @returns the ESM and the CommonJS file
 */
export async function emitValidator(event: Event, { name: vendor }: Project): Promise<OutputFile[]> {
  const { name, type, document } = event;
  const flat = inline(event.schema);
  const { constants, patterns, helpers, accepts, explain } = compile(document.file, validatorView(flat));
  const functions = await Promise.all([
    layOut(`function accepts(event) {\n${accepts}}`),
    layOut(`function explain(event, report) {\n${explain}}`),
  ]);
  const literal = toLiteral(sharedView(flat) as unknown as Json, "  ", undefined, patterns);
  const schema = `function schema() {\n  return ${literal};\n}`;
  const sensitive = sensitivePointers(event).map((pointer) => JSON.stringify(pointer));
  const body = [
    ...(constants.length === 0 ? [] : [constants.join("\n")]),
    `/** Whether a value is a ${name}; stops at the first broken rule. */\n${functions[0]}`,
    `/** Reports every broken rule of a value that \`accepts\` refused. */\n${functions[1]}`,
    `/** The JSON Schema, made when it is asked for, and anew each time. */\n${schema}`,
    [
      `const ${name} = /* @__PURE__ */ companion({`,
      `  vendor: ${JSON.stringify(vendor)},`,
      `  type: ${JSON.stringify(type)},`,
      `  sensitive: [${sensitive.join(", ")}],`,
      "  accepts,\n  explain,\n  schema,\n});\n",
    ].join("\n"),
  ].join("\n\n");
  return renderModule({
    path: `events/${type}`,
    source: schemaPath(document.file),
    imports: [{ names: ["companion", ...helpers], from: "../runtime" }],
    body,
    exports: [name],
  });
}
