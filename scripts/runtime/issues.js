/**
 * @typedef {import("./types.js").Reason} Reason
 * @typedef {import("./types.js").ValidationFailure} ValidationFailure
 * @typedef {import("./types.js").ValidationIssue} ValidationIssue
 */

/** No caller can read thousands of issues, and a hostile payload has millions. */
const maxIssues = 100;

/**
 * Collects the issues of a refused value, one per pointer.
 * @param {unknown} value
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 * @param {Reason} [reason]
 * @returns {ValidationFailure}
 */
export function collect(value, explain, reason = "invalid") {
  /** @type {ValidationIssue[]} */
  const issues = [];
  let truncated = false;
  explain(value, (pointer, keyword, message) => {
    if (truncated || issues.some((other) => other.pointer === pointer)) return;
    if (issues.length < maxIssues) issues.push({ pointer, path: toPath(value, pointer), keyword, message });
    else truncated = true;
  });
  return { valid: false, reason, issues, ...(truncated ? { truncated } : {}) };
}

/**
 * Splits a JSON Pointer (RFC 6901); keys of arrays become numbers.
 * @param {any} value that the pointer points into
 * @param {string} pointer
 * @returns {(string | number)[]}
 */
function toPath(value, pointer) {
  let at = value;
  return pointer
    .split("/")
    .slice(1)
    .map((escaped) => {
      const key = escaped.replace(/~1/g, "/").replace(/~0/g, "~");
      const step = Array.isArray(at) ? Number(key) : key;
      at = at?.[step];
      return step;
    });
}
