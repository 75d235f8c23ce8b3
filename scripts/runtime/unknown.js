import { collect } from "./issues.js";
import { payloadMembers } from "./members.js";

/**
 * Says why no event of the union has this value's type. The type itself is a value of the payload: it is not quoted.
 * @param {unknown} value
 */
export function refuseType(value) {
  const members = payloadMembers(value);
  if (members === undefined) return collect(value, (_, report) => report("", "type", "must be an object"));
  const { type } = members;
  if (typeof type === "string") {
    const message = "must be one of the event types of this package";
    return collect(value, (_, report) => report("/type", "enum", message), "unknown-type");
  }
  const [keyword, message] = type === undefined ? ["required", "must be present"] : ["type", "must be a string"];
  return collect(value, (_, report) => report("/type", keyword, message));
}
