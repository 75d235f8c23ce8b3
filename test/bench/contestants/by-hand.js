// By hand, with our formats and our rule that a member counts only where the value itself has it.
import { membersHold } from "./members.js";

const eventMembers = [
  "object",
  "id",
  "data",
  "datacontenttype",
  "project",
  "source",
  "specversion",
  "time",
  "type",
  "version",
];
const dataMembers = ["object", "accountNumber", "accountPin", "subscription", "expiresAt"];

/**
 * Whether a value is an object that inherits none of these members. What JSON.parse makes is so, unless somebody added
 * to Object.prototype; anything else is asked for each member.
 * @param {any} value
 * @param {readonly string[]} names
 * @param {boolean} polluted
 */
function isObject(value, names, polluted) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.getPrototypeOf(value) === Object.prototype && !polluted) return true;
  return !Array.isArray(value) && names.every((name) => Object.hasOwn(value, name));
}

/** @param {any} event */
export function is(event) {
  let polluted = false;
  for (const _ in Object.prototype) polluted = true;
  if (!isObject(event, eventMembers, polluted)) return false;
  const { data } = event;
  return isObject(data, dataMembers, polluted) && membersHold(event, data);
}
