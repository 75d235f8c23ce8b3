import { didYouMean } from "../suggest.ts";
import { UnusableInput } from "../unusable.ts";
import { quote, shorten } from "./quote.ts";

/**
 * Finds what a person named.
 * @param kind goes before the name in a message, such as "event of type"
 * @param nameOf gives the name of each
 * @throws UnusableInput with the name that was probably meant, or those that there are
 */
export function choose<T>(kind: string, name: string, all: readonly T[], nameOf: (one: T) => string): T {
  const found = all.find((one) => nameOf(one) === name);
  if (found !== undefined) return found;
  const names = all.map(nameOf);
  const otherwise = names.length === 0 ? "there is none." : `there are: ${names.map(shorten).join(", ")}.`;
  throw new UnusableInput(`There is no ${kind} ${quote(name)}; ${didYouMean(name, names, otherwise)}`);
}
