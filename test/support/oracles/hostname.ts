const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** RFC 1034 section 3.5 `let-dig`. */
const letDig: ReadonlySet<string> = new Set(`${letters}0123456789`);

/** RFC 1034 section 3.5 `label`, which RFC 1123 section 2.1 lets begin with a digit; limited to 63 characters. */
function isLabel(text: string): boolean {
  if (text.length < 1 || text.length > 63 || text.startsWith("-") || text.endsWith("-")) return false;
  return [...text].every((char) => char === "-" || letDig.has(char));
}

/** RFC 1123 section 2.1: labels with dots between them, of any length together. */
export function isHostname(text: string): boolean {
  return text.split(".").every(isLabel);
}
