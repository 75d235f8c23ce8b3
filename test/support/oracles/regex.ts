import { isPrintable } from "./beyondAscii.ts";

const syntax = "^$\\.*+?()[]{}|";
/** What has to be escaped in a class, in `v` mode. */
const classSyntax = "()[]{}/-\\|";
const hexDigits = "0123456789abcdefABCDEF";
const digits = "0123456789";

/** How deep groups may be nested. */
const depth = 5;

/** Reads one pattern from the left. A method says whether what it is named after was there, as ECMA-262 has it in `v` mode. */
class Reader {
  private at = 0;
  private readonly chars: readonly string[];

  constructor(text: string) {
    this.chars = [...text];
  }

  /** "^" first and "$" last, once each, and alternatives between them. */
  pattern(): boolean {
    this.take("^");
    if (!this.disjunction(0)) return false;
    this.take("$");
    return this.at === this.chars.length;
  }

  /** Terms with "|" between them; ends before what is neither. */
  private disjunction(level: number): boolean {
    for (;;) {
      if (this.take("|")) continue;
      const next = this.chars[this.at];
      if (next === undefined || next === ")" || next === "$") return true;
      if (!this.atom(next, level)) return false;
      this.quantifier();
    }
  }

  private atom(next: string, level: number): boolean {
    if (this.take("(")) return this.group(level);
    if (this.take("[")) return this.characterClass();
    if (this.take("\\")) return this.escape(`${syntax}/`);
    if (!isPrintable(next) || (syntax.includes(next) && next !== ".")) return false;
    this.at++;
    return true;
  }

  private group(level: number): boolean {
    if (level === depth) return false;
    if (this.take("?") && !this.take(":")) return false;
    return this.disjunction(level + 1) && this.take(")");
  }

  /** Ranges and members, one at least, up to "]". */
  private characterClass(): boolean {
    this.take("^");
    if (this.chars[this.at] === "]") return false;
    while (!this.take("]")) {
      if (!this.member() || (this.take("-") && !this.member())) return false;
    }
    return true;
  }

  private member(): boolean {
    if (this.take("\\")) return this.escape(`${syntax}/-`.replace("$", ""));
    const char = this.chars[this.at++];
    return char !== undefined && char !== "$" && isPrintable(char) && !classSyntax.includes(char);
  }

  private escape(marks: string): boolean {
    const char = this.chars[this.at++];
    if (char !== "x") return char !== undefined && `${marks}fnrt`.includes(char);
    return [this.chars[this.at++], this.chars[this.at++]].every((hex) => hex !== undefined && hexDigits.includes(hex));
  }

  /** Reads nothing where there is none: then what stands there is no atom either. */
  private quantifier(): void {
    const start = this.at;
    if (!this.take("*") && !this.take("+") && !this.take("?") && !this.braces()) this.at = start;
    else this.take("?");
  }

  private braces(): boolean {
    if (!this.take("{") || !this.bound()) return false;
    if (this.take(",") && this.chars[this.at] !== "}" && !this.bound()) return false;
    return this.take("}");
  }

  /** A number of at most 1000, without leading zeros. */
  private bound(): boolean {
    const start = this.at;
    while (this.at < this.chars.length && digits.includes(this.chars[this.at]!)) this.at++;
    const text = this.chars.slice(start, this.at).join("");
    return text !== "" && Number(text) <= 1000 && String(Number(text)) === text;
  }

  private take(expected: string): boolean {
    if (this.chars[this.at] !== expected) return false;
    this.at++;
    return true;
  }
}

/** A regular expression of what all languages read alike, but for the order of bounds and ranges. */
export function isPortableRegex(text: string): boolean {
  return new Reader(text).pattern();
}
