import { type DocumentNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Diagnostic } from "../diagnostic.ts";
import { fromPointer, type Json, toPointer } from "./json.ts";

/** One schema file: its value, and where each part of it stands in the text. */
export interface Document {
  /** Path relative to the schema folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  /** The place of the value at a JSON Pointer, or of the nearest value around it; 1-based, in UTF-16 code units. */
  locate(pointer: string): Position;
}

/** A place in a text; both 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Deeper documents are refused: validators of other languages stop at 100 levels and up, schemas never need as many. */
export const maxDepth = 64;

/**
 * Reads one document.
 * @param file its path relative to the schema folder
 * @param bytes its content
 * @returns the document, or what is wrong with its text
 */
export function readDocument(file: string, bytes: Uint8Array): Document | Diagnostic[] {
  const problem = (rule: string, message: string, at: Position, fix: string): Diagnostic[] => [
    { rule, severity: "error", file, ...at, message, fix },
  ];
  const start = { line: 1, column: 1 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return problem("byte-order-mark", "starts with a byte order mark", start, "save the file as UTF-8 without BOM");
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const broken = firstBadByte(bytes);
  if (broken !== undefined) {
    return problem("utf-8", "is not UTF-8 text", positionAt(text, broken), "save the file as UTF-8");
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const message = `is nested deeper than ${maxDepth} levels`;
    return problem("depth", message, positionAt(text, deep), "move inner schemas to files of their own");
  }
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return problem("json", "is not JSON", syntaxError(text, error), "correct the text at this place");
  }
  const ast = parse(text);
  const repeated = duplicates(ast.body).map(({ name, at, pointer }): Diagnostic => {
    const message = `has the member ${JSON.stringify(name)} twice`;
    return { rule: "duplicate-key", severity: "error", file, pointer, ...at, message, fix: "remove one of them" };
  });
  return repeated.length > 0 ? repeated : { file, text, value, locate: (pointer) => locate(ast, pointer) };
}

/** The index, in the decoded text, of the first byte that is not UTF-8; undefined where all are. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    strict.decode(bytes);
    return undefined;
  } catch {
    // Halve towards the shortest prefix that fails; `stream` lets a prefix end inside a character.
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      try {
        new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), { stream: true });
        good = middle;
      } catch {
        bad = middle;
      }
    }
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good)).length;
  }
}

/** The index of the first bracket that opens a level too many. Checked before parsing: parsers overflow on it. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (depth > maxDepth) return index;
  }
  return undefined;
}

/** Where the text stops being JSON: where our parser says, else where V8 says, else at its end. */
function syntaxError(text: string, error: unknown): Position {
  const truncated = /end of JSON input|Unterminated/.test(String(error));
  try {
    parse(text);
  } catch (found) {
    const { line, column } = found as Partial<Position>;
    if (!truncated && line !== undefined && column !== undefined) return { line, column };
  }
  const index = /position (\d+)/.exec(String(error))?.[1];
  return positionAt(text, truncated || index === undefined ? text.length : Number(index));
}

function positionAt(text: string, index: number): Position {
  const lines = text.slice(0, index).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Members that repeat a name of the same object. */
function duplicates(node: ValueNode, keys: readonly string[] = []): { name: string; at: Position; pointer: string }[] {
  if (node.type === "Array") return node.elements.flatMap(({ value }, i) => duplicates(value, [...keys, String(i)]));
  if (node.type !== "Object") return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name: key, value }) => {
    const name = key.type === "String" ? key.value : key.name;
    const pointer = [...keys, name];
    const { line, column } = key.loc.start;
    const twice = seen.has(name) ? [{ name, at: { line, column }, pointer: toPointer(pointer) }] : [];
    seen.add(name);
    return [...twice, ...duplicates(value, pointer)];
  });
}

function locate(ast: DocumentNode, pointer: string): Position {
  let node = ast.body;
  let at = node.loc.start;
  for (const key of fromPointer(pointer)) {
    if (node.type === "Array") {
      const element = node.elements[Number(key)];
      if (element === undefined) break;
      node = element.value;
      at = node.loc.start;
    } else if (node.type === "Object") {
      const member = node.members.find(({ name }) => (name.type === "String" ? name.value : name.name) === key);
      if (member === undefined) break;
      node = member.value;
      // A member is found by its name: the eye looks for the key, not for the value behind it.
      at = member.name.loc.start;
    } else break;
  }
  return { line: at.line, column: at.column };
}
