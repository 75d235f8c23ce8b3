import { type Catalog, eventTypeOf } from "../catalog/catalog.ts";
import type { Folder } from "../catalog/folder.ts";
import { byCodeUnit } from "../json/json.ts";
import { count } from "../report/count.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { visible } from "../report/visible.ts";
import { naming } from "./naming.ts";

/** The folder of events: where it is a link or a submodule, none of them is read. */
const eventsFolder = "events";

/**
 * Finds the events of a schema folder that no catalog was made of, so that nothing is known of what they were.
 * @returns their types, sorted, and "events" where their folder could not be read
 */
export function eventsNotRead({ documents, diagnostics }: Folder, { events }: Pick<Catalog, "events">): string[] {
  const read = new Set(events.map(({ type }) => type));
  // What is no file of the folder, such as a link that leaves it, has a diagnostic and no document.
  const files = [...documents.keys(), ...diagnostics.map(({ file }) => file)];
  const types = files.flatMap((file) => eventTypeOf(file) ?? (file === eventsFolder ? [file] : []));
  return [...new Set(types)].filter((type) => !read.has(type)).toSorted(byCodeUnit);
}

/** Says that events were not compared, and what follows; "" where there are none. */
export function notComparedSentence(types: readonly string[], name: string): string {
  if (types.length === 0) return "";
  return `Not compared, for ${name} has errors in what they are made of: ${naming(types)}. What changed in them is unknown, which counts as major.`;
}

/** The same as a diagnostic, which belongs to no file of the schemas. */
export function notComparedDiagnostics(types: readonly string[], name: string): Diagnostic[] {
  const message = notComparedSentence(types, name);
  return message === "" ? [] : [{ rule: "not-compared", severity: "error", file: "", message: `major: ${message}` }];
}

/** Says what is wrong with the schemas of the other side; "" where nothing is. */
export function warningOf(name: string, refused: readonly Diagnostic[], types: readonly string[]): string {
  if (refused.length === 0) return "";
  const files = naming([...new Set(refused.map(({ file }) => file))].toSorted(byCodeUnit));
  const errors = `${name} has ${count(refused.length, "error")} by today's rules, in ${files}; what can be read of it is compared.`;
  const lines = [errors, notComparedSentence(types, name)].filter((one) => one !== "");
  return lines.map((line) => visible(line)).join("\n");
}
