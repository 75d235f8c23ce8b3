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
  try {
    explain(value, (pointer, keyword, message) => {
      if (issues.some((other) => other.pointer === pointer)) return;
      // What is thrown ends the explanation: nobody hears the rest.
      if (issues.length === maxIssues) throw (truncated = true);
      issues.push({ pointer, path: toPath(value, pointer), keyword, message });
    });
  } catch (error) {
    if (!truncated) throw error;
  }
  return { valid: false, reason, issues, ...(truncated ? { truncated } : {}) };
}

/**
 * Splits a JSON Pointer (RFC 6901); keys of arrays become numbers. It ends at the object whose member the pointer only
 * shows in a cut form.
 * @param {any} value that the pointer points into
 * @param {string} pointer
 */
function toPath(value, pointer) {
  /** @type {(string | number)[]} */
  const path = [];
  let at = value;
  for (const escaped of pointer.split("/").slice(1)) {
    const key = escaped.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(at) ? Number(key) : key;
    if (key.endsWith("…") && !Object.hasOwn(Object(at), step)) break;
    path.push(step);
    at = at?.[step];
  }
  return path;
}
