// What an editor makes of the setting in docs/package.md: the language service is the one that VS Code itself uses.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import { exampleText, exampleWith } from "./support/example.ts";

const root = new URL("../", import.meta.url);
const page = readFileSync(new URL("docs/package.md", root), "utf8");
const setting = JSON.parse(/`"json\.schemas": (\[.*\])`/.exec(page)?.[1] ?? "[]") as {
  fileMatch: string[];
  url: string;
}[];

const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), "utf8"),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
});
service.configure({ schemas: setting.map(({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, root).href })) });

/** Opens a payload as an editor does. */
function open(text: string): [TextDocument, ReturnType<typeof service.parseJSONDocument>] {
  const document = TextDocument.create(new URL("payloads/event.json", root).href, "json", 1, text);
  return [document, service.parseJSONDocument(document)];
}

test("the documented example has no problem", async () => {
  expect(await service.doValidation(...open(exampleText))).toEqual([]);
});

test("a broken payload is marked where it is wrong", async () => {
  const text = JSON.stringify(
    exampleWith({ "/data/accountPin": 1, "/time": "yesterday", "/id": undefined }),
    undefined,
    2,
  );
  const [document, json] = open(text);
  const problems = await service.doValidation(document, json);
  const marked = problems.map(({ range, message }) => `${document.getText(range)}: ${message}`);
  expect(marked).toEqual(
    expect.arrayContaining([expect.stringMatching(/^1: Incorrect type/), expect.stringMatching(/^"yesterday": /)]),
  );
  expect(marked.join("\n")).toContain('Missing property "id"');
});

test("members are completed, and explained on hover", async () => {
  const text = '{ "data": {  } }';
  const [document, json] = open(text);
  const completed = await service.doComplete(document, document.positionAt(text.indexOf("{  }") + 2), json);
  const members = ["accountNumber", "accountPin", "expiresAt", "object", "subscription"];
  expect(completed?.items.map(({ label }) => label).toSorted()).toEqual(members);
  const [example, exampleJson] = open(exampleText);
  const hover = await service.doHover(
    example,
    example.positionAt(exampleText.indexOf('"subscription"') + 2),
    exampleJson,
  );
  expect(JSON.stringify(hover?.contents)).toContain("Identifies the subscription whose number may be ported out");
});
