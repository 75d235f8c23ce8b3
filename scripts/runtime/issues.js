/**
 * @typedef {import("./types.js").Reason} Reason
 * @typedef {import("./types.js").ValidationFailure} ValidationFailure
 * @typedef {import("./types.js").ValidationIssue} ValidationIssue
 */

/** No caller can read thousands of issues, and a hostile payload has millions. */
const maxIssues = 100;

/**
 * Collects the issues of a refused value, one per place.
 * @param {unknown} value
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 * @returns {ValidationFailure}
 */
export function collect(value, explain) {
  /** @type {ValidationIssue[]} */
  const issues = [];
  let truncated = false;
  explain(value, (pointer, keyword, message) => {
    if (truncated || issues.some((other) => other.pointer === pointer)) return;
    if (issues.length < maxIssues) issues.push(issue(pointer, toPath(value, pointer), keyword, message));
    else truncated = true;
  });
  return refuse("invalid", issues, truncated);
}

/**
 * @param {string} pointer
 * @param {readonly (string | number)[]} path
 * @param {string} keyword
 * @param {string} message
 * @returns {ValidationIssue}
 */
export function issue(pointer, path, keyword, message) {
  return { pointer, path, keyword, message };
}

/**
 * @param {Reason} reason
 * @param {ValidationIssue[]} issues
 * @param {boolean} [truncated]
 * @returns {ValidationFailure}
 */
export function refuse(reason, issues, truncated = false) {
  return truncated ? { valid: false, reason, issues, truncated } : { valid: false, reason, issues };
}

/**
 * Splits a JSON Pointer (RFC 6901); keys of arrays become numbers.
 * @param {any} value that the pointer points into
 * @param {string} pointer
 * @returns {(string | number)[]}
 */
function toPath(value, pointer) {
  const keys = pointer.split("/");
  keys.shift();
  // Most pointers hold neither an escape nor what could be an index.
  if (!/[~\d]/.test(pointer)) return keys;
  let at = value;
  return keys.map((escaped) => {
    const key = escaped.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(at) ? Number(key) : key;
    at = at?.[step];
    return step;
  });
}
