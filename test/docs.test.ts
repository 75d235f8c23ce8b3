// The pages for people: links lead somewhere, and what they show is what happens.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, createSchemas, draft, root, writeFiles } from "./support/codegen.ts";
import { filesOfReadme } from "./support/readme.ts";
import { run } from "./support/run.ts";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "ARCHITECTURE.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
];
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

describe.each(pages)("%s", (page) => {
  const text = read(page);

  test("links to files and headings that there are", () => {
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      expect(existsSync(join(root, file)), target).toBe(true);
      if (anchor === undefined) continue;
      const anchors = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));
      expect(anchors, target).toContain(anchor);
    }
  });

  test("names npm scripts that there are", () => {
    for (const [, name = ""] of text.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});

test("the README has at most 200 lines, says in the first ten what this is, and then the two commands", () => {
  const lines = read("README.md").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(200);
  expect(lines.slice(0, 14).join("\n")).toMatch(
    /JSON Schema of each event[^]*```[^]*npm run generate[^]*generated\/[^]*```/,
  );
  expect(lines.slice(14, 22).join("\n")).toContain(
    "```sh\nnpm ci && npm run generate   # schemas/ -> generated/\nnpm run check ",
  );
});

test("the README shows what breaking prints of the card that it adds, changed", async () => {
  const [before, after] = [createFolder(), createFolder()];
  const files: Record<string, string> = {
    "schemas/event.schema.json": read("schemas/event.schema.json"),
    ...filesOfReadme(),
  };
  const card = "schemas/objects/sim.schema.json";
  const changed = files[card]
    ?.replace('"id", "iccid"]', '"id"]')
    .replace(
      'if there is one." }\n',
      'if there is one." },\n    "label": { "type": "string", "description": "Name that its owner gave it." }\n',
    );
  writeFiles(before, files);
  writeFiles(after, { ...files, [card]: changed });
  const against = ["--against", `dir:${join(before, "schemas")}`];
  const { code, stdout } = await run(["breaking", ...against, "--schemas", "schemas"], { cwd: after, env: {} });
  const [breaking, harmless] = stdout.split("\n\n");
  expect([code, read("README.md")]).toEqual([
    1,
    expect.stringContaining(`\`\`\`text\n${breaking}\n\n${harmless}\n\`\`\``),
  ]);
});

describe("the page of the command line", () => {
  const page = read("docs/command-line.md");
  const others = read("docs/validate.md") + read("docs/testing.md");

  test("shows what lint prints", async () => {
    const schemas = createSchemas({
      "objects/sim.schema.json": `{\n  "$schema": "${draft}",\n  "type": "object",\n  "properties": {\n    "x": { "maxLenght": 9, "type": "string", "description": "d" }\n  }\n}\n`,
    });
    const { code, stdout } = await run(["lint", "--schemas", schemas]);
    const printed = stdout.replace(/^.*(?=objects\/sim)/, "schemas/");
    expect([code, page]).toEqual([1, expect.stringContaining(`\`\`\`text\n${printed}\`\`\``)]);
  });

  test("has every command and its exit codes; the options are there or on the pages of validate, send and probe", async () => {
    const { stdout } = await run(["--help"]);
    const commands = [...stdout.matchAll(/^ {2}(\w+) .*\[options\]/gm)].map(([, name = ""]) => name);
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      expect(page).toMatch(new RegExp(`^\\| \`${command}\\b`, "m"));
      const help = (await run([command, "--help"])).stdout;
      const options = [...help.matchAll(/ (--[a-z-]+)/g)]
        .map(([, option = ""]) => option)
        .filter((option) => option !== "--help");
      for (const option of options) expect(page + others, `${command} ${option}`).toContain(option);
    }
  });
});

test("a message that says how to fix something names a command that there is", async () => {
  const { stdout } = await run(["check", "--schemas", createSchemas(), "--out", createFolder()]);
  const [, script = ""] = /fix with: npm run ([\w:]+)/.exec(stdout) ?? [];
  expect(Object.keys(scripts)).toContain(script);
});
