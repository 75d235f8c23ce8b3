import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { EventValidationError, GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { example, exampleText, exampleWith } from "./support/example.ts";

const cjs = createRequire(import.meta.url)("../generated/index.cjs") as typeof import("../generated/index.js");

/** What a call throws; a test failure where it throws nothing. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("type, types and sensitive tell about the events", () => {
  expect(PortOutCredentialsIssuedEvent.type).toBe("com.gigs.portOutCredentials.issued");
  const files = readdirSync(new URL("../schemas/events/", import.meta.url));
  expect(GigsEvent.types).toEqual(files.map((file) => file.replace(".schema.json", "")).toSorted());
  expect(PortOutCredentialsIssuedEvent.sensitive).toEqual(["/data/accountNumber", "/data/accountPin"]);
  expect(GigsEvent.sensitive).toEqual(expect.arrayContaining(["/data/accountNumber", "/data/accountPin"]));
});

test("no verb needs this", () => {
  const values: unknown[] = [example(), {}, null];
  for (const { is, validate, assert, parse } of [PortOutCredentialsIssuedEvent, GigsEvent]) {
    expect(values.filter(is)).toEqual([example()]);
    expect(values.map(validate).map(({ valid }) => valid)).toEqual([true, false, false]);
    expect(thrownBy(() => (assert as (value: unknown) => void)({}))).toBeInstanceOf(EventValidationError);
    expect(parse(exampleText)).toEqual(example());
  }
});

describe("parse", () => {
  test.each([
    ["text that is cut off", exampleText.slice(0, 200), "not-json", ""],
    ["an empty text", "", "not-json", ""],
    ["a BOM in a string", `\uFEFF${exampleText}`, "not-json", ""],
    ["a BOM in bytes", bytes(`\uFEFF${exampleText}`), "not-json", ""],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "not-utf8", ""],
    ["UTF-16", new Uint8Array(Buffer.from(exampleText, "utf16le")), "not-json", ""],
    ["null", "null", "invalid", ""],
    ["an unknown type", '{"type":"com.gigs.new"}', "unknown-type", "/type"],
    ["no type", "{}", "invalid", "/type"],
    ["a type that is no string", '{"type":["com.gigs.portOutCredentials.issued"]}', "invalid", "/type"],
    ["the type __proto__", '{"type":"__proto__"}', "unknown-type", "/type"],
    ["the type constructor", '{"type":"constructor"}', "unknown-type", "/type"],
    ["a broken event of a known type", '{"type":"com.gigs.portOutCredentials.issued"}', "invalid", "/object"],
  ])("%s", (_, input, reason, pointer) => {
    const error = thrownBy(() => GigsEvent.parse(input)) as EventValidationError;
    expect(error).toBeInstanceOf(EventValidationError);
    expect(error.reason).toBe(reason);
    expect(error.issues[0]?.pointer).toBe(pointer);
    expect(error.message).toContain(error.issues[0]?.message);
  });

  test.each([[{}], [null], [undefined], [1], [new Uint16Array(2)]])("%s is a TypeError", (input) => {
    expect(() => GigsEvent.parse(input as never)).toThrow(TypeError);
  });
});

test("an event of another type is invalid for one event, unknown for the union", () => {
  const other = exampleWith({ "/type": "com.gigs.other" });
  expect(PortOutCredentialsIssuedEvent.validate(other)).toMatchObject({
    reason: "invalid",
    issues: [{ keyword: "const" }],
  });
  expect(GigsEvent.validate(other)).toMatchObject({ reason: "unknown-type" });
});

describe("errors hold no credential", () => {
  const secret = "S3CR3T-7781";
  const payload = JSON.stringify(
    exampleWith({ "/data/accountNumber": secret, "/data/accountPin": secret, "/time": secret }),
  );
  test.each([
    ["an invalid event", payload],
    ["an event cut off in a credential", payload.slice(0, payload.indexOf(secret) + 6)],
    ["a credential where JSON wants a comma", payload.replace(`"${secret}"`, secret)],
    ["bytes with a bad one behind", new Uint8Array([...bytes(payload), 0xff])],
    ["a credential in place of an object", JSON.stringify(exampleWith({ "/data": secret }))],
  ])("%s", (_, input) => {
    const error = thrownBy(() => GigsEvent.parse(input)) as EventValidationError;
    const texts = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error), error.stack];
    for (const text of texts) expect(text).not.toMatch(/S3CR3T|7781/);
    expect(error.cause).toBeUndefined();
  });
});

test("errors are recognised across the ESM and the CommonJS build", () => {
  const fromCjs = thrownBy(() => cjs.GigsEvent.parse("{"));
  const fromEsm = thrownBy(() => GigsEvent.parse("{"));
  expect(fromCjs).not.toBe(fromEsm);
  for (const error of [fromCjs, fromEsm]) {
    expect(error instanceof EventValidationError).toBe(true);
    expect(error instanceof cjs.EventValidationError).toBe(true);
    expect(error instanceof Error).toBe(true);
  }
  expect(new Error("other") instanceof EventValidationError).toBe(false);
});
