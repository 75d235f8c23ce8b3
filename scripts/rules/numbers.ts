import { isSameDecimal, toDecimal } from "../json/decimal.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";

/** What a double makes of the text of a number, written out; undefined where that is the very same number. */
function inexact(text: string): string | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return "infinite";
  const decimal = toDecimal(text);
  // A double is exactly an integer, or it is the decimal that it prints.
  const read = Number.isInteger(value) ? BigInt(value).toString() : String(value);
  return isSameDecimal(decimal, toDecimal(read)) ? undefined : read;
}

/** Rules about numbers. */
export const numberRules: readonly Rule[] = [
  {
    id: "number-exact",
    purpose:
      "JavaScript and most other languages read numbers as doubles: one that no double holds means another number there.",
    locked: true,
    reads: "documents",
    *check({ documents }) {
      for (const document of documents.values()) {
        for (const { text, keys } of document.numbers()) {
          const read = inexact(text);
          if (read === undefined) continue;
          const message = `has a number that is not exact: ${text.slice(0, 40)} is read as ${read.slice(0, 40)}`;
          const fix =
            read === "infinite"
              ? "write a number below 1.8e308, or leave it out"
              : `write ${read.slice(0, 40)}, or an integer of at most 9007199254740991 (2^53 - 1)`;
          yield { address: { document, keys }, message, fix };
        }
      }
    },
  },
  {
    id: "multiple-of-fraction",
    purpose: "Is 19.99 a multiple of 0.01? By decimals it is, and here; validators that divide doubles say no.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [{ multipleOf: step }, address] of nodes(catalog)) {
        if (typeof step !== "number" || Number.isInteger(step)) continue;
        const fix =
          "count in the smallest unit, such as cents, as an integer; where decimals are meant, say so in x-lint-off";
        yield {
          address: below(address, "multipleOf"),
          message: "has a fractional multipleOf, which languages read differently",
          fix,
        };
      }
    },
  },
];
