import { isBeyondAscii } from "./beyondAscii.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
const hexDigits = `${digits}abcdefABCDEF`;

/** RFC 6570 section 2.1: what no `literals` are. */
const outside: ReadonlySet<string> = new Set(" \"'<>\\^`{|}%");

/** Section 2.2 `operator`. */
const operators = "+#./;?&=,!@|";

/** Whether a text is one character of a string. */
const isOneOf = (chars: string, char: string | undefined): boolean =>
  char !== undefined && char !== "" && chars.includes(char);

const isLiteral = (char: string): boolean =>
  (char > " " && char < "\u007f" && !outside.has(char)) || isBeyondAscii(char);

const isEscape = (text: string, at: number): boolean =>
  text[at] === "%" && isOneOf(hexDigits, text[at + 1]) && isOneOf(hexDigits, text[at + 2]);

/** Section 2.3 `varname`. */
function isName(text: string): boolean {
  return text.split(".").every((part) => {
    for (let at = 0; at < part.length; at++) {
      if (isEscape(part, at)) at += 2;
      else if (!isOneOf(`${letters}${digits}_`, part[at])) return false;
    }
    return part !== "";
  });
}

/** Section 2.3 `varspec`, with a `modifier-level4`. */
function isVariable(text: string): boolean {
  if (text.endsWith("*")) return isName(text.slice(0, -1));
  const [name = "", length, ...more] = text.split(":");
  if (length === undefined) return isName(name);
  const isNumber = length !== "" && [...length].every((char) => digits.includes(char));
  const isLength = isNumber && length.length < 5 && !length.startsWith("0");
  return isName(name) && isLength && more.length === 0;
}

/** Section 2.2 `expression`, without its braces. */
const isExpression = (text: string): boolean =>
  text
    .slice(isOneOf(operators, text[0]) ? 1 : 0)
    .split(",")
    .every(isVariable);

/** RFC 6570 section 2 `URI-Template`. */
export function isUriTemplate(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") {
      const end = text.indexOf("}", at);
      if (end < 0 || !isExpression(text.slice(at + 1, end))) return false;
      at = end;
    } else if (isEscape(text, at)) at += 2;
    else {
      const char = String.fromCodePoint(text.codePointAt(at)!);
      if (!isLiteral(char)) return false;
      at += char.length - 1;
    }
  }
  return true;
}
