// By hand, with our formats; a member counts also where the value inherits it.
import { membersHold } from "./members.js";

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {any} event */
export function is(event) {
  if (!isObject(event)) return false;
  const { data } = event;
  return isObject(data) && membersHold(event, data);
}
