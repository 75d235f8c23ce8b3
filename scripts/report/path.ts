/**
 * The path of a file from where the reader stands.
 * @param base path of the schema folder; "" for none
 * @param file path inside it
 */
export function pathOf(base: string, file: string): string {
  return base === "" ? file : `${base.replace(/\/+$/, "")}/${file}`;
}

/** A relative path as a relative URI: a colon would otherwise make a scheme of its first segment. */
export function uriOf(path: string): string {
  // A lone surrogate, which Windows allows in a name, has no percent-encoding: encodeURIComponent throws on it.
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
