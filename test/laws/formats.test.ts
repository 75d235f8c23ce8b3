import { createContext, Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { formats } from "../../scripts/formats/formats.ts";
import { isDate, isDateTime, isTime } from "../support/oracles/calendar.ts";
import { candidates } from "../support/oracles/candidates.ts";
import { isDuration } from "../support/oracles/duration.ts";
import { isEmail } from "../support/oracles/email.ts";
import { hostileTexts } from "../support/oracles/hostile.ts";
import { isHostname } from "../support/oracles/hostname.ts";
import { isIpv4, isIpv6 } from "../support/oracles/ip.ts";
import { isJsonPointer, isRelativeJsonPointer } from "../support/oracles/jsonPointer.ts";
import { mutate } from "../support/oracles/mutate.ts";
import { Random } from "../support/oracles/random.ts";
import { isPortableRegex } from "../support/oracles/regex.ts";
import { isIri, isIriReference, isUri, isUriReference } from "../support/oracles/uri.ts";
import { isUriTemplate } from "../support/oracles/uriTemplate.ts";
import { isUuid } from "../support/oracles/uuid.ts";
import { runs } from "../support/runs.ts";

/** What each format means, read by hand from its specification: no regular expression in it. */
const oracles: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": isDateTime,
  date: isDate,
  time: isTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  "uri-reference": isUriReference,
  iri: isIri,
  "iri-reference": isIriReference,
  "uri-template": isUriTemplate,
  uuid: isUuid,
  "json-pointer": isJsonPointer,
  "relative-json-pointer": isRelativeJsonPointer,
  regex: isPortableRegex,
};

// Other texts at every run; a failure says which seed brings its texts back.
const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 32);

const ascii = String.fromCharCode(...Array(128).keys());

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

test("every format has an oracle and a generator", () => {
  expect(Object.keys(oracles).toSorted()).toEqual([...formats.keys()].toSorted());
  expect(Object.keys(candidates).toSorted()).toEqual([...formats.keys()].toSorted());
});

describe.each([...formats.values()])("$name", ({ name, regex, alphabet, valid, invalid }) => {
  const oracle = oracles[name]!;
  const outside = new RegExp(`[^${alphabet}]`, "u");
  const chars = [...ascii].filter((char) => !outside.test(char)).join("");

  /** Samples, generated texts and noise, of which two in three are changed in one to four places. */
  function* texts(): Generator<string> {
    const random = new Random(seed);
    for (let run = 0; run < runs(1000, 1_000_000); run++) {
      const source = random.integer(0, 9);
      if (source === 0) yield random.text(random.integer(0, 12), chars);
      else {
        const text = source < 3 ? random.pick(valid) : candidates[name]!(random);
        yield random.percent(35) ? text : mutate(text, random.pick([1, 1, 1, 2, 2, 3, 4]), chars, random);
      }
    }
  }

  const said = (text: string): string => `${name} and ${JSON.stringify(text)}, with TEST_SEED=${seed}`;

  function expectAgreement(text: string): boolean {
    const [byPattern, byOracle] = [regex.test(text), oracle(text)];
    if (byPattern !== byOracle) expect.fail(`pattern says ${byPattern}, oracle says ${byOracle}: ${said(text)}`);
    return byOracle;
  }

  test("the oracle gives the samples their verdicts", () => {
    expect(valid.filter((text) => !oracle(text))).toEqual([]);
    expect(invalid.filter((text) => oracle(text))).toEqual([]);
  });

  test("the pattern and the oracle agree on generated texts, many of them valid and many not", () => {
    let count = 0;
    let accepted = 0;
    for (const text of texts()) {
      count++;
      if (expectAgreement(text)) accepted++;
    }
    expect(accepted / count, `TEST_SEED=${seed}`).toBeGreaterThan(0.2);
    expect(accepted / count, `TEST_SEED=${seed}`).toBeLessThan(0.8);
  });

  test("a text that the pattern accepts holds no character outside the alphabet", () => {
    for (const text of texts()) {
      if (regex.test(text) && outside.test(text)) expect.fail(`outside the alphabet: ${said(text)}`);
    }
  });

  test("the pattern and the oracle agree on every ASCII character put in or put instead, at every place", () => {
    const random = new Random(seed);
    const generated = Array.from({ length: runs(1, 300) }, () => candidates[name]!(random));
    for (const text of [...valid, ...generated]) {
      for (let at = 0; at <= text.length; at++) {
        for (const char of ["", ...ascii]) {
          for (const rest of [text.slice(at), text.slice(at + 1)]) expectAgreement(text.slice(0, at) + char + rest);
        }
      }
    }
  });

  test("the pattern and the oracle agree on every character, alone and on either side of a valid text", () => {
    const [text] = valid;
    for (let code = 0; code < 0x1_0000; code++) {
      const char = String.fromCharCode(code);
      for (const odd of [`${char}${text}`, `${text}${char}`, char]) expectAgreement(odd);
    }
  });

  test("long texts made to backtrack get the right verdict in the end", () => {
    const [script, context] = [new Script("regex.test(text)"), createContext({ regex, text: "" })];
    for (const text of hostileTexts(valid, chars, runs(3000, 500_000))) {
      context.text = text;
      // The limit is no measure of speed: it only ends what would hang.
      const verdict: unknown = script.runInContext(context, { timeout: 60_000 });
      if (verdict !== oracle(text)) expect.fail(`pattern says ${verdict}: ${said(`${text.slice(0, 60)}…`)}`);
    }
  });
});

test("the date pattern knows the length of every month of every year", () => {
  const { regex } = formats.get("date")!;
  // Nine shares no divisor with 400, so the short run meets every kind of year as well.
  for (let year = 0; year < 10_000; year += runs(9, 1)) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
        if (regex.test(text) !== isDate(text)) expect.fail(`pattern and oracle differ on ${text}`);
      }
    }
  }
});
