import type { Catalog, Event } from "../catalog/catalog.ts";
import { byCodeUnit } from "../json/json.ts";
import type { Project } from "../project.ts";
import { notice, type OutputFile } from "./file.ts";
import { markdownCode, markdownText } from "./markdown.ts";

/** The package's README: how to use it, by the first event. */
export function emitReadme({ events }: Catalog, project: Project): OutputFile {
  const { name, union, description } = project;
  const rows = events.map((event) => `| ${markdownCode(event.type)} | ${markdownCode(event.name)} |`);
  const text = `<!-- ${notice("schemas/")} -->

# ${markdownText(name)}

${markdownText(description)}

\`\`\`sh
npm install ${name}
\`\`\`

## Use

${usage(events[0], name, union)}
TypeScript finds the types with \`"moduleResolution"\` \`node16\`, \`nodenext\` or \`bundler\`, from version 5.4 on.
An error says where and what was expected, never what was found. The name of a member that no schema describes is shown
as it is where it has at most 64 characters of printable ASCII, and escaped and cut otherwise. Where credentials stand,
\`sensitive\` lists as JSON Pointers.

## Events

| \`type\` | name |
| --- | --- |
${rows.toSorted(byCodeUnit).join("\n")}

Each can be imported by itself: \`import { … } from "${name}/events/<type>"\`. The schema that any language's validator
can read is \`${name}/schemas/<type>.schema.json\` (JSON Schema 2020-12).

## Receive webhooks

${webhookUsage(events[0], name, union)}\`receive\` verifies the signature (Standard Webhooks, with \`webhook-\` or \`svix-\` headers) and parses; \`sign\` makes the
headers, for tests. A \`WebhookVerificationError\` has a \`reason\`, and is safe to log. \`route\` calls the handler of an
event's type. \`redact\` of \`${name}/redact\` copies an event for logs, without credentials. For tests there is also
\`${name}/testing\`: \`example(type, changes)\` gives a valid event, \`invalid(type)\` those that are refused, with their issues.

## Ajv's errors

${ajvUsage(events[0], name)}For tools that read what [Ajv](https://ajv.js.org) writes there are Ajv's own validate functions, one per event. They are
compiled ahead and need no Ajv. Their verdicts are those of \`is\`; their errors name members that no schema describes, so
they can repeat what a payload holds: keep them out of logs.
`;
  return { path: "README.md", text };
}

/** Code that uses the Ajv twin; nothing where there is no event to show. */
function ajvUsage(event: Event | undefined, name: string): string {
  if (event === undefined) return "";
  return `\`\`\`ts
import { ${event.name} } from "${name}/ajv";

if (!${event.name}(value)) show(${event.name}.errors); // instancePath, schemaPath, keyword, params, message
\`\`\`

`;
}

/** Code that receives a webhook; nothing where there is no event to show. */
function webhookUsage(event: Event | undefined, name: string, union: string): string {
  if (event === undefined) return "";
  return `\`\`\`ts
import { receive } from "${name}/webhook";

const event = await receive(${union}, { body, headers, secret }); // the raw body: a string or bytes
\`\`\`

`;
}

/** Code that uses the package; nothing where there is no event to show. */
function usage(event: Event | undefined, name: string, union: string): string {
  if (event === undefined) return "";
  return `\`\`\`ts
import { EventValidationError, ${union} } from "${name}";

try {
  const event = ${union}.parse(body); // a string, or the raw bytes
  switch (event.type) {
    case "${event.type}":
      console.log(event.id); // event is a ${event.name} here
  }
} catch (error) {
  if (!(error instanceof EventValidationError)) throw error;
  if (error.reason === "unknown-type") acknowledge(); // newer than this package: move on
  else refuse(error.issues);
}
\`\`\`

Each event, and the union \`${union}\`, is a type and an object with the same verbs:

| verb | gives |
| --- | --- |
| \`is(value)\` | true or false; narrows the type |
| \`validate(value)\` | \`{ valid: true, value }\` or \`{ valid: false, reason, issues }\` |
| \`assert(value)\` | nothing, or throws an \`EventValidationError\` |
| \`parse(json)\` | the event, from a string or UTF-8 bytes, or throws an \`EventValidationError\` |
| \`["~standard"]\` | what [Standard Schema and Standard JSON Schema](https://standardschema.dev) ask for |

\`\`\`ts
import { ${event.name} } from "${name}/events/${event.type}";

const result = ${event.name}.validate(value);
if (!result.valid) {
  for (const { pointer, message } of result.issues) console.warn(\`\${pointer} \${message}\`);
}
\`\`\`
`;
}
