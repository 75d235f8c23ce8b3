/** Words that cannot name a variable in strict mode (ECMA-262, 12.7.2), and those that would confuse a reader. */
const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** `date-time` as `dateTime`; characters that no identifier has are taken out. */
export function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  return /^[A-Za-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : "member";
}

/**
 * The first of `name`, `name2`, `name3`, ... that is free; it is then taken.
 * @param taken names in use; the new one is added
 */
export function freshName(name: string, taken: Set<string>): string {
  let fresh = name;
  for (let i = 2; taken.has(fresh) || reserved.has(fresh); i++) fresh = `${name}${i}`;
  taken.add(fresh);
  return fresh;
}
