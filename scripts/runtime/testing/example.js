import { cases } from "./cases.js";
import { copy, hasMembers, merge } from "./change.js";

/**
 * The companion of an event, the changes of its example that are invalid, and its example, made anew.
 * @param {string} type
 */
export function find(type) {
  const found = cases.find(([companion]) => companion.type === type);
  if (found === undefined) throw new TypeError(`there is no event of the type "${type}" in this package`);
  const [companion, invalid, sample] = found;
  // The documented example is in the event's JSON Schema already: there is no second copy of it.
  const { examples } = /** @type {{ examples?: readonly unknown[] }} */ (
    companion["~standard"].jsonSchema.input({ target: "draft-2020-12" })
  );
  return { companion, invalid, event: copy(sample === undefined ? examples?.[0] : sample) };
}

/**
 * The example of an event with changes.
 * @param {string} type
 * @param {any} changes
 */
export function example(type, changes = {}) {
  if (!hasMembers(changes)) throw new TypeError("the changes of an example must be an object");
  if (Object.hasOwn(changes, "type"))
    throw new TypeError("the type of an event cannot change: ask for the example of the other type");
  const { companion, event } = find(type);
  merge(event, changes);
  /** @type {(value: unknown) => void} */ (companion.assert)(event);
  return event;
}
