// One escaping per target: what is invisible goes or is shown, and no text ends what it stands in.
import { describe, expect, test } from "vitest";
import type { Catalog } from "../scripts/catalog/catalog.ts";
import { harmless } from "../scripts/emit/comment.ts";
import { notice } from "../scripts/emit/file.ts";
import { markdownCode, markdownText } from "../scripts/emit/markdown.ts";
import { emitReadme } from "../scripts/emit/readme.ts";
import { hiddenIn } from "../scripts/json/hidden.ts";
import { toJson } from "../scripts/json/text.ts";
import { escapeTemplate, quote } from "../scripts/print/text.ts";
import { raw, texts } from "./fixtures/hostileTexts.ts";
import { createContext } from "./support/codegen.ts";

/** What JavaScript makes of a literal. */
const evaluate = (code: string): unknown => new Function(`return ${code}`)();

describe("one escaping per target:", () => {
  test.each(texts)("%j is the same value in JSON, in quotes and in a template", (text) => {
    for (const code of [toJson(text), quote(text), `\`${escapeTemplate(text)}\``]) {
      expect(code).not.toMatch(raw);
      expect(evaluate(code)).toBe(text);
    }
    expect(JSON.parse(toJson({ [text]: [text] }, 2))).toEqual({ [text]: [text] });
  });

  test.each([
    ["*\u200b/", "*\\/"],
    ["*\u200d/", "*\\/"],
    ["*\u0000\u202e/ x", "*\\/ x"],
    ["a\u2028b\r\nc\rd", "a\nb\nc\nd"],
    ["a\tb", "a b"],
    ["\u{1F468}\u200d\u{1F469} \u200d x\u200c", "\u{1F468}\u200d\u{1F469}  x"],
    ["\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"],
    ["\u2764\ufe0f\u200d\u{1F525}", "\u2764\ufe0f\u200d\u{1F525}"],
    ["a @ts-ignore\n  @ts-ignore", "a @ts-ignore\n  \\@ts-ignore"],
    ["@\u200bts-ignore", "\\@ts-ignore"],
    ["@deprecated {@link x} **b**", "@deprecated {@link x} **b**"],
  ])("%j in a comment", (text, want) => expect(harmless(text)).toBe(want));

  test.each([
    ["a|b", "a\\|b"],
    ["<img src=x>&lt;", "\\<img src=x\\>\\&lt;"],
    ["<!-\u200b- x -->", "\\<!-- x --\\>"],
    ["`\u200b`` x", "\\`\\`\\` x"],
    ["a\n\n# b\u2028c", "a \\# b\\n".replace("\\n", "c")],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["[a](b) *c* _d_", "\\[a\\](b) \\*c\\* \\_d\\_"],
    ["Types, and more. No dependency.", "Types, and more. No dependency."],
  ])("%j as words of Markdown", (text, want) => expect(markdownText(text)).toBe(want));

  test.each([
    ["a.b", "`a.b`"],
    ["a|b", "`a\\|b`"],
    ["`a`", "`` `a` ``"],
    ["a\u200b``\nb", "``` a`` b ```"],
  ])("%j as code of Markdown", (text, want) => expect(markdownCode(text)).toBe(want));

  test("a path in the first line of a file", () => {
    expect(notice("schemas/a\n*\u200b/ --> \u202eb")).toBe("Generated from schemas/a / -- b; do not edit.");
  });

  test("the description of the package, on its page", () => {
    const { project } = createContext("", "");
    const hostile = { ...project, description: "# a | b\n<script>EVIL()</script> \u202e`c`" };
    const { text } = emitReadme({ events: [] } as unknown as Catalog, hostile);
    expect(text).toContain("\n\\# a \\| b \\<script\\>EVIL()\\</script\\> \\`c\\`\n");
    expect(hiddenIn(text)).toEqual([]);
  });
});
