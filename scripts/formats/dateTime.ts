import type { FormatRow } from "./format.ts";

// RFC 3339 section 5.6, narrowed where validators differ. The calendar is in the pattern, leap years included; years from
// 1000, and days up to 28, which most are, come first.
const year = "(?:[1-9][0-9]{3}|0(?:[1-9][0-9]{2}|0(?:[1-9][0-9]|0[1-9])))";
const fourth = "(?:0[48]|[2468][048]|[13579][26])";
const leapYear = `(?:[0-9]{2}${fourth}|${fourth}00)`;
const early = "(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])";
const late = "(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31";
const day = `(?:${year}-(?:${early}|${late})|${leapYear}-02-29)`;
const hour = "(?:[01][0-9]|2[0-3])";
const clock = `${hour}(?::[0-5][0-9]){2}(?:[.][0-9]{1,9})?(?:Z|[+\\-]${hour}:[0-5][0-9])`;

const differsInYears = "Years from 0001: the year 0000 is refused, which Go, .NET and Python do not know.";
const differsInTimes: readonly string[] = [
  "Upper-case T and Z only.",
  "No leap second (`:60`): most libraries cannot hold it.",
  "At most 9 digits of a fraction.",
];

export const dateTime: FormatRow = {
  name: "date-time",
  standard: "RFC 3339 section 5.6",
  differs: [differsInYears, ...differsInTimes],
  pattern: `^${day}T${clock}$`,
  alphabet: "0-9TZ:.+\\-",
  expected:
    "an RFC 3339 date-time with a time zone (upper-case T and Z, from year 0001, no :60, at most 9 decimals), such as 2022-02-21T19:38:34Z",
  valid: [
    "2022-02-21T19:38:34Z",
    "2022-02-21T19:38:34.0Z",
    "2022-02-21T19:38:34.123456789Z",
    "2022-02-21T19:38:34+05:30",
    "2022-02-21T19:38:34-00:00",
    "2024-02-29T00:00:00Z",
    "2000-02-29T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "0004-02-29T00:00:00Z",
    "9999-12-31T23:59:59+23:59",
  ],
  invalid: [
    "",
    "2022-02-21",
    "2022-02-21T19:38:34",
    "2022-02-21 19:38:34Z",
    "2022-02-21t19:38:34z",
    "2022-02-21T19:38:34+0530",
    "2022-02-21T19:38:34+05",
    "2022-02-21T19:38:34+24:00",
    "2022-02-21T24:00:00Z",
    "2022-02-21T19:60:00Z",
    "2022-12-31T23:59:60Z",
    "2022-02-30T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2022-13-01T00:00:00Z",
    "2022-02-21T19:38:34.Z",
    "2022-02-21T19:38:34.1234567890Z",
    "0000-01-01T00:00:00Z",
    "0001-02-29T00:00:00Z",
    "2022-02-21T19:38:34Z\n",
    " 2022-02-21T19:38:34Z",
    "২০২২-02-21T19:38:34Z",
  ],
  keepsFormat: false,
};

export const date: FormatRow = {
  name: "date",
  standard: "RFC 3339 section 5.6 `full-date`",
  differs: [differsInYears],
  pattern: `^${day}$`,
  alphabet: "0-9\\-",
  expected: "an RFC 3339 date from year 0001, such as 2022-02-21",
  valid: ["2022-02-21", "2024-02-29", "2000-02-29", "0001-01-01", "0400-02-29", "1000-01-01", "9999-12-31"],
  invalid: [
    "",
    "2022-02-30",
    "2023-02-29",
    "1900-02-29",
    "2022-04-31",
    "2022-13-01",
    "2022-00-10",
    "2022-01-00",
    "2022-1-1",
    "22-01-01",
    "0000-01-01",
    "0000-02-29",
    "0001-02-29",
    "0100-02-29",
    "999-01-01",
    "10000-01-01",
    "+2022-01-01",
    "-001-01-01",
    "20220221",
    "2022/02/21",
    "2022-02-21T00:00:00Z",
    "2022-02-21Z",
    "2022-02-21\n",
    " 2022-02-21",
    "2022-02-২১",
  ],
  keepsFormat: false,
};

export const time: FormatRow = {
  name: "time",
  standard: "RFC 3339 section 5.6 `full-time`",
  differs: differsInTimes,
  pattern: `^${clock}$`,
  alphabet: "0-9Z:.+\\-",
  expected: "an RFC 3339 time with a time zone (upper-case Z, no :60, at most 9 decimals), such as 19:38:34Z",
  valid: ["19:38:34Z", "00:00:00Z", "23:59:59.999999999Z", "19:38:34.5+05:30", "19:38:34-23:59"],
  invalid: [
    "",
    "19:38",
    "19:38:34",
    "19:38:34z",
    "19:38:34+0530",
    "19:38:34+05",
    "19:38:34+24:00",
    "19:38:34+05:60",
    "24:00:00Z",
    "19:60:00Z",
    "23:59:60Z",
    "9:38:34Z",
    "19:38:34.Z",
    "19:38:34.1234567890Z",
    "19:38:34,5Z",
    "T19:38:34Z",
    "19:38:34Z\n",
    "১৯:38:34Z",
  ],
  keepsFormat: false,
};
