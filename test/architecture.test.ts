// ARCHITECTURE.md is what the code is: each room stands in it, and imports go in the order of its table.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import ts from "typescript-5.9";
import { expect, test } from "vitest";
import { root } from "./support/codegen.ts";

const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
/** The rooms as the table has them, the lowest first. */
const rooms = [...page.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room as string);
const entries = readdirSync(join(root, "scripts"), { withFileTypes: true });
const files = (readdirSync(join(root, "scripts"), { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(?:ts|m?js)$/.test(file));

/** The room of a file of scripts/; of one beside the rooms its own name. */
const roomOf = (file: string): string => file.split("/")[0] as string;

/** How far down the table the room of a file stands; -1 for a file beside the rooms. */
const order = (file: string): number => rooms.indexOf(roomOf(file));

/** The files of scripts/ that a file imports, also by `import()`. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, "scripts", file), "utf8"), true, true);
  const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
  return own.map((name) => join(dirname(file), name)).filter((name) => files.includes(name));
}

const arrows = files.flatMap((from) => importsOf(from).map((to) => [from, to] as const));

test("the page has at most 60 lines, and names every room and every file beside the rooms", () => {
  expect(page.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  expect(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)).toEqual(rooms.toSorted());
  const beside = entries.filter((entry) => entry.name.endsWith(".ts")).map(({ name }) => name);
  expect(beside.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("a room imports from those above it in the table only", () => {
  expect(arrows.length).toBeGreaterThan(300);
  const wrong = arrows.filter(([from, to]) => order(from) >= 0 && order(to) > order(from));
  expect(wrong.map((arrow) => arrow.join(" -> "))).toEqual([]);
});

test("no circle leads over the rooms and the files beside them", () => {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) {
    if (roomOf(from) === roomOf(to)) continue;
    next.set(roomOf(from), (next.get(roomOf(from)) ?? new Set()).add(roomOf(to)));
  }
  const circles = [...next.keys()].filter((start) => {
    const seen = new Set(next.get(start));
    for (const room of seen) for (const further of next.get(room) ?? []) seen.add(further);
    return seen.has(start);
  });
  expect(circles).toEqual([]);
});
