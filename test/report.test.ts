import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../scripts/report/diagnostic.ts";
import { renderers } from "../scripts/report/renderers.ts";
import type { Report } from "../scripts/report/report.ts";

const keyword: Diagnostic = {
  rule: "keyword",
  severity: "error",
  file: "events/a.schema.json",
  pointer: "/$foo",
  line: 3,
  column: 3,
  message: 'has the unknown keyword "$foo"',
  fix: 'write { "const": 1 }',
};
const top = { pointer: "", line: 1, column: 1 };
const title: Diagnostic = { rule: "title", severity: "warning", file: "b.json", ...top, message: "is odd" };
const loading: Diagnostic = { rule: "utf-8", severity: "error", file: "c.json", message: "is not UTF-8 text" };

/** A text that would move the cursor, start a command and turn a line around, and a file of such a name. */
const bad = "\u001B[2J\u009B1m\r\n::error::%0A,:\u202E\u2028\u007F\t\uD800";
const attack: Diagnostic = { rule: "title", severity: "error", file: `${bad}.json`, message: bad, fix: bad };

function reportOf(diagnostics: readonly Diagnostic[], more: Partial<Report> = {}): Report {
  const texts = new Map([
    ["events/a.schema.json", '{\n  "type": "object",\n  "$foo": 1\n}\n'],
    ["b.json", "{}"],
  ]);
  const rules = [
    { id: "keyword", purpose: "Unknown keywords mean nothing." },
    { id: "title", purpose: "Titles are names." },
  ];
  return { diagnostics, texts, base: "schemas", rules, version: "1.2.3", color: false, isAll: false, ...more };
}

const lines = (...all: string[]): string => all.join("\n");

describe("text", () => {
  test.each<[string, Report, string]>([
    ["no diagnostic", reportOf([]), "0 errors, 0 warnings"],
    [
      "several",
      reportOf([keyword, title, loading]),
      lines(
        'schemas/events/a.schema.json:3:3 error: has the unknown keyword "$foo" [keyword]',
        '2 |   "type": "object",',
        '3 |   "$foo": 1',
        "  |   ^",
        'fix: write { "const": 1 }',
        "",
        "schemas/b.json:1:1 warning: is odd [title]",
        "1 | {}",
        "  | ^",
        "",
        "schemas/c.json error: is not UTF-8 text [utf-8]",
        "",
        "2 errors, 1 warning",
      ),
    ],
    [
      "colour",
      reportOf([title], { color: true }),
      lines(
        "schemas/b.json:1:1 \u001B[33mwarning:\u001B[39m is odd [title]",
        "\u001B[2m1 |\u001B[22m {}",
        "\u001B[2m  |\u001B[22m \u001B[33m^\u001B[39m",
        "",
        "0 errors, 1 warning",
      ),
    ],
    [
      "no base, and no text",
      reportOf([title], { base: "", texts: new Map() }),
      lines("b.json:1:1 warning: is odd [title]", "", "0 errors, 1 warning"),
    ],
    [
      "hostile names and words",
      reportOf([attack], { base: "\u2066" }),
      ((shown: string) =>
        lines(`\\u{2066}/${shown}.json error: ${shown} [title]`, `fix: ${shown}`, "", "1 error, 0 warnings"))(
        String.raw`\u{1b}[2J\u{9b}1m\u{d}\u{a}::error::%0A,:\u{202e}\u{2028}\u{7f}\u{9}\u{d800}`,
      ),
    ],
  ])("%s", (_, report, want) => {
    expect(renderers.text(report)).toBe(want);
  });
});

describe("frame", () => {
  const many = "x".repeat(200);
  test.each<[string, string, number, number, string[]]>([
    ["tabs stay, so that the caret is below them", '{\n\t\t"a": 1}', 2, 3, ["1 | {", '2 | \t\t"a": 1}', "  | \t\t^"]],
    ["a tab after text", 'a\t"b"', 1, 3, ['1 | a\t"b"', "  |  \t^"]],
    ["characters of two units: a blank each", "𝒳😀x", 1, 5, ["1 | 𝒳😀x", "  |   ^"]],
    ["a column inside a pair", "a😀", 1, 3, ["1 | a😀", "  |  ^"]],
    ["a control character, as it is shown", "\u001Bx", 1, 2, [String.raw`1 | \u{1b}x`, `  | ${" ".repeat(6)}^`]],
    ["a column behind the end", "ab", 1, 9, ["1 | ab", "  |   ^"]],
    ["an empty line", "a\n\nb", 2, 1, ["1 | a", "2 |", "  | ^"]],
    ["CRLF, and a gutter that grows", "\r\n".repeat(8) + "a\r\nb\r\n", 10, 1, [" 9 | a", "10 | b", "   | ^"]],
    ["a line that is not there", "a", 2, 1, []],
    ["a long line, at its start", many, 1, 1, [`1 | ${"x".repeat(100)}…`, "  | ^"]],
    ["a long line, inside", `{\n${many}`, 2, 101, ["1 | …", `2 | …${"x".repeat(100)}…`, `  | ${" ".repeat(51)}^`]],
    ["a long line, at its end", many, 1, 201, [`1 | …${"x".repeat(100)}`, `  | ${" ".repeat(101)}^`]],
    ["a cut that would part a pair", "😀".repeat(100), 1, 102, [`1 | …${"😀".repeat(50)}…`, `  | ${" ".repeat(26)}^`]],
  ])("%s", (_, text, line, column, want) => {
    const report = reportOf([{ ...title, line, column }], { texts: new Map([["b.json", text]]) });
    expect(renderers.text(report).split("\n").slice(1, -2)).toEqual(want);
  });
});

