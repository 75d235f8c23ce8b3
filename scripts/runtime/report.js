/** How many issues of a value are reported at most. */
const maxKept = 101;

/**
 * Tells the issues of the explanation that has the fewest, the first of several.
 * @param {(pointer: string, keyword: string, message: string) => void} report
 * @param {readonly ((report: (pointer: string, keyword: string, message: string) => void) => void)[]} explanations
 */
export function fewest(report, explanations) {
  /** @type {[pointer: string, keyword: string, message: string][] | undefined} */
  let best;
  for (const explain of explanations) {
    /** @type {NonNullable<typeof best>} */
    const issues = [];
    let isFull = false;
    try {
      explain((...issue) => {
        // A pointer counts once, for it has one issue.
        if (issues.some(([pointer]) => pointer === issue[0])) return;
        // What is thrown ends the explanation: so many issues are never the fewest that somebody reads.
        if (issues.length === maxKept) throw (isFull = true);
        issues.push(issue);
      });
    } catch (error) {
      if (!isFull) throw error;
    }
    if (best === undefined || issues.length < best.length) best = issues;
  }
  for (const issue of best ?? []) report(...issue);
}

/**
 * Tells of members that an object has to have.
 * @param {any} members what the object has itself
 * @param {readonly string[]} names such that every object does not have, and that a pointer escapes not
 * @param {string} pointer of the object
 * @param {(pointer: string, keyword: string, message: string) => void} report
 */
export function reportMissing(members, names, pointer, report) {
  for (const name of names) {
    if (members[name] === undefined) report(`${pointer}/${name}`, "required", "must be present");
  }
}

/** Names of members that no schema describes are shown up to this length, for they are values of the payload. */
const maxName = 64;

/**
 * The name of a member that no schema describes, as a step of a JSON Pointer (RFC 6901): as it is where it is short and
 * printable ASCII; else escaped, and cut with an ellipsis, which no name that is shown as it is has.
 * @param {string} name
 */
export function escapeKey(name) {
  const start = name.slice(0, maxName);
  const shown = start.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const step = shown === name ? name : `${shown.slice(0, maxName)}…`;
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
