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
    if (!this.scheme() || !this.literal(":") || !this.hierPart()) return false;
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

  /** host [ ":" port ], where host is a reg-name of at least one character: an IPv4address is one as well. */
  private authority(): boolean {
    if (!this.oneOf(regNameChars) && !this.pctEncoded()) return false;
    this.anyOrEscaped(regNameChars);
    return !this.literal(":") || this.port();
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

/** RFC 3986 section 3 `URI`, narrowed: no userinfo, no IP-literal, a host after "//", a port of 1 to 5 digits. */
export function isUri(text: string): boolean {
  return new Reader(text).uri();
}
