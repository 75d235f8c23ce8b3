/** The files of the runtime, each after those that it imports. */
export const runtimeFiles = ["error.js", "issues.js", "equality.js", "read.js", "unknown.js", "jsonSchema.js", "companion.js"] as const;

/** What the package exports beside its events: values and types of the runtime. */
export const runtimeValues = ["EventValidationError"] as const;
export const runtimeTypes = [
  "EventCompanion",
  "Reason",
  "UnionCompanion",
  "ValidationFailure",
  "ValidationIssue",
  "ValidationResult",
  "ValidationSuccess",
] as const;
export const runtimeNames: readonly string[] = [...runtimeValues, ...runtimeTypes];

/** What the package's own modules take from the runtime. */
export const internalValues = ["codePoints", "companion", "isEqual", "isUnique", "union"] as const;
