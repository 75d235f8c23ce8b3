import { isBeyondAscii } from "./beyondAscii.ts";
import { isIpv6 } from "./ip.ts";

const alpha = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digit = "0123456789";
const unreserved = `${alpha}${digit}-._~`;
const subDelims = "!$&'()*+,;=";

/** A set of ASCII characters, by code: three times as fast as a `Set` of strings, which long texts need. */
type Chars = readonly boolean[];

const setOf = (chars: string): Chars =>
  Array.from({ length: 128 }, (_, code) => chars.includes(String.fromCharCode(code)));

const alphas = setOf(alpha);
const digits = setOf(digit);
const hexDigits = setOf(`${digit}abcdefABCDEF`);
const schemeChars = setOf(`${alpha}${digit}+-.`);
const regNameChars = setOf(`${unreserved}${subDelims}`);
const userChars = setOf(`${unreserved}${subDelims}:`);
const pchars = setOf(`${unreserved}${subDelims}:@`);
const queryChars = setOf(`${unreserved}${subDelims}:@/?`);

/** Reads one text from the left. A method is a production of RFC 3986, appendix A: it says whether it was there. */
class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** scheme ":" hier-part [ "?" query ] [ "#" fragment ] */
  uri(): boolean {
    return this.scheme() && this.literal(":") && this.hierPart() && this.ending();
  }

  /** relative-part [ "?" query ] [ "#" fragment ], where a colon in the first segment would end a scheme */
  relativeRef(): boolean {
    const colon = this.text.indexOf(":");
    return (colon < 0 || colon > this.next("/?#")) && this.hierPart() && this.ending();
  }

  private ending(): boolean {
    if (this.literal("?")) this.query();
    if (this.literal("#")) this.query();
    return this.at === this.text.length;
  }

  /** ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) */
  private scheme(): boolean {
    if (!this.oneOf(alphas)) return false;
    this.anyOf(schemeChars);
    return true;
  }

  /** "//" authority path-abempty / path-absolute / path-rootless / path-empty */
  private hierPart(): boolean {
    if (this.literal("//")) return this.authority() && this.pathAbempty();
    // A path-absolute: after its first slash comes nothing or a segment-nz, and a second slash was read above.
    this.literal("/");
    if (this.pchar()) {
      this.segment();
      this.pathAbempty();
    }
    return true;
  }

  /** [ userinfo "@" ] host [ ":" port ]; ends before the first "/", "?" or "#", which none of them holds. */
  private authority(): boolean {
    const end = this.next("/?#");
    const at = this.text.indexOf("@", this.at);
    if (at >= 0 && at < end) {
      this.anyOrEscaped(userChars);
      if (!this.literal("@")) return false;
    }
    return this.host() && (!this.literal(":") || this.port()) && this.at === end;
  }

  /** IP-literal / IPv4address / reg-name, of which the last has at least one character and includes the second. */
  private host(): boolean {
    if (!this.literal("[")) {
      const start = this.at;
      this.anyOrEscaped(regNameChars);
      return this.at > start;
    }
    const end = this.text.indexOf("]", this.at);
    if (end < 0 || !isIpv6(this.text.slice(this.at, end))) return false;
    this.at = end + 1;
    return true;
  }

  /** *DIGIT, of which there must be one to five. */
  private port(): boolean {
    const start = this.at;
    this.anyOf(digits);
    return this.at - start >= 1 && this.at - start <= 5;
  }

  /** *( "/" segment ) */
  private pathAbempty(): boolean {
    while (this.literal("/")) this.segment();
    return true;
  }

  /** *pchar */
  private segment(): void {
    this.anyOrEscaped(pchars);
  }

  /** unreserved / pct-encoded / sub-delims / ":" / "@" */
  private pchar(): boolean {
    return this.oneOf(pchars) || this.pctEncoded();
  }

  /** *( pchar / "/" / "?" ), and a fragment is the same */
  private query(): void {
    this.anyOrEscaped(queryChars);
  }

  /** "%" HEXDIG HEXDIG; reads nothing where it is incomplete. */
  private pctEncoded(): boolean {
    const start = this.at;
    if (this.literal("%") && this.oneOf(hexDigits) && this.oneOf(hexDigits)) return true;
    this.at = start;
    return false;
  }

  /** Where the next of some characters stands; the end of the text where there is none. */
  private next(chars: string): number {
    const found = [...chars].map((char) => this.text.indexOf(char, this.at)).filter((at) => at >= 0);
    return Math.min(this.text.length, ...found);
  }

  private literal(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  private oneOf(chars: Chars): boolean {
    if (this.at === this.text.length || chars[this.text.charCodeAt(this.at)] !== true) return false;
    this.at++;
    return true;
  }

  private anyOf(chars: Chars): void {
    const { text } = this;
    let { at } = this;
    while (at < text.length && chars[text.charCodeAt(at)] === true) at++;
    this.at = at;
  }

  private anyOrEscaped(chars: Chars): void {
    do this.anyOf(chars);
    while (this.pctEncoded());
  }
}

/** RFC 3986 section 3 `URI`, narrowed: no IPvFuture, a host after "//", a port of 1 to 5 digits. */
export function isUri(text: string): boolean {
  return new Reader(text).uri();
}

/** RFC 3986 section 4.1 `URI-reference`, narrowed like `URI`. */
export function isUriReference(text: string): boolean {
  return isUri(text) || new Reader(text).relativeRef();
}

/**
 * RFC 3987 section 3.1: what is a URI once every character beyond ASCII stands in percent escapes; undefined where a
 * character is none that IRIs of ours hold.
 */
function toUri(text: string): string | undefined {
  let uri = "";
  for (const char of text) {
    if (char < "\u0080") uri += char;
    else if (!isBeyondAscii(char)) return undefined;
    else uri += "%EE";
  }
  return uri;
}

/** RFC 3987 section 2.2 `IRI`, narrowed like `URI`. */
export function isIri(text: string): boolean {
  const uri = toUri(text);
  return uri !== undefined && isUri(uri);
}

/** RFC 3987 section 2.2 `IRI-reference`, narrowed like `URI`. */
export function isIriReference(text: string): boolean {
  const uri = toUri(text);
  return uri !== undefined && isUriReference(uri);
}
