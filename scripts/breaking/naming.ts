import { shorten } from "../report/quote.ts";

/** So many are named. */
const maxNamed = 3;

/** Lists the first names of a list, and says how many more there are. */
export function naming(names: readonly string[]): string {
  const more = names.length - maxNamed;
  return `${names.slice(0, maxNamed).map(shorten).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
