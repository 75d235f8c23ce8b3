/** The files of the runtime, each after those that it imports. `name.js` is written anew for each package. */
export const runtimeFiles = [
  "members.js",
  "equality.js",
  "multiple.js",
  "report.js",
  "error.js",
  "issues.js",
  "read.js",
  "unknown.js",
  "jsonSchema.js",
  "companion.js",
  "envelope.js",
] as const;

/** The files of the module that redacts, each after those that it imports. */
export const redactFiles = ["marks.js", "redact.js"] as const;

/** The files of the module that receives webhooks, in `webhook/`, each after those that it imports; and what it exports. */
export const webhookFiles = [
  "error.js",
  "bytes.js",
  "subtle.js",
  "secret.js",
  "headers.js",
  "signature.js",
  "receive.js",
  "route.js",
  "sign.js",
] as const;
export const webhookValues = ["WebhookVerificationError", "receive", "route", "secretKey", "sign"] as const;

/** The files of the module for tests, in `testing/`, each after those that it imports; and what it exports. */
export const testingFiles = ["change.js", "example.js", "invalid.js"] as const;
export const testingValues = ["example", "invalid"] as const;

/** What the package exports beside its events: values and types of the runtime. */
export const runtimeValues = ["EventValidationError"] as const;
export const runtimeTypes = [
  "EnvelopeCompanion",
  "EventCompanion",
  "JsonSchemaConverter",
  "JsonSchemaTarget",
  "Reason",
  "Received",
  "StandardResult",
  "StandardSchema",
  "UnionCompanion",
  "ValidationFailure",
  "ValidationIssue",
  "ValidationResult",
  "ValidationSuccess",
  "Verbs",
] as const;
export const runtimeNames: readonly string[] = [...runtimeValues, ...runtimeTypes];

/** What the package's own modules take from the runtime. */
export const internalValues = [
  "codePoints",
  "companion",
  "envelopeCompanion",
  "equal",
  "escapeKey",
  "fewest",
  "isObject",
  "membersOf",
  "multiple",
  "own",
  "payloadMembers",
  "reportMissing",
  "union",
  "unique",
] as const;

/** The modules beside the runtime, which only packages have that need them, and what the package's own modules take of each. */
export const sideModules = {
  draft07: ["inDraft07"],
  recursive: ["mayExplain", "recursiveCompanion", "remember"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SideModule = keyof typeof sideModules;
