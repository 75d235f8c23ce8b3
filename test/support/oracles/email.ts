import { isHostname } from "./hostname.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

/** RFC 5322 section 3.2.3 `atext`, and the dot, which the HTML standard allows anywhere in the local part. */
const localPart: ReadonlySet<string> = new Set(`${letters}${digits}!#$%&'*+-/=?^_\`{|}~.`);

/**
 * The valid e-mail address of the HTML standard: `1*( atext / "." ) "@" label *( "." label )`.
 * https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1) return false;
  for (let index = 0; index < at; index++) if (!localPart.has(text.charAt(index))) return false;
  return isHostname(text.slice(at + 1));
}
