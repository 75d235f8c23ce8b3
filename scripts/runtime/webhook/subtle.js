/** WebCrypto. It is looked for when it is needed: importing the module works everywhere. */
export function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new Error("crypto.subtle is missing: use https, or Node 20.");
  return found;
}
