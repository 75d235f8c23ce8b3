import { toJson } from "../../json/text.ts";
import { escapeTemplate } from "../../print/text.ts";
import type { Value } from "../../schema/keywords/printer.ts";

/** A JSON Pointer as code: a string, or a sum or a template where a piece of it is only known at run time. */
export function pointerCode(pointer: Value["pointer"]): string {
  const pieces: Value["pointer"][number][] = [];
  for (const piece of pointer) {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  const [first = "", second = "", ...rest] = pieces;
  if (rest.length === 0 && second === "") return typeof first === "string" ? toJson(first) : first.code;
  if (rest.length === 0 && typeof first === "object" && typeof second === "string")
    return `${first.code} + ${toJson(second)}`;
  const texts = pieces.map((piece) => (typeof piece === "string" ? escapeTemplate(piece) : `\${${piece.code}}`));
  return `\`${texts.join("")}\``;
}
