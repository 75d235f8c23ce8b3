import type { FormatRow } from "./format.ts";

/** RFC 1034 section 3.5 `label`, which RFC 1123 section 2.1 lets begin with a digit. */
export const label = "[0-9A-Za-z](?:[0-9A-Za-z\\-]{0,61}[0-9A-Za-z])?";

export const hostname: FormatRow = {
  name: "hostname",
  standard: "RFC 1123 section 2.1",
  differs: [
    "No dot at the end, which DNS allows.",
    "A name may have more than 253 characters: a portable pattern cannot count across labels.",
    "The last label may be digits alone, so that an IPv4 address passes; `xn--` labels are not decoded.",
  ],
  pattern: `^${label}(?:[.]${label})*$`,
  alphabet: "0-9A-Za-z.\\-",
  expected:
    "a host name of ASCII letters, digits and hyphens, with 1 to 63 between dots and no dot at the end, such as api.example.com",
  valid: [
    "api.example.com",
    "localhost",
    "a",
    "0",
    "3com.example",
    "EXAMPLE.com",
    "a-b.c--d.example",
    "xn--exmple-cua.com",
    "127.0.0.1",
    `${"a".repeat(63)}.example`,
    `example.${"b".repeat(63)}`,
    `a${"-".repeat(61)}b`,
  ],
  invalid: [
    "",
    ".",
    ".example.com",
    "example.com.",
    "api..example",
    "-a.example",
    "a-.example",
    "a.-example",
    "a.example-",
    "-",
    "a_b.example",
    "_sip.example.com",
    "*.example.com",
    "exämple.com",
    "a b.example",
    "example.com:80",
    "//example.com",
    "https://example.com",
    "[::1]",
    "example。com",
    `${"a".repeat(64)}.example`,
    `example.${"b".repeat(64)}`,
    " example.com",
    "example.com\n",
  ],
  keepsFormat: false,
};
