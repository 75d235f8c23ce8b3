/** The least and the greatest number that a format allows. */
export interface NumberLimits {
  readonly minimum: number;
  readonly maximum: number;
}

/** Formats of numbers that are limits and nothing else (OpenAPI Format Registry, https://spec.openapis.org/registry/format/). */
export const numberLimits: ReadonlyMap<string, NumberLimits> = new Map([
  ["int32", { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ["uint32", { minimum: 0, maximum: 2 ** 32 - 1 }],
]);

/**
 * Formats that tell people and generators something, and validators nothing: how a number is stored, or what a text holds
 * (OpenAPI Format Registry). JSON numbers are read as doubles, so that int64 has no limits that could be checked.
 */
export const wordFormats: ReadonlySet<string> = new Set([
  ...numberLimits.keys(),
  "int64",
  "uint64",
  "float",
  "double",
  "byte",
  "binary",
  "password",
]);
