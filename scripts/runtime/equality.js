/**
 * The length of a text as JSON Schema counts it: in code points.
 * @param {string} text
 */
export function codePoints(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Whether two JSON values are equal; the order of members does not count.
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
export function isEqual(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

/**
 * Whether no two items of an array are equal.
 * @param {readonly unknown[]} items
 */
export function isUnique(items) {
  const rest = items.filter((item) => typeof item === "object" && item !== null);
  const scalars = items.filter((item) => typeof item !== "object" || item === null);
  return new Set(scalars).size === scalars.length && rest.every((a, i) => rest.slice(0, i).every((b) => !isEqual(a, b)));
}
