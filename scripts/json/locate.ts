import { type Position, positionAt } from "./lines.ts";
import { isName } from "./names.ts";
import { createScanner } from "./scan.ts";

/** Where a value stands; of a member, where its name does. Nothing of the text is kept. */
interface Node {
  readonly start: number;
  readonly nameEnd: number;
  /** Of an object or an array, in their order. */
  readonly inside: Node[];
  readonly isObject: boolean;
}

/** Objects with more members than this get a table of their names when one is asked for. */
const fewMembers = 16;

/** The tables of the large objects of a tree: the last member of each name. */
const tables = new WeakMap<Node, ReadonlyMap<string, Node>>();

function tableOf(text: string, node: Node): ReadonlyMap<string, Node> {
  const known =
    tables.get(node) ??
    new Map(node.inside.map((member) => [JSON.parse(text.slice(member.start, member.nameEnd)) as string, member]));
  tables.set(node, known);
  return known;
}

/** The member of an object by its name; of several the last. */
function memberOf(text: string, node: Node, name: string): Node | undefined {
  if (node.inside.length > fewMembers) return tableOf(text, node).get(name);
  return node.inside.findLast(({ start, nameEnd }) => isName(text, start, nameEnd, name));
}

/** Where all values of a text stand, as a tree. */
function createTree(text: string): Node {
  const scanner = createScanner(text);
  const root: Node = { start: 0, nameEnd: 0, inside: [], isObject: false };
  const open: Node[] = [root];
  while (scanner.next()) {
    const { kind, depth, isMember, nameStart, nameEnd, start } = scanner;
    if (kind !== "open" && kind !== "scalar") continue;
    const isObject = kind === "open" && text.startsWith("{", start);
    // A member is found by its name: the eye looks for the key, not for the value behind it.
    const node: Node = { start: isMember ? nameStart : start, nameEnd, inside: [], isObject };
    open[depth]?.inside.push(node);
    open[depth + 1] = node;
  }
  return root.inside[0] ?? root;
}

/** The tree of the text that was asked for last: diagnostics come one document after the other. */
let last: { readonly text: string; readonly tree: Node } | undefined;

/**
 * Finds where a value stands, or the nearest value around it. For schemas, of whose text many values are asked for.
 * @param text that `JSON.parse` accepts
 * @param keys that lead to the value from the root
 * @returns of a member where its name stands; of several of one name the last, which `JSON.parse` keeps
 */
export function locate(text: string, keys: readonly string[]): Position {
  if (last?.text !== text) last = { text, tree: createTree(text) };
  let node = last.tree;
  for (const key of keys) {
    const { inside, isObject } = node;
    const next: Node | undefined = isObject ? memberOf(text, node, key) : inside[Number(key)];
    if (next === undefined) break;
    node = next;
  }
  return positionAt(text, node.start);
}
