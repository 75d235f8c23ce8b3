import type { FormatRow } from "./format.ts";

const number = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const dotted = `(?:${number}[.]){3}${number}`;

const group = "[0-9A-Fa-f]{1,4}";
/** So many groups, each with its colon. */
const groups = (least: number, most = least): string => `(?:${group}:){${least === most ? most : `${least},${most}`}}`;
/** What stands before the last one or two groups, "::" included: before and behind it are five at most. */
const shortened: readonly string[] = [
  `::${groups(0, 5)}`,
  `${group}::${groups(0, 4)}`,
  `${groups(2)}:${groups(0, 3)}`,
  `${groups(3)}:${groups(0, 2)}`,
  `${groups(4)}:(?:${group}:)?`,
  `${groups(5)}:`,
];

/** RFC 4291 section 2.2: eight groups, of which "::" stands for one or more, and the last two may be an IPv4 address. */
export const address6: string =
  `(?:${groups(6)}(?:(?:${group})?:${group}|${dotted})` +
  `|(?:${shortened.join("|")})(?:${group}(?::${group})?|${dotted})|(?:${groups(1, 7)}|:):)`;

export const ipv4: FormatRow = {
  name: "ipv4",
  standard: "RFC 2673 section 3.2",
  differs: ["No leading zeros: some languages read 010 as 8."],
  pattern: `^${dotted}$`,
  alphabet: "0-9.",
  expected: "an IPv4 address of four decimal numbers without leading zeros, such as 192.0.2.1",
  valid: ["192.0.2.1", "0.0.0.0", "255.255.255.255", "127.0.0.1", "1.22.199.249", "8.8.100.200"],
  invalid: [
    "",
    "256.1.1.1",
    "1.1.1.256",
    "1.1.1.260",
    "1.1.1.300",
    "1.1.1.1000",
    "1.1.1",
    "1.1.1.1.1",
    "1.1.1.",
    ".1.1.1",
    "1..1.1",
    "01.1.1.1",
    "1.1.1.010",
    "1.1.1.00",
    "0x7f.0.0.1",
    "2130706433",
    "127.1",
    "-1.1.1.1",
    "1.1.1.1/24",
    "1.1.1.1:80",
    "1,1,1,1",
    " 1.1.1.1",
    "1.1.1.1\n",
    "1.1.1.১",
  ],
  keepsFormat: false,
};

export const ipv6: FormatRow = {
  name: "ipv6",
  standard: "RFC 4291 section 2.2",
  differs: ["No zone, which RFC 4007 lets follow behind %: it means something on one machine only."],
  pattern: `^${address6}$`,
  alphabet: "0-9A-Fa-f:.",
  expected: "an IPv6 address without a zone, such as 2001:db8::1",
  valid: [
    "2001:db8::1",
    "::",
    "::1",
    "1::",
    "2001:0DB8:0000:0000:0000:ff00:0042:8329",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "1::3:4:5:6:7:8",
    "1:2:3::5:6:7:8",
    "1:2:3:4:5:6::8",
    "1:2::7:8",
    "::ffff:192.0.2.1",
    "::192.0.2.1",
    "64:ff9b::192.0.2.33",
    "1:2:3:4:5:6:192.0.2.1",
    "1:2:3:4:5::192.0.2.1",
    "1::4:5:6:255.255.255.255",
    "fe80::0",
  ],
  invalid: [
    "",
    ":",
    ":::",
    "1",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1:2:3:4:5:6:7:8",
    "1:2:3:4::5:6:7:8",
    "1::2::3",
    "2001:db8:::1",
    ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:",
    "1:",
    ":1",
    "12345::",
    "::00001",
    "g::",
    "::192.0.2",
    "::192.0.2.256",
    "::192.0.02.1",
    "::192.0.2.1:1",
    "192.0.2.1::",
    "192.0.2.1",
    "1:2:3:4:5:192.0.2.1",
    "1:2:3:4:5:6:7:192.0.2.1",
    "1:2:3:4:5:6::192.0.2.1",
    "fe80::1%eth0",
    "fe80::1%25eth0",
    "[::1]",
    "::1/64",
    " ::1",
    "::1\n",
    "::১",
  ],
  keepsFormat: false,
};
