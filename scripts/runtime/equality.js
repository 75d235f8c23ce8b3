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
 * Whether two JSON values are equal; the order of members does not count. Without recursion, for payloads nest as deep
 * as their senders like.
 * @param {any} left
 * @param {any} right
 */
export function equal(left, right) {
  const pairs = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    for (const key of keys) pairs.push([a[key], b[key]]);
  }
  return true;
}

/**
 * Whether no two items of an array are equal: each is written as a text that only equal values share.
 * @param {readonly unknown[]} items
 */
export function unique(items) {
  const seen = new Set();
  for (const item of items) {
    // Scalars are their own key, but for texts, which must not meet those of objects.
    const key =
      typeof item === "object" && item !== null ? canonical(item) : typeof item === "string" ? `"${item}` : item;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/**
 * A text that two JSON values share if they are equal, and only then. Without recursion.
 * @param {unknown} value
 */
function canonical(value) {
  let text = "";
  /** @type {any[]} What is left to write, the next last: values, each behind the text before it. */
  const rest = [value, ""];
  while (rest.length > 0) {
    text += rest.pop();
    const next = rest.pop();
    if (typeof next !== "object" || next === null) {
      text += typeof next === "string" ? JSON.stringify(next) : next === undefined ? "" : String(next);
      continue;
    }
    const isArray = Array.isArray(next);
    // oxlint-disable-next-line unicorn/no-array-sort -- toSorted is newer than ES2022
    const keys = isArray ? Object.keys(next) : Object.keys(next).sort();
    text += isArray ? "[" : "{";
    rest.push(undefined, isArray ? "]" : "}");
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = keys[i] ?? "";
      rest.push(next[key], isArray ? "," : `,${JSON.stringify(key)}:`);
    }
  }
  return text;
}
