/** How a type is tested, as expressions: that a value is of it, and that it is not. */
export type TypeTest = readonly [is: string, isNot: string];

const tests: Readonly<Record<string, (value: string, helper: (name: string) => string) => TypeTest>> = {
  string: (v) => [`typeof ${v} === "string"`, `typeof ${v} !== "string"`],
  boolean: (v) => [`typeof ${v} === "boolean"`, `typeof ${v} !== "boolean"`],
  // 1e400 is JSON, but no number that a double holds.
  number: (v) => [`Number.isFinite(${v})`, `!Number.isFinite(${v})`],
  integer: (v) => [`Number.isInteger(${v})`, `!Number.isInteger(${v})`],
  null: (v) => [`${v} === null`, `${v} !== null`],
  array: (v) => [`Array.isArray(${v})`, `!Array.isArray(${v})`],
  object: (v, helper) => [`${helper("isObject")}(${v})`, `!${helper("isObject")}(${v})`],
};

/**
 * How a type is tested.
 * @param type of JSON Schema
 * @param value the expression that reads the value
 * @param helper gives the name of a function of the runtime
 */
export function testType(type: string, value: string, helper: (name: string) => string): TypeTest {
  const test = tests[type];
  if (test === undefined) throw new Error(`There is no test for the type ${type}.`);
  return test(value, helper);
}
