const { deno, bun, node } = process.versions;

/** The name and the version of a runtime that is like Node; Deno and Bun tell a version of Node besides their own. */
export const runtime = Object.entries({ Deno: deno, Bun: bun, Node: node })
  .find(([, version]) => version !== undefined)
  .join(" ");
