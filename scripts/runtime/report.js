/** How many issues of a value are reported at most. */
const maxKept = 101;

/**
 * Tells the issues of the explanation that has the fewest, the first of several.
 * @param {(pointer: string, keyword: string, message: string) => void} report
 * @param {readonly ((report: (pointer: string, keyword: string, message: string) => void) => void)[]} explanations
 */
export function fewest(report, explanations) {
  /** @type {[pointer: string, keyword: string, message: string][]} */
  let best = [];
  let least = Number.POSITIVE_INFINITY;
  for (const explain of explanations) {
    /** @type {typeof best} */
    const issues = [];
    let count = 0;
    explain((...issue) => {
      // A pointer counts once, for it has one issue.
      if (issues.some(([pointer]) => pointer === issue[0])) return;
      if (++count <= maxKept) issues.push(issue);
    });
    if (count < least) [best, least] = [issues, count];
  }
  for (const issue of best) report(...issue);
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

/**
 * A member's name as a step of a JSON Pointer (RFC 6901).
 * @param {string} name
 */
export function escapeKey(name) {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
