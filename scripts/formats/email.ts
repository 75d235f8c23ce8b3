import type { FormatRow } from "./format.ts";
import { label } from "./hostname.ts";

export const email: FormatRow = {
  name: "email",
  standard: "the HTML standard's valid e-mail address (https://html.spec.whatwg.org/#valid-e-mail-address)",
  differs: [
    "As in HTML, and unlike RFC 5321: no quoted name, comment or address in brackets; dots anywhere in the name; no limit of the lengths of name and domain.",
  ],
  pattern: `^[!#-'*+\\-.-9=?A-Z^-~]+@${label}(?:[.]${label})*$`,
  alphabet: "!#-'*+\\-.-9=?-Z^-~",
  expected: "an e-mail address as HTML takes it (no quotes, comments or brackets), such as someone@example.com",
  valid: [
    "someone@example.com",
    "a@b",
    "some.one+tag@mail.example.co",
    "!#$%&'*+/=?^_`{|}~-@example.com",
    ".dots..are.fine.@example.com",
    "a@xn--exmple-cua.com",
    `a@${"b".repeat(63)}.example`,
  ],
  invalid: [
    "",
    "someone",
    "@example.com",
    "someone@",
    "some one@example.com",
    "someone@example..com",
    "someone@.example.com",
    "someone@example.com.",
    "someone@-example.com",
    "someone@example-.com",
    "someone@exa_mple.com",
    "someone@@example.com",
    "(comment)someone@example.com",
    '"some one"@example.com',
    "someone@[127.0.0.1]",
    "sömeone@example.com",
    "someone@exämple.com",
    `a@${"b".repeat(64)}.example`,
    "someone@example.com\n",
  ],
  keepsFormat: false,
};
