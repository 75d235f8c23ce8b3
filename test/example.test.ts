import { readFileSync } from "node:fs";
import { CloudEvent } from "cloudevents";
import { expect, test } from "vitest";
import { GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { example, exampleText } from "./support/example.ts";
import { createSourceValidator, readSource } from "./support/source.ts";

test("the documented example is valid, as a value and as text", () => {
  const event = example();
  expect(PortOutCredentialsIssuedEvent.validate(event)).toEqual({ valid: true, value: event });
  expect(PortOutCredentialsIssuedEvent.parse(exampleText)).toEqual(event);
  expect(GigsEvent.parse(new TextEncoder().encode(exampleText))).toEqual(event);
});

test("validate returns the very object that it was given", () => {
  const event = example();
  const result = GigsEvent.validate(event);
  expect(result.valid && result.value).toBe(event);
});

test("the example of the schema is the documented one", () => {
  const { examples } = readSource("events/com.gigs.portOutCredentials.issued.schema.json");
  expect(examples).toEqual([example()]);
});

test("the shared schema carries the documented example", () => {
  const path = new URL("../generated/schemas/com.gigs.portOutCredentials.issued.schema.json", import.meta.url);
  expect((JSON.parse(readFileSync(path, "utf8")) as { examples: unknown }).examples).toEqual([example()]);
});

test("the CloudEvents SDK accepts the documented example", () => {
  expect(new CloudEvent(example(), true).validate()).toBe(true);
});

test("Ajv with ajv-formats accepts the documented example by the composed source schemas", () => {
  const validate = createSourceValidator("events/com.gigs.portOutCredentials.issued.schema.json");
  expect(validate(example()), JSON.stringify(validate.errors)).toBe(true);
});
