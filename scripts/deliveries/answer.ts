import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { count } from "../report/count.ts";
import { visible } from "../report/visible.ts";
import { type Answer, maxAnswer } from "./request.ts";

/** What stands for a value of the payload. */
const hidden = "…";

/** How much of a line that others wrote is shown, in characters. */
const maxShown = 200;

/** Media types that are shown as they are, though every event holds one; any other could be made of the payload. */
const mediaTypes: ReadonlySet<string> = new Set(["application/json", "application/problem+json"]);

/** The texts and numbers of a value, as they can stand in a text. */
function* textsOf(value: Json): Generator<string> {
  if (typeof value === "string") {
    const inJson = JSON.stringify(value).slice(1, -1);
    const inHtml = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const quoted = [inHtml.replaceAll('"', "&quot;"), inHtml.replaceAll('"', "&quot;").replaceAll("'", "&#39;")];
    yield* [value, inJson, toJson(value).slice(1, -1), inHtml, ...quoted, encodeURIComponent(value.toWellFormed())];
  } else if (typeof value === "number") yield String(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* textsOf(inner);
}

/** Hides what must not be shown in a text of others. @param isCut whether the text ends in the midst of something */
export type Hide = (text: string, isCut?: boolean) => string;

/**
 * Makes what hides values in a text.
 * @param payload its texts and numbers are replaced by "…"
 * @param others further texts that are, such as the secret
 */
export function hiding(payload: Json, others: readonly string[]): Hide {
  const texts = new Set([...textsOf(payload), ...others].filter((text) => text !== ""));
  // The long ones first: a short one can be a part of them.
  const sorted = [...texts].toSorted((a, b) => b.length - a.length);
  return (text, isCut = false) => {
    const replaced = sorted.reduce((rest, one) => rest.replaceAll(one, hidden), text);
    return isCut ? withoutBeginning(replaced, sorted) : replaced;
  };
}

/** Takes from the end of a text what is the beginning of a value, of which the rest was cut off. */
function withoutBeginning(text: string, values: readonly string[]): string {
  let start = text.length;
  for (const value of values) {
    const first = value.charAt(0);
    const least = Math.max(0, text.length - value.length);
    for (let at = text.indexOf(first, least); at >= 0 && at < start; at = text.indexOf(first, at + 1))
      if (value.startsWith(text.slice(at))) start = at;
  }
  return start === text.length ? text : text.slice(0, start) + hidden;
}

/** A line that others wrote, escaped and cut. */
function cut(text: string): string {
  const characters = [...visible(text)];
  return characters.length > maxShown ? `${characters.slice(0, maxShown).join("")}…` : characters.join("");
}

const headerOf = ({ headers }: Answer, name: string): string => String(headers[name] ?? "");

/** Where a redirect leads, for reports; "" where the answer is none. */
export function redirection(answer: Answer, hide: Hide): string {
  const { status } = answer;
  if (status < 300 || status > 399) return "";
  const location = headerOf(answer, "location");
  return location === ""
    ? "a redirect that leads nowhere"
    : `a redirect to ${cut(hide(location))}, which is not followed`;
}

/** Describes an answer: "204 in 12 ms, no media type, 0 bytes". */
export function describeAnswer(answer: Answer, milliseconds: number, hide: Hide): string {
  const { status, body, isCut } = answer;
  const [type = ""] = headerOf(answer, "content-type").toLowerCase().split(";");
  const name = type.trim();
  const media = name === "" ? "no media type" : mediaTypes.has(name) ? name : cut(hide(name));
  const length = isCut ? `more than ${maxAnswer} bytes` : count(body.length, "byte");
  const redirect = redirection(answer, hide);
  return [`${status} in ${milliseconds.toFixed(0)} ms`, media, length, ...(redirect === "" ? [] : [redirect])].join(
    ", ",
  );
}

/** The first line of an answer's body, with nothing of the payload in it. */
export function firstLine({ body, isCut }: Answer, hide: Hide): string {
  // The last character can be cut too.
  const text = isCut ? body.toString("utf8").replace(/\uFFFD+$/, "") : body.toString("utf8");
  // A value can have line ends: it is hidden before the line is.
  const [line = ""] = hide(text, isCut).split(/[\r\n\u2028\u2029]/, 1);
  return cut(line);
}
