import { change } from "./change.js";
import { find } from "./example.js";

/**
 * Invalid events, each with its first issue.
 * @param {string} type
 */
export function invalid(type) {
  const found = find(type);
  return found.invalid.map((one) => {
    const event = change(found.event, one);
    const { issues } = /** @type {any} */ (found.companion.validate(event));
    const [issue] = issues;
    return { name: `${issue.pointer || "(root)"} ${issue.keyword}`, event, issue };
  });
}
