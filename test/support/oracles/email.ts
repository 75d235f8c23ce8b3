const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

/** RFC 5322 section 3.2.3 `atext`, and the dot, which the HTML standard allows anywhere in the local part. */
const localPart: ReadonlySet<string> = new Set(`${letters}${digits}!#$%&'*+-/=?^_\`{|}~.`);

/** RFC 1034 section 3.5 `let-dig`. */
const letDig: ReadonlySet<string> = new Set(`${letters}${digits}`);

/** RFC 1034 section 3.5 `label`, which RFC 1123 section 2.1 lets begin with a digit; limited to 63 characters. */
function isLabel(text: string): boolean {
  if (text.length < 1 || text.length > 63 || text.startsWith("-") || text.endsWith("-")) return false;
  return [...text].every((char) => char === "-" || letDig.has(char));
}

/**
 * The valid e-mail address of the HTML standard: `1*( atext / "." ) "@" label *( "." label )`.
 * https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1) return false;
  for (let index = 0; index < at; index++) if (!localPart.has(text.charAt(index))) return false;
  return text
    .slice(at + 1)
    .split(".")
    .every(isLabel);
}
