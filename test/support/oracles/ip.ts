const digits: ReadonlySet<string> = new Set("0123456789");
const hexDigits: ReadonlySet<string> = new Set("0123456789abcdefABCDEF");

/** A number from 0 to 255 as JavaScript writes it, so without leading zeros. */
function isOctet(text: string): boolean {
  return [...text].every((char) => digits.has(char)) && Number(text) < 256 && String(Number(text)) === text;
}

/** RFC 2673 section 3.2 `dotted-quad`, narrowed: no leading zeros. */
export function isIpv4(text: string): boolean {
  const numbers = text.split(".");
  return numbers.length === 4 && numbers.every(isOctet);
}

const isGroup = (text: string): boolean =>
  text.length >= 1 && text.length <= 4 && [...text].every((char) => hexDigits.has(char));

/** How many groups of 16 bits a part without "::" holds; undefined where something else stands in it. */
function countGroups(text: string, mayEndInIpv4: boolean): number | undefined {
  if (text === "") return 0;
  const groups = text.split(":");
  const last = groups.at(-1)!;
  const isIpv4Last = mayEndInIpv4 && last.includes(".");
  if (isIpv4Last && !isIpv4(last)) return undefined;
  if (!(isIpv4Last ? groups.slice(0, -1) : groups).every(isGroup)) return undefined;
  return groups.length + (isIpv4Last ? 1 : 0);
}

/** RFC 4291 section 2.2, in its three forms. */
export function isIpv6(text: string): boolean {
  const [before = "", after, ...more] = text.split("::");
  if (after === undefined) return countGroups(before, true) === 8;
  const [left, right] = [countGroups(before, false), countGroups(after, true)];
  // "::" stands for one group at least.
  return more.length === 0 && left !== undefined && right !== undefined && left + right < 8;
}
