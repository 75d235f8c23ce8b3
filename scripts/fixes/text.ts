import { type Edit as TextEdit, type Node, parseTree } from "jsonc-parser";
import { toJson } from "../json/text.ts";
import type { Edit, Keys } from "./edit.ts";
import { createRenderer } from "./render.ts";
import { indentAt, indentOfLine, styleOf } from "./style.ts";

/** The members of the objects of a tree by their names: edits are many, and so are the members of some objects. */
const tables = new WeakMap<Node, ReadonlyMap<string, Node>>();

function memberOf(node: Node, name: string): Node | undefined {
  const table =
    tables.get(node) ??
    new Map((node.children ?? []).map(({ children = [] }) => [children[0]?.value as string, children[1] as Node]));
  tables.set(node, table);
  return table.get(name);
}

/** The value that keys lead to. */
function nodeAt(root: Node, keys: Keys): Node {
  let node: Node | undefined = root;
  for (const key of keys) node = node?.type === "array" ? node.children?.[Number(key)] : node && memberOf(node, key);
  if (node === undefined) throw new Error("An edit is about a value that is not there.");
  return node;
}

const endOf = ({ offset, length }: Node): number => offset + length;

/**
 * Applies edits to a text. Only what they are about changes: order, blanks, line ends and the spelling of all else stay.
 * The library gives the tree; all edits are made in one pass, for its own functions take the entire text for each.
 * @param text that `JSON.parse` accepts, without repeated names
 * @param edits none inside of what another removes, sets or copies
 */
export function editText(text: string, edits: readonly Edit[]): string {
  const root = parseTree(text);
  if (root === undefined || edits.length === 0) return text;
  const style = styleOf(text, root);
  const renderer = createRenderer(text, style, (keys) => nodeAt(root, keys));
  const removed = new Set(edits.filter(({ kind }) => kind === "remove").map(({ keys }) => nodeAt(root, keys).parent));
  const isOneLine = ({ offset, length }: Node): boolean => !/[\r\n]/.test(text.slice(offset, offset + length));

  /** A new member or element of a container: behind one of its children, or in front of the first. */
  const insert = (
    container: Node,
    after: Node | undefined,
    render: (indent: string, isTight: boolean) => string,
  ): TextEdit => {
    const { children = [], offset, length, type } = container;
    const neighbour = after ?? children[0];
    const isTight = isOneLine(container);
    if (neighbour === undefined) {
      const pad = type === "object" ? style.pad : "";
      const inner = render(indentOfLine(text, offset), true);
      return { offset: offset + 1, length: length - 2, content: pad + inner + pad };
    }
    const indent = indentAt(text, neighbour.offset);
    const content = render(indent ?? indentOfLine(text, neighbour.offset), isTight);
    const gap = indent === undefined ? style.comma.slice(1) : style.lineEnd + indent;
    return after === undefined
      ? { offset: neighbour.offset, length: 0, content: `${content},${gap}` }
      : { offset: endOf(after), length: 0, content: `,${gap}${content}` };
  };

  /** A member goes with the comma in front of it; where nothing in front of it stays, with the one behind it. */
  const remove = (member: Node): TextEdit => {
    const { children = [], offset, length } = member.parent as Node;
    const index = children.indexOf(member);
    if (children.slice(0, index).some((one) => !removed.has(one))) {
      const start = endOf(children[index - 1] as Node);
      return { offset: start, length: endOf(member) - start, content: "" };
    }
    const isFirst = index === 0 && children.every((one) => removed.has(one));
    const start = isFirst ? offset + 1 : member.offset;
    const end = children[index + 1]?.offset ?? offset + length - 1;
    return { offset: start, length: end - start, content: "" };
  };

  const make: { readonly [Kind in Edit["kind"]]: (edit: Extract<Edit, { kind: Kind }>) => TextEdit } = {
    rename: ({ keys, name }) => {
      const [key] = (nodeAt(root, keys).parent as Node).children as [Node];
      return { offset: key.offset, length: key.length, content: toJson(name) };
    },
    set: ({ keys, value }) => {
      const { offset, length, parent } = nodeAt(root, keys);
      const member = parent as Node;
      const before = offset - member.offset;
      const isTight = isOneLine(member.parent ?? root);
      return { offset, length, content: renderer.value(value, indentOfLine(text, offset), isTight, before) };
    },
    remove: ({ keys }) => remove(nodeAt(root, keys).parent as Node),
    append: ({ keys, value }) => {
      const array = nodeAt(root, keys);
      return insert(array, array.children?.at(-1), (indent, isTight) => renderer.value(value, indent, isTight));
    },
    add: ({ keys, name, value, after }) => {
      const object = nodeAt(root, keys);
      const member = after === undefined ? undefined : (nodeAt(object, [after]).parent as Node);
      return insert(object, member, (indent, isTight) => renderer.member(name, value, indent, isTight));
    },
  };
  return splice(
    text,
    edits.map((edit) => (make[edit.kind] as (one: Edit) => TextEdit)(edit)),
  );
}

/** A text with parts replaced, which do not overlap; what is inserted in front of a part is empty itself. */
function splice(text: string, parts: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { offset, length, content } of parts.toSorted((a, b) => a.offset - b.offset || a.length - b.length)) {
    if (offset < end) throw new Error("Two edits overlap.");
    pieces.push(text.slice(end, offset), content);
    end = offset + length;
  }
  return [...pieces, text.slice(end)].join("");
}
