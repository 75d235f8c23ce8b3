import { type DocumentNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Diagnostic } from "../diagnostic.ts";
import { fromPointer, type Json, toPointer } from "../json/json.ts";
import { type Position, readText } from "./text.ts";

/** One schema file: its value, and where each part of it stands in the text. */
export interface Document {
  /** Path relative to the schema folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Undefined where the text is not JSON: a diagnostic tells of it, and nobody else needs to. */
  readonly value: Json | undefined;
  /** The numbers of the document as they are written, each with the keys that lead to it. */
  numbers(): Iterable<{ readonly text: string; readonly keys: readonly string[] }>;
  /** The place of the value at a JSON Pointer, or of the nearest value around it; 1-based, in UTF-16 code units. */
  locate(pointer: string): Position;
}

const start: Position = { line: 1, column: 1 };

/** The syntax tree of the text that was asked for last: a tree takes a hundred times the memory of its text. */
let last: { readonly text: string; readonly ast: DocumentNode } | undefined;

function syntaxTree(text: string): DocumentNode {
  if (last?.text !== text) last = { text, ast: parse(text) };
  return last.ast;
}

/** A document of which nothing is known but its name, and its text where that could be decoded. */
export function unreadable(file: string, text = ""): Document {
  return { file, text, value: undefined, numbers: () => [], locate: () => start };
}

/**
 * Reads one document.
 * @param file its path relative to the schema folder
 * @param bytes its content
 * @returns the document, and what is wrong with its text
 */
export function readDocument(file: string, bytes: Uint8Array): [Document, Diagnostic[]] {
  const read = readText(bytes);
  const { text } = read;
  if ("problem" in read) {
    const { rule, at, message, fix } = read.problem;
    return [unreadable(file, text), [{ rule, severity: "error", file, ...at, message, fix }]];
  }
  const repeated = duplicates(syntaxTree(text).body).map(({ name, at, pointer }): Diagnostic => {
    const message = `has the member ${JSON.stringify(name)} twice`;
    return { rule: "duplicate-key", severity: "error", file, pointer, ...at, message, fix: "remove one of them" };
  });
  return [{ file, text, value: read.value, numbers: () => numbers(text), locate: (pointer) => locate(syntaxTree(text), pointer) }, repeated];
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

/** Only what has many digits, a fraction or an exponent can be another number as a double: most files have none. */
const notable = /\d{16}|\d[.eE]/;

/** The numbers of a text that can be inexact. */
function* numbers(text: string): Generator<{ readonly text: string; readonly keys: readonly string[] }> {
  if (!notable.test(text)) return;
  const rest: [ValueNode, readonly string[]][] = [[syntaxTree(text).body, []]];
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    const [node, keys] = next;
    if (node.type === "Number") yield { text: text.slice(node.loc.start.offset, node.loc.end.offset), keys };
    else if (node.type === "Array") rest.push(...node.elements.map(({ value }, i): [ValueNode, string[]] => [value, [...keys, String(i)]]));
    else if (node.type === "Object") {
      rest.push(...node.members.map(({ name, value }): [ValueNode, string[]] => [value, [...keys, name.type === "String" ? name.value : name.name]]));
    }
  }
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
      // Of two members of one name, JSON.parse keeps the last.
      const member = node.members.findLast(({ name }) => (name.type === "String" ? name.value : name.name) === key);
      if (member === undefined) break;
      node = member.value;
      // A member is found by its name: the eye looks for the key, not for the value behind it.
      at = member.name.loc.start;
    } else break;
  }
  return { line: at.line, column: at.column };
}
