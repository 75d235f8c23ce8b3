import { draft2020 } from "../catalog/drafts.ts";
import { isObject, type JsonObject, toPointer } from "../json/json.ts";
import type { Document } from "../schema/document.ts";
import { isHeld } from "./doubts.ts";
import { below, copiesOf, type Edit, type Keys } from "./edit.ts";
import { followMoves, type Move, type Round } from "./refs.ts";
import { findOlder } from "./rewritings.ts";
import { editText } from "./text.ts";
import { suggestTitles } from "./titles.ts";
import { olderSchemas } from "./walk.ts";

/** A file as it should be. */
export interface Fixed {
  readonly text: string;
  /** How often each keyword was rewritten. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The edits of one round, in which each schema is edited once. */
interface Edits {
  readonly keywords: string[];
  readonly edits: Edit[];
  readonly moves: Map<string, Move>;
}

/** The first thing that each schema says in an older way, but for schemas whose text another edit moves or drops. */
function nextRound(root: JsonObject): Edits {
  const round: Edits = { keywords: [], edits: [], moves: new Map() };
  const covered = new Set<string>();
  const cover = (keys: Keys): unknown => covered.add(JSON.stringify(keys));
  const enters = (keys: Keys): boolean =>
    covered.size === 0 || !keys.some((_, i) => covered.has(JSON.stringify(keys.slice(0, i + 1))));
  for (const [schema, at] of olderSchemas(root, enters)) {
    const finding = findOlder(schema).find((one) => "edits" in one);
    if (finding === undefined || !("edits" in finding)) continue;
    const edits = finding.edits.map((edit) => below(at, edit));
    round.keywords.push(finding.keyword);
    round.edits.push(...edits);
    if (finding.moves !== undefined) round.moves.set(toPointer(at), { at, pairs: finding.moves });
    for (const edit of edits) {
      if (edit.kind === "set" || edit.kind === "remove") cover(edit.keys);
      if ("value" in edit) copiesOf(edit.value).forEach(cover);
    }
  }
  return round;
}

/** What the root of a file lacks, or declares in an older way. */
function* editsOfHead(root: JsonObject, title: string | undefined): Generator<Edit> {
  const { $schema } = root;
  if ($schema === undefined) yield { kind: "add", keys: [], name: "$schema", value: draft2020, after: undefined };
  else if ($schema !== draft2020) yield { kind: "set", keys: ["$schema"], value: draft2020 };
  const after = Object.hasOwn(root, "$id") ? "$id" : "$schema";
  if (title !== undefined) yield { kind: "add", keys: [], name: "title", value: title, after };
}

/** A document while it is rewritten. */
interface Progress {
  text: string;
  readonly counts: Map<string, number>;
  readonly rounds: Round[];
}

const count = (counts: Map<string, number>, keyword: string): unknown =>
  counts.set(keyword, (counts.get(keyword) ?? 0) + 1);

/** Rewrites one document, but for its references. */
function rewrite(document: Document, title: string | undefined): Progress {
  const progress: Progress = { text: document.text, counts: new Map(), rounds: [] };
  for (const edit of editsOfHead(document.value as JsonObject, title)) {
    progress.text = editText(progress.text, [edit]);
    count(progress.counts, edit.kind === "add" ? edit.name : "$schema");
  }
  for (;;) {
    const { keywords, edits, moves } = nextRound(JSON.parse(progress.text) as JsonObject);
    if (edits.length === 0) return progress;
    progress.text = editText(progress.text, edits);
    progress.rounds.push(moves);
    for (const keyword of keywords) count(progress.counts, keyword);
  }
}

/**
 * Rewrites documents of older drafts and of OpenAPI 3.0 as JSON Schema 2020-12, where that says the same; what is left
 * is what {@link findOlder} still finds, and files of which {@link isHeld} says so. Done again, it changes nothing.
 * @param documents all documents of a folder, by file
 * @param mayEdit whether a document may be changed
 * @param taken names that the package itself exports
 * @returns the files that change
 */
export function fixDocuments(
  documents: ReadonlyMap<string, Document>,
  mayEdit: (document: Document) => boolean,
  taken: ReadonlySet<string>,
): Map<string, Fixed> {
  const editable = [...documents.values()].filter((document) => isObject(document.value) && mayEdit(document));
  const own = editable.filter(({ value }) => !isHeld(value as JsonObject));
  const titles = suggestTitles(documents.values(), taken);
  const rewritten = new Map(own.map((document) => [document.file, rewrite(document, titles.get(document.file))]));
  const moves = new Map([...rewritten].map(([file, { rounds }]) => [file, rounds]));
  const ids = new Map(
    [...documents.values()].flatMap(({ file, value }) => {
      return isObject(value) && typeof value["$id"] === "string" ? [[value["$id"], file]] : [];
    }),
  );
  const fixed = new Map<string, Fixed>();
  for (const { file, text: before } of editable) {
    const { text, counts }: Pick<Progress, "text" | "counts"> = rewritten.get(file) ?? {
      text: before,
      counts: new Map(),
    };
    const edits = [...followMoves(file, JSON.parse(text) as JsonObject, moves, ids)];
    if (edits.length > 0) counts.set("$ref", edits.length);
    const after = editText(text, edits);
    if (after !== before) fixed.set(file, { text: after, counts });
  }
  return fixed;
}
