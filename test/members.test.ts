import { describe, expect, test } from "vitest";
import { GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { exampleWith } from "./support/example.ts";

/** Every documented member, with the keywords that a number, null and another string break. */
const members: readonly { member: string; number: string; null: string | undefined; other: string | undefined }[] = [
  { member: "/object", number: "const", null: "const", other: "const" },
  { member: "/id", number: "type", null: "type", other: undefined },
  { member: "/data", number: "type", null: "type", other: "type" },
  { member: "/data/object", number: "const", null: "const", other: "const" },
  { member: "/data/accountNumber", number: "type", null: "type", other: undefined },
  { member: "/data/accountPin", number: "type", null: undefined, other: undefined },
  { member: "/data/subscription", number: "type", null: "type", other: undefined },
  { member: "/data/expiresAt", number: "type", null: "type", other: "format" },
  { member: "/datacontenttype", number: "type", null: "type", other: undefined },
  { member: "/project", number: "type", null: "type", other: undefined },
  { member: "/source", number: "type", null: "type", other: "format" },
  { member: "/specversion", number: "const", null: "const", other: "const" },
  { member: "/time", number: "type", null: "type", other: "format" },
  { member: "/type", number: "const", null: "const", other: "const" },
  { member: "/version", number: "type", null: "type", other: undefined },
];

/** The verdict as a list of places and keywords; [] for a valid value. */
function findings(value: unknown): string[] {
  const result = PortOutCredentialsIssuedEvent.validate(value);
  expect(PortOutCredentialsIssuedEvent.is(value)).toBe(result.valid);
  if (result.valid) return [];
  expect(result.reason).toBe("invalid");
  for (const { pointer, path } of result.issues) expect(pointer).toBe(path.map((key) => `/${key}`).join(""));
  return result.issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

describe.each(members)("$member", ({ member, number, null: ofNull, other }) => {
  const rows: [string, unknown, string | undefined][] = [
    ["missing", undefined, "required"],
    ["a number", 1, number],
    ["null", null, ofNull],
    ["another string", "x y", other],
  ];
  test.each(rows)("%s", (_, value, keyword) => {
    expect(findings(exampleWith({ [member]: value }))).toEqual(keyword === undefined ? [] : [`${member} ${keyword}`]);
  });
});

test.each([
  ["an empty id", { "/id": "" }, "/id minLength"],
  ["a date-time without a time zone", { "/time": "2022-03-16T14:12:42" }, "/time format"],
  ["a day that does not exist", { "/data/expiresAt": "2022-02-30T00:00:00Z" }, "/data/expiresAt format"],
  ["a relative source", { "/source": "/events" }, "/source format"],
])("%s is refused", (_, changes, finding) => {
  expect(findings(exampleWith(changes))).toEqual([finding]);
});

test.each([
  ["a null accountPin", { "/data/accountPin": null }],
  ["members that nobody knows yet", { "/new": 1, "/data/new": { deep: [] } }],
  ["fraction seconds", { "/time": "2022-03-16T14:12:42.0Z", "/data/expiresAt": "2022-02-21T19:38:34.123456789Z" }],
  ["an offset", { "/time": "2022-03-16T15:12:42+01:00" }],
])("%s is accepted", (_, changes) => {
  expect(findings(exampleWith(changes))).toEqual([]);
});

test.each([
  ["null", null],
  ["an array", []],
  ["a string", "{}"],
  ["undefined", undefined],
  ["a function", () => {}],
])("%s is no event", (_, value) => {
  expect(findings(value)).toEqual([" type"]);
  expect(GigsEvent.validate(value)).toMatchObject({ valid: false, reason: "invalid", issues: [{ pointer: "" }] });
});

test("all wrong members are listed in one answer, one issue each", () => {
  const value = exampleWith({ "/object": 1, "/id": undefined, "/data/accountPin": 2, "/time": "now", "/type": null });
  expect(findings(value).toSorted()).toEqual([
    "/data/accountPin type",
    "/id required",
    "/object const",
    "/time format",
    "/type const",
  ]);
});