describe("json", () => {
  test.each<[string, Report, object]>([
    ["no diagnostic", reportOf([]), { version: 1, diagnostics: [], errors: 0, warnings: 0 }],
    [
      "several; absent fields are left out",
      reportOf([keyword, title, loading]),
      {
        version: 1,
        diagnostics: [
          {
            rule: "keyword",
            severity: "error",
            file: "schemas/events/a.schema.json",
            line: 3,
            column: 3,
            pointer: "/$foo",
            message: 'has the unknown keyword "$foo"',
            fix: 'write { "const": 1 }',
          },
          {
            rule: "title",
            severity: "warning",
            file: "schemas/b.json",
            line: 1,
            column: 1,
            pointer: "",
            message: "is odd",
          },
          { rule: "utf-8", severity: "error", file: "schemas/c.json", message: "is not UTF-8 text" },
        ],
        errors: 2,
        warnings: 1,
      },
    ],
  ])("%s", (_, report, want) => {
    expect(renderers.json(report)).toBe(JSON.stringify(want, null, 2));
  });
});

describe("github", () => {
  test.each<[string, Report, string]>([
    ["no diagnostic", reportOf([]), ""],
    [
      "several",
      reportOf([keyword, title, loading]),
      lines(
        "::error file=schemas/events/a.schema.json,line=3,col=3,title=keyword::" +
          'has the unknown keyword "$foo"%0Afix: write { "const": 1 }',
        "::warning file=schemas/b.json,line=1,col=1,title=title::is odd",
        "::error file=schemas/c.json,title=utf-8::is not UTF-8 text",
      ),
    ],
    [
      "hostile names and words",
      reportOf([attack], { base: "a,b:c" }),
      ((tail: string, start: string) =>
        `::error file=a%2Cb%3Ac/${start}%0D%0A%3A%3Aerror%3A%3A%250A%2C%3A${tail}.json,title=title::` +
        `${start}%0D%0A::error::%250A,:${tail}%0Afix: ${start}%0D%0A::error::%250A,:${tail}`)(
        String.raw`\u{202e}\u{2028}\u{7f}\u{9}\u{d800}`,
        String.raw`\u{1b}[2J\u{9b}1m`,
      ),
    ],
  ])("%s", (_, report, want) => {
    expect(renderers.github(report)).toBe(want);
  });
});

describe("sarif", () => {
  test("one diagnostic, whole", () => {
    const want: Log = {
      version: "2.1.0",
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      runs: [
        {
          tool: {
            driver: {
              name: "gigs-events-codegen",
              version: "1.2.3",
              rules: [
                { id: "keyword", shortDescription: { text: "Unknown keywords mean nothing." } },
                { id: "title", shortDescription: { text: "Titles are names." } },
              ],
            },
          },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "keyword",
              ruleIndex: 0,
              level: "error",
              message: { text: 'has the unknown keyword "$foo"\nfix: write {{ "const": 1 }}' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "schemas/events/a.schema.json", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 3, startColumn: 3 },
                  },
                  logicalLocations: [{ fullyQualifiedName: "/$foo" }],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(renderers.sarif(reportOf([keyword]))).toBe(JSON.stringify(want, null, 2));
  });

  test.each<[string, Diagnostic[]]>([
    ["no diagnostic", []],
    ["one", [keyword]],
    ["several", [keyword, keyword, title, loading]],
    ["hostile ones", [attack, { ...attack, message: "{0} [a](1)", file: "a:b c#?%/é/😀.json", line: 2 }]],
  ])("what the specification asks for and types cannot say: %s", (_, diagnostics) => {
    const { version, $schema, runs } = JSON.parse(renderers.sarif(reportOf(diagnostics))) as Log;
    expect([version, runs.length]).toEqual(["2.1.0", 1]);
    expect($schema).toMatch(/^https:.*sarif-schema-2\.1\.0\.json$/);
    const { results = [], tool } = runs[0]!;
    const { rules = [] } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.every(({ shortDescription }) => shortDescription?.text)).toBe(true);
    expect(results.length).toBe(diagnostics.length);
    for (const [index, { ruleId, ruleIndex, message, locations }] of results.entries()) {
      const { file, rule, line } = diagnostics[index]!;
      expect(ruleId).toBe(rule);
      expect(rules[ruleIndex!]?.id).toBe(rule);
      // Braces come in pairs, for a single one begins a placeholder; nothing of ours is a link.
      expect(message.text?.replaceAll(/\{\{|\}\}/g, "")).not.toMatch(/[{}]|\]\(/);
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      expect(artifactLocation?.uri).toMatch(/^(?:[A-Za-z0-9._~!'()*-]|%[0-9A-F]{2}|\/(?!\/))+$/);
      expect(decodeURIComponent(artifactLocation!.uri!)).toBe(`schemas/${file.toWellFormed()}`);
      expect(new URL(artifactLocation!.uri!, "file:///src/").pathname).toBe(`/src/${artifactLocation!.uri}`);
      expect(region?.startLine).toBe(line);
      for (const place of Object.values(region ?? {})) expect(place).toBeGreaterThanOrEqual(1);
    }
  });
});
