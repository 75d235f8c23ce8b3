/** Whether Object.prototype has a member that a careless merge left there; every object seems to have it then. */
let isPolluted = false;

/**
 * The members of an entire payload, as `membersOf` gives them. Object.prototype is looked at here, once per payload.
 * @param {unknown} value
 * @returns {any} undefined where the value is no object
 */
export function payloadMembers(value) {
  isPolluted = false;
  for (const _ in Object.prototype) isPolluted = true;
  return membersOf(value);
}

/**
 * Whether a value is an object of JSON: neither null nor an array.
 * @param {unknown} value
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A view of an object in which every member that can be read is its own: the object itself, or a copy where it inherits.
 * @param {any} value
 * @returns {any} undefined where the value is no object
 */
export function membersOf(value) {
  if (typeof value !== "object" || value === null) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if ((prototype === Object.prototype && !isPolluted) || prototype === null) return value;
  // Getters of the object itself are asked, those of its class are not.
  return Array.isArray(value) ? undefined : { __proto__: null, ...value };
}

/**
 * A member whose name every object inherits, such as `constructor`, where the object has it itself.
 * @param {any} object
 * @param {string} name
 */
export function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
