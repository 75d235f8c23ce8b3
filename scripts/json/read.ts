import type { Json } from "./json.ts";
import { type Position, positionAt } from "./lines.ts";
import { firstBadByte, lengthOf } from "./utf8.ts";
import { createScanner } from "./scan.ts";

/** Deeper documents are refused: validators of other languages stop at 100 levels and up, schemas never need as many. */
export const maxDepth = 64;

/** Why bytes are not a JSON document: the rule, where, what was found, what to do. */
export interface Problem {
  readonly rule: "byte-order-mark" | "utf-8" | "depth" | "json";
  readonly at: Position;
  readonly message: string;
  readonly fix: string;
}

/** Bytes read as JSON: the decoded text, and its value or the problem that it has. */
export type Read = { readonly text: string } & ({ readonly value: Json } | { readonly problem: Problem });

/**
 * Reads bytes as JSON text (RFC 8259): UTF-8, no byte order mark, at most {@link maxDepth} levels.
 * @param bytes the content of a file
 */
export function readJson(bytes: Uint8Array): Read {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const problem = (rule: Problem["rule"], index: number, message: string, fix: string): Read => {
    return { text, problem: { rule, at: positionAt(text, index), message, fix } };
  };
  if (text.startsWith("\uFEFF")) {
    return problem("byte-order-mark", 0, "starts with a byte order mark", "save the file as UTF-8 without BOM");
  }
  const broken = firstBadByte(bytes);
  if (broken !== undefined)
    return problem("utf-8", lengthOf(bytes.subarray(0, broken)), "is not UTF-8 text", "save the file as UTF-8");
  // Before parsing: a parser may overflow on depth.
  const scanner = createScanner(text);
  while (scanner.next()) {
    if (scanner.kind === "open" && scanner.depth === maxDepth) {
      return problem(
        "depth",
        scanner.start,
        `is nested deeper than ${maxDepth} levels`,
        "move inner schemas to files of their own",
      );
    }
  }
  if (scanner.error === undefined) return { text, value: JSON.parse(text) as Json };
  if (scanner.isComplete && !text.startsWith(",", scanner.error)) {
    return problem("json", scanner.error, "has something else behind its first value", "remove it, or write an array");
  }
  const isInText = text.startsWith('"', scanner.start) && scanner.error > scanner.start;
  const context = (isInText ? inText : "") + around(text, scanner.error);
  const [, message, fix] = mistakes.find(([pattern]) => pattern.test(context)) ?? unknownMistake;
  return problem("json", scanner.error, message, fix);
}

/** Stands before the context of an error inside a string. */
const inText = "in a text: ";

/** What people write that is not JSON: recognised by the text before the error, a bar, and the text behind it. */
const mistakes: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
  [/^\s*\|$/, "is empty", "write a schema, or remove the file"],
  [/\|$/, "ends before its last value does", "close what is open"],
  [/\|\s*\/[/*]/, "has a comment, which JSON does not allow", "remove it, or say it under $comment"],
  [/,\s*\|\s*[}\]]/, "has a comma behind the last member", "remove the comma"],
  [/\|'/, "has single quotes", 'use " instead'],
  [/[{,]\s*\|[A-Za-z_$]/, "has a name without quotes", 'write it in "…"'],
  [/^in a text: [^]*\|[\t\n\r]/, "has a line break or tab inside a text", "write \\n or \\t"],
  [/^in a text: [^]*\|\\/, "has an escape that JSON does not have", "write \\\\ for a backslash"],
  [/[[:,\s](?:-|-?\d[\d.]*(?:\.|e[+-]?))\|/i, "has a number that ends too early", "write the rest of its digits"],
  [/["\]}\w]\s*\|["{[\w-]/, "lacks a comma or a colon between two values", "add it"],
];

const unknownMistake = ["", "is not JSON", "correct the text here"] as const;

const around = (text: string, index: number): string =>
  `${text.slice(0, index).slice(-80)}|${text.slice(index, index + 80)}`;
