import type { FormatRow } from "./format.ts";

const label = "[0-9A-Za-z](?:[0-9A-Za-z\\-]{0,61}[0-9A-Za-z])?";

/** The e-mail address of the HTML standard, section 4.10.5.1.5 (https://html.spec.whatwg.org/#valid-e-mail-address). */
export const email: FormatRow = {
  name: "email",
  pattern: `^[!#-'*+\\-.-9=?A-Z^-~]+@${label}(?:[.]${label})*$`,
  alphabet: "!#-'*+\\-.-9=?-Z^-~",
  expected: "an e-mail address, such as someone@example.com",
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
