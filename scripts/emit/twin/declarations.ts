import type { Event } from "../../catalog/catalog.ts";

/** What the declarations say once. They import nothing of Ajv, and whoever has Ajv can pass both on to its tools. */
const types = `/**
 * What is wrong with a value, in Ajv's words. \`params\` and \`instancePath\` can repeat names that a payload made up:
 * unlike the package's own issues, it is not safe to log.
 */
export interface AjvError {
  /** JSON Pointer of the wrong value; of the object, where a member is missing. */
  instancePath: string;
  /** Where in the schema the broken keyword stands, such as "#/properties/id/type". */
  schemaPath: string;
  keyword: string;
  /** What the keyword says of the error, such as \`{ missingProperty: "id" }\`. */
  params: Record<string, unknown>;
  message: string;
}

/** A validate function as Ajv compiles it. It ends at the first error. */
export interface AjvValidator<T> {
  (data: unknown): data is T;
  /** What was wrong with the last value; null where it was valid. Absent before the first call. */
  errors?: AjvError[] | null;
}
`;

/**
 * Writes the declarations of the validate functions.
 * @param extension what specifiers end with
 */
export function declareTwin(events: readonly Event[], extension: string): string {
  const functions = events.map(
    ({ name, type }) =>
      `/** Whether a value is a \`${type}\` event. */\n` +
      `export declare const ${name}: AjvValidator<import("./events/${type}${extension}").${name}>;\n`,
  );
  return ["", types, ...functions].join("\n");
}
