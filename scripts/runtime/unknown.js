import { collect } from "./issues.js";
import { payloadMembers } from "./members.js";

/**
 * Says why no event of the union has this value's type.
 * @param {unknown} value
 */
export function refuseType(value) {
  const members = payloadMembers(value);
  if (members === undefined) return collect(value, (_, report) => report("", "type", "must be an object"));
  const { type } = members;
  if (typeof type === "string") {
    const message = `must be an event type that this package knows; "${escape(type)}" is not`;
    return collect(value, (_, report) => report("/type", "enum", message), "unknown-type");
  }
  const [keyword, message] = type === undefined ? ["required", "must be present"] : ["type", "must be a string"];
  return collect(value, (_, report) => report("/type", keyword, message));
}

/**
 * The only value that an error may quote: at most 128 characters of printable ASCII.
 * @param {string} text
 */
function escape(text) {
  const json = JSON.stringify(text.slice(0, 128)).slice(1, -1);
  return json.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).slice(0, 128);
}
