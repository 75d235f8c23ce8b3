/** Segments behind the shared ones, and letters of each: no token and no sentence is like that. */
const rest = /^(?:\.[A-Za-z]{1,24}){1,4}$/;

/** Segments at the end of a type that are its own: what happened, and to what. */
const own = 2;

/**
 * The segments that all types begin with, such as "com.gigs"; "" for none.
 * @param types of the events of a package, at least one
 */
function sharedStart(types: readonly string[]): string {
  const [first = [], ...others] = types.map((type) => type.split(".").slice(0, -own));
  const end = first.findIndex((segment, i) => others.some((segments) => segments[i] !== segment));
  return first.slice(0, end < 0 ? first.length : end).join(".");
}

/**
 * Whether a type may be shown in a report. It is a value of a payload, and in a broken one it could be anything: it has to
 * have the form of the package's own types.
 * @param types of the events of a package
 */
export function isLikeType(type: unknown, types: readonly string[]): type is string {
  const start = sharedStart(types);
  if (typeof type !== "string" || start === "") return false;
  return type.startsWith(`${start}.`) && rest.test(type.slice(start.length));
}

/** The words for an unknown type in a report. */
export function nameType(type: string, types: readonly string[]): string {
  return isLikeType(type, types) ? `"${type}", which the schemas do not know` : "an unknown type";
}
