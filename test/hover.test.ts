// What an editor tells a receiver: hovers, narrowing and completion, through TypeScript's own language service.
import { symlinkSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { generatePackage } from "./support/build.ts";
import { openFile } from "./support/languageService.ts";

const code = `
import { EventValidationError, GigsEvent, PortOutCredentialsIssuedEvent } from "gigs-events";
import { receive, secretKey, sign, WebhookVerificationError } from "gigs-events/webhook";
declare const event: GigsEvent, other: unknown, error: unknown, many: unknown[];

switch (event.type) {
  case "com.gigs.portOutCredentials.issued": {
    const narrowed = event;
    narrowed/*narrowed*/.data./*members*/accountPin/*accountPin*/;
    narrowed.data.expiresAt/*expiresAt*/;
  }
}

GigsEvent/*union*/.is/*union.is*/(other);
PortOutCredentialsIssuedEvent/*companion*/.is/*is*/(other);
PortOutCredentialsIssuedEvent.validate/*validate*/(other);
PortOutCredentialsIssuedEvent.assert/*assert*/(other);
PortOutCredentialsIssuedEvent.parse/*parse*/("");
PortOutCredentialsIssuedEvent.sensitive/*sensitive*/;
PortOutCredentialsIssuedEvent["~standard"].jsonSchema.input/*input*/;
PortOutCredentialsIssuedEvent./*verbs*/type/*type*/;

function validated(value: unknown) {
  const result = GigsEvent.validate(value);
  if (!result.valid) return result.issues/*issues*/;
  return result.value/*value*/;
}
function asserted(value: unknown) {
  PortOutCredentialsIssuedEvent.assert(value);
  return value/*asserted*/;
}
const guarded = GigsEvent.is(other) ? other/*guarded*/ : undefined;
const filtered/*filtered*/ = many.filter(PortOutCredentialsIssuedEvent.is);
const reason = error instanceof EventValidationError ? error.reason/*reason*/ : undefined;
const why = error instanceof WebhookVerificationError ? error.reason/*why*/ : undefined;

const options = { body: "", headers: {}, secret: "" };
const received/*received*/ = receive/*receive*/(GigsEvent, options);
const one/*one*/ = receive(PortOutCredentialsIssuedEvent, { ...options, secret: [await secretKey/*secretKey*/("")] });
const headers/*headers*/ = sign/*sign*/("", "", { id: "", timestamp: new Date() });
`;

// Of two events, so that the union has a name of its own: editors show a union of one as its event.
const project = await mkdtemp(join(tmpdir(), "editor-"));
await mkdir(join(project, "node_modules"));
symlinkSync(await generatePackage(withSecondEvent), join(project, "node_modules/gigs-events"));
const { errors, hover, complete } = openFile(join(project, "consumer.mts"), code);
const event = "PortOutCredentialsIssuedEvent";

test("the code has no error", () => {
  expect(errors()).toEqual([]);
});

describe("a member says what it is, with an example", () => {
  test.each([
    [
      "accountPin",
      "(property) PortOutCredentials.accountPin: string | null",
      /^PIN of the account at the service provider\. Expect null/,
      ['@example "1234"', "@remarks Sensitive: a credential. Keep it out of logs and traces."],
    ],
    [
      "expiresAt",
      "(property) PortOutCredentials.expiresAt: string",
      /^When the credentials stop being valid\.$/,
      ['@example "2022-02-21T19:38:34Z"', "@format date-time"],
    ],
  ])("%s", (mark, shown, words, tags) => {
    expect(hover(mark)).toEqual({ shown, words: expect.stringMatching(words), tags });
  });
});

describe("a verb says in a line what it does, with an example", () => {
  const is = [
    "Whether a value is such an event. The fastest verb.",
    "@example if (SomeEvent.is(value)) console.log(value.type);",
  ];
  test.each([
    ["is", `is: (value: unknown) => value is ${event}`, ...is],
    ["union.is", "is: (value: unknown) => value is GigsEvent", ...is],
    [
      "validate",
      `validate: (value: unknown) => ValidationResult<${event}>`,
      "Checks a value and lists what is wrong with it.",
      "@example const result = SomeEvent.validate(value); if (!result.valid) console.warn(result.issues);",
    ],
    [
      "assert",
      `assert: (value: unknown) => asserts value is ${event}`,
      "Throws an EventValidationError unless the value is such an event.",
      "@example SomeEvent.assert(value); console.log(value.type);",
    ],
    [
      "parse",
      `parse: (json: string | Uint8Array) => ${event}`,
      "Reads JSON text, or its UTF-8 bytes, and returns the event. Throws an EventValidationError.",
      "@example const event = SomeEvent.parse(await request.text());",
    ],
    [
      "input",
      "input: (options: { readonly target: JsonSchemaTarget; }) => Record<string, unknown>",
      "Makes the schema of what goes in. A target that is no draft of ours is a TypeError.",
      '@example SomeEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" });',
    ],
  ])("%s", (mark, signature, words, example) => {
    const owner = { input: "JsonSchemaConverter", "union.is": "Verbs<GigsEvent>" }[mark] ?? `Verbs<${event}>`;
    expect(hover(mark)).toEqual({ shown: `(property) ${owner}.${signature}`, words, tags: [example] });
  });
});

test.each([
  [
    "companion",
    /const PortOutCredentialsIssuedEvent: EventCompanion</,
    /^Sent when credentials.*Checks and reads `com\.gigs\.portOutCredentials\.issued` events\.$/,
  ],
  [
    "union",
    /const GigsEvent: UnionCompanion</,
    /^Any event; `type` tells which\. Checks and reads events of every type\.$/,
  ],
  ["type", /\.type: "com\.gigs\.portOutCredentials\.issued"$/, /^The event's `type` on the wire\.$/],
  ["sensitive", /\.sensitive: readonly string\[\]$/, /keep them out of logs/],
  ["receive", / receive<GigsEvent>\(/, /^Verifies a webhook by Standard Webhooks, and parses its body\. Throws/],
  ["secretKey", /Promise<SecretKey> /, /^Makes a key of a secret, once for many calls\. Throws/],
  ["sign", / sign\(/, /^Signs a body as a sender of webhooks does/],
  ["issues", /\.issues: readonly ValidationIssue\[\]$/, /^One per wrong member/],
])("%s has words of its own", (mark, shown, words) => {
  expect(hover(mark)).toMatchObject({ shown: expect.stringMatching(shown), words: expect.stringMatching(words) });
});

test.each([
  ["a case of the switch", "narrowed", `const narrowed: ${event}`],
  ["validate", "value", "(property) ValidationSuccess<GigsEvent>.value: GigsEvent"],
  ["assert", "asserted", `(parameter) value: ${event}`],
  ["is", "guarded", `const other: ${event}`],
  ["filter with is", "filtered", `const filtered: ${event}[]`],
  ["receive by the union", "received", "const received: Promise<GigsEvent>"],
  ["receive by one event", "one", `const one: Promise<${event}>`],
  [
    "sign",
    "headers",
    'const headers: Promise<Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>>>',
  ],
  ["instanceof of the other error", "why", "(property) WebhookVerificationError.reason: WebhookVerificationReason"],
  ["instanceof", "reason", "(property) EventValidationError.reason: Reason"],
])("%s narrows", (_, mark, shown) => {
  expect(hover(mark).shown).toBe(shown);
});

test.each(["receive", "secretKey", "sign"])("%s has an example", (mark) => {
  expect(hover(mark).tags).toContainEqual(expect.stringMatching(`^@example .*await ${mark}\\(`));
});

test("members are offered without noise", () => {
  expect(complete("members")).toEqual(["accountNumber", "accountPin", "expiresAt", "object", "subscription"]);
  expect(complete("verbs")).toEqual(["assert", "is", "parse", "sensitive", "type", "validate"]);
});
