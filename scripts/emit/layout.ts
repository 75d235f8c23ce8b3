import { transform } from "esbuild";

/**
 * Lays generated code out as a person would: indented, refusals first, no braces around a lone return, `undefined` by
 * its name.
 * @param code a JavaScript function
 */
export async function layOut(code: string): Promise<string> {
  const { code: text } = await transform(code, { loader: "js", charset: "utf8", target: "es2022" });
  return refuseFirst(text)
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\bvoid 0\b/g, (token) => (token === "void 0" ? "undefined" : token))
    .replace(/^( *if \(.*\)) \{\n *return false;\n *\}$/gm, "$1 return false;")
    .trimEnd();
}

/** `if (right) { … } else { return false; }` as `if (wrong) { return false; }` and what follows, from outside in. */
function refuseFirst(code: string): string {
  const block = /^( *)if \((.*)\) \{\n((?:\1 .*\n)*)\1\} else \{\n\1  return false;\n\1\}$/m;
  const early = code.replace(block, (_match, indent: string, right: string, body: string) => {
    return `${indent}if (${negate(right)}) {\n${indent}  return false;\n${indent}}\n${body.replace(/^ {2}/gm, "").trimEnd()}`;
  });
  return early === code ? code : refuseFirst(early);
}

/** The opposite of a comparison, or of several that hold together. */
function negate(condition: string): string {
  const parts = condition.split(" && ");
  if (parts.some((part) => !/^!?[\w.]+$|^[\w. ]+ ={2,3} "\w+"$|^!?[\w.]+\(\w+\)$/.test(part))) return `!(${condition})`;
  return parts.map((part) => (part.startsWith("!") ? part.slice(1) : / =/.test(part) ? part.replace(" =", " !") : `!${part}`)).join(" || ");
}
