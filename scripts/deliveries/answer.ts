import type { Json } from "../json/json.ts";
import { count } from "../report/count.ts";
import { visible } from "../report/visible.ts";
import { encodingsOf } from "./encodings.ts";
import { type Answer, maxAnswer } from "./request.ts";

/** What stands for a value of the payload. */
const hidden = "…";

/** How much of a line that others wrote is shown, in characters. */
const maxShown = 200;

/** Media types that are shown as they are, though every event holds one; any other could be made of the payload. */
const mediaTypes: ReadonlySet<string> = new Set(["application/json", "application/problem+json"]);

/** The texts and numbers of a value. */
function* textsOf(value: Json): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number") yield String(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* textsOf(inner);
}

/** A text in lower case, in which each character keeps its index. */
const fold = (text: string): string =>
  text.replaceAll(/[A-Z]|[^ -~]/gu, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  });

/** A text beside the same one in lower case. */
type Folded = readonly [text: string, folded: string];

/** Replaces a text, which is in lower case, whatever case it has. */
function replace([text, folded]: Folded, one: string): Folded {
  const parts = folded.split(one);
  let start = 0;
  const kept = parts.map(({ length }) => {
    const part = text.slice(start, start + length);
    start += length + one.length;
    return part;
  });
  return [kept.join(hidden), parts.join(hidden)];
}

/** Hides what must not be shown in a text of others. @param isCut whether the text ends in the midst of something */
export type Hide = (text: string, isCut?: boolean) => string;

/**
 * Makes what hides values in a text, in any case and in the escapes of JSON, HTML and URLs.
 * @param payload its texts and numbers are replaced by "…"
 * @param others further texts that are, such as the secret and headers; a signature also without its version
 */
export function hiding(payload: Json, others: readonly string[]): Hide {
  const signatures = others.flatMap((text) => text.split(" ").flatMap((one) => [one, one.replace(/^v1,/, "")]));
  // Of a text that is longer than an answer only the beginning can be there.
  const texts = [...textsOf(payload), ...others, ...signatures].map((text) => text.slice(0, maxAnswer + 1));
  const all = texts.flatMap(encodingsOf).map(fold);
  // The long ones first: a short one can be a part of them.
  const sorted = [...new Set(all)].filter((text) => text !== "").toSorted((a, b) => b.length - a.length);
  return (text, isCut = false) => {
    const replaced = sorted.reduce<Folded>(replace, [text, fold(text)]);
    return isCut ? withoutBeginning(replaced, sorted) : replaced[0];
  };
}

/** Takes from the end of a text what is the beginning of a value, of which the rest was cut off. */
function withoutBeginning([text, folded]: Folded, values: readonly string[]): string {
  let start = text.length;
  for (const value of values) {
    const first = value.charAt(0);
    const least = Math.max(0, text.length - value.length);
    for (let at = folded.indexOf(first, least); at >= 0 && at < start; at = folded.indexOf(first, at + 1))
      if (value.startsWith(folded.slice(at))) start = at;
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

/** A media type without its parameters. */
const nameOf = (type: string): string => (type.split(";", 1)[0] as string).trim();

/** Describes an answer: "204 in 12 ms, no media type, 0 bytes". */
export function describeAnswer(answer: Answer, milliseconds: number, hide: Hide): string {
  const { status, body, isCut } = answer;
  const type = headerOf(answer, "content-type");
  const known = nameOf(type).toLowerCase();
  // A value can have a semicolon: it is hidden before the name ends.
  const media = mediaTypes.has(known) ? known : cut(nameOf(hide(type))) || "no media type";
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
