import { toJson } from "../json/text.ts";

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

/** Whether a text can name a type or a function, in letters of any script. */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text);
}

/** Whether a text can stand behind a dot. */
export function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/**
 * The expression that reads a member of an object.
 * @param object the expression of the object, whose prototype has no members but those of every object
 * @param helper gives the name of a function of the runtime
 */
export function memberOf(object: string, name: string, helper: (name: string) => string): string {
  if (name in Object.prototype) return `${helper("own")}(${object}, ${toJson(name)})`;
  return isName(name) ? `${object}.${name}` : `${object}[${toJson(name)}]`;
}

/** The last name of an expression: `data.currency` gives "currency". */
export function lastName(expression: string): string {
  return camelCase(/[A-Za-z]\w*(?=\W*$)/.exec(expression)?.[0] ?? "value");
}
