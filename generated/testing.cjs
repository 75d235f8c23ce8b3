// Generated from scripts/runtime/testing/; do not edit.
"use strict";

const { cases } = require("./cases.cjs");

/**
 * Sets a member, also one whose name an assignment would take for something else.
 * @param {object} holder
 * @param {string} name
 * @param {unknown} value
 */
function set(holder, name, value) {
  Object.defineProperty(holder, name, { value, configurable: true, enumerable: true, writable: true });
}

/**
 * Whether changes of a value are put into it.
 * @param {unknown} value
 */
function hasMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A copy of a JSON value that shares nothing with it; members that are undefined are left out.
 * @param {any} value
 * @returns {any}
 */
function copy(value) {
  if (Array.isArray(value)) return value.map(copy);
  return hasMembers(value) ? merge({}, value) : value;
}

/**
 * Puts changes into an object: into its objects member by member, in lieu of anything else; undefined removes a member.
 * @param {any} holder is changed
 * @param {any} changes are not, and share nothing with it afterwards
 */
function merge(holder, changes) {
  for (const [name, value] of Object.entries(changes)) {
    const before = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (value === undefined) delete holder[name];
    else if (hasMembers(value) && hasMembers(before)) merge(before, value);
    else set(holder, name, copy(value));
  }
  return holder;
}

/**
 * A copy of an event with one change.
 * @param {unknown} event
 * @param {readonly [pointer: string, value?: unknown]} change a JSON Pointer whose holder there is, and what comes there; nothing
 *   where the member is removed
 */
function change(event, [pointer, ...values]) {
  const keys = pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const root = { "": copy(event) };
  const name = /** @type {string} */ (keys.pop());
  const holder = keys.reduce((at, key) => at[key], /** @type {any} */ (root));
  if (values.length === 0) delete holder[name];
  else set(holder, name, copy(values[0]));
  return root[""];
}

/**
 * The companion of an event, the changes of its example that are invalid, and its example, made anew.
 * @param {string} type
 */
function find(type) {
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
function example(type, changes = {}) {
  if (!hasMembers(changes)) throw new TypeError("the changes of an example must be an object");
  if (Object.hasOwn(changes, "type"))
    throw new TypeError("the type of an event cannot change: ask for the example of the other type");
  const { companion, event } = find(type);
  merge(event, changes);
  /** @type {(value: unknown) => void} */ (companion.assert)(event);
  return event;
}

/**
 * Invalid events, each with its first issue.
 * @param {string} type
 */
function invalid(type) {
  const found = find(type);
  return found.invalid.map((one) => {
    const event = change(found.event, one);
    const { issues } = /** @type {any} */ (found.companion.validate(event));
    const [issue] = issues;
    return { name: `${issue.pointer || "(root)"} ${issue.keyword}`, event, issue };
  });
}

module.exports = { example, invalid };
