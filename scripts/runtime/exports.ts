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
