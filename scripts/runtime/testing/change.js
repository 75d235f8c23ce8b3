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
export function hasMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A copy of a JSON value that shares nothing with it; members that are undefined are left out.
 * @param {any} value
 * @returns {any}
 */
export function copy(value) {
  if (Array.isArray(value)) return value.map(copy);
  return hasMembers(value) ? merge({}, value) : value;
}

/**
 * Puts changes into an object: into its objects member by member, in lieu of anything else; undefined removes a member.
 * @param {any} holder is changed
 * @param {any} changes are not, and share nothing with it afterwards
 */
export function merge(holder, changes) {
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
export function change(event, [pointer, ...values]) {
  const keys = pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const root = { "": copy(event) };
  const name = /** @type {string} */ (keys.pop());
  const holder = keys.reduce((at, key) => at[key], /** @type {any} */ (root));
  if (values.length === 0) delete holder[name];
  else set(holder, name, copy(values[0]));
  return root[""];
}
