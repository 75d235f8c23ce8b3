import { maxBytes } from "../catalog/schemaFile.ts";
import { maxSchemas } from "../schema/size.ts";
import { maxDepth } from "../json/read.ts";
import type { Rule } from "./rule.ts";

/** What loading finds before any rule runs: rows for the page and for `x-lint-off`; the code is in scripts/catalog/. */
export const loadingRules: readonly Rule[] = Object.entries({
  "file-size": `Over ${maxBytes} bytes a schema is not for people to read, and slows every reader.`,
  "byte-order-mark": "Many JSON parsers refuse a byte order mark.",
  "utf-8": "JSON between systems is UTF-8 (RFC 8259, section 8.1).",
  depth: `Deeper than ${maxDepth} levels, parsers of some languages stop.`,
  json: "A file that is not JSON says nothing.",
  "duplicate-key": "Parsers differ in which of two members of one name they keep.",
  limits: "Schemas of any size would make the tool, compilers and validators slow, or stop them.",
  metaschema: "A keyword whose value is of the wrong kind is ignored by some validators and refused by others.",
  "schema-size": `One function checks a definition: of more than ${maxSchemas} schemas, compilers refuse it.`,
  "schema-file": "Only regular files inside the schema folder are read.",
  "ref-outside": "Nothing outside the schema folder is ever read, and nothing is fetched.",
  "ref-target": "A reference to nothing is a typing mistake, or a file that was forgotten.",
  "ref-cycle": "A schema that is made of itself says nothing; one that holds itself needs a title to be named by.",
  "branch-conflict": "Merged branches that contradict each other accept nothing.",
}).map(([id, purpose]) => ({ id, purpose, locked: true }));
