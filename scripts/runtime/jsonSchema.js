/**
 * The drafts that a JSON Schema can be asked for, by their names in Standard JSON Schema, with their `$schema`.
 * @type {Readonly<Record<string, string>>}
 */
export const drafts = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * Gives a schema in the draft that it is asked for. What is valid is never changed, so input and output are the same.
 * @param {(target: string) => Record<string, unknown>} schema makes the schema in a draft
 * @returns {import("./types.js").JsonSchemaConverter}
 */
export function converter(schema) {
  /** @param {{ readonly target: string }} options */
  const convert = ({ target }) => {
    if (!Object.hasOwn(drafts, target)) {
      throw new TypeError(
        `there is no JSON Schema for the target "${target}"; ask for "${Object.keys(drafts).join('" or "')}"`,
      );
    }
    return { $schema: drafts[target], ...schema(target) };
  };
  return { input: convert, output: convert };
}

/**
 * Joins the schemas of a union's members.
 * @param {string} title
 * @param {readonly import("./types.js").Verbs<any>[]} members
 * @param {string} target the draft
 * @returns {Record<string, unknown>}
 */
export function anyOf(title, members, target) {
  /** @type {Record<string, unknown>} */
  const held = {};
  const schemas = members.map((member) => {
    // These may stand at the root only.
    const { $schema: _, $defs, definitions, ...schema } = member["~standard"].jsonSchema.input({ target });
    Object.assign(held, $defs, definitions);
    return schema;
  });
  const isHeld = Object.keys(held).length > 0;
  return { title, anyOf: schemas, ...(isHeld && { [target === "draft-07" ? "definitions" : "$defs"]: held }) };
}
