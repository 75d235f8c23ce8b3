import { toJson } from "../json/text.ts";

/** Characters that some writers of JSON escape, beside those that all do. */
const escapedInJson = ["", "<>&", "<>&'", "<>&'=", "<>&'\"+`"] as const;

/** How double and single quotes are written in HTML. */
const quotesInHtml = [
  ['"', "'"],
  ["&quot;", "'"],
  ["&quot;", "&#39;"],
  ["&quot;", "&#039;"],
  ["&quot;", "&#x27;"],
  ["&quot;", "&apos;"],
  ["&#34;", "&#39;"],
] as const;

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text as writers of JSON write it: Go, .NET and PHP escape more than JavaScript does. */
function* inJson(text: string): Generator<string> {
  const json = JSON.stringify(text).slice(1, -1);
  yield toJson(text).slice(1, -1);
  for (const characters of escapedInJson) {
    const escaped = [...characters].reduce(
      // A quotation mark is escaped already.
      (rest, one) => rest.replaceAll(one === '"' ? '\\"' : one, escapeOf(one)),
      json,
    );
    for (const one of [escaped, escaped.replaceAll("/", "\\/")]) yield* [one, one.replaceAll(/[^ -~]/g, escapeOf)];
  }
}

/** A text as it is escaped in HTML. */
function inHtml(text: string): string[] {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return quotesInHtml.map(([double, single]) => escaped.replaceAll('"', double).replaceAll("'", single));
}

/** A text as it is encoded in URLs and forms. */
function inUrl(text: string): string[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  return [encoded, encoded.replaceAll("'", "%27"), form, form.replaceAll("+", "%20")];
}

/** The ways in which a text can stand in a text of others: as it is, and in the escapes of JSON, HTML and URLs. */
export function encodingsOf(text: string): string[] {
  return [text, ...inJson(text), ...inHtml(text), ...inUrl(text)];
}
