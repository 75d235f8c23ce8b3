// What the package has to do on every runtime; no test framework runs on all of them.
import { refusals } from "./refusals.js";

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What a function throws; undefined where it throws nothing. */
function thrownBy(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
}

/** All that a careless handler could log of an error. */
function textsOf(error) {
  return [
    String(error),
    JSON.stringify(error),
    ...Object.getOwnPropertyNames(error).map((name) => String(error[name])),
  ].join("\n");
}

/** The checks of one companion on a valid event. */
function acceptance(label, companion, text) {
  const value = JSON.parse(text);
  return [
    [`${label}.is accepts`, () => companion.is(value)],
    [`${label}.validate gives the very object`, () => companion.validate(value).value === value],
    [`${label}.assert is silent`, () => thrownBy(() => companion.assert(value)) === undefined],
    [`${label}.parse reads a string`, () => isSame(companion.parse(text), value)],
    [`${label}.parse reads bytes`, () => isSame(companion.parse(new TextEncoder().encode(text)), value)],
    [
      `${label}.parse reads a part of a buffer`,
      () => isSame(companion.parse(new TextEncoder().encode(`[${text}]`).subarray(1, -1)), value),
    ],
    [`${label}["~standard"] accepts`, () => isSame(companion["~standard"].validate(value), { value })],
  ];
}

/** The checks that a companion gives its JSON Schema. */
function schemas(label, companion) {
  const give = (target, direction = "input") => companion["~standard"].jsonSchema[direction]({ target });
  const drafts = {
    "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
    "draft-07": "http://json-schema.org/draft-07/schema#",
  };
  return [
    [
      `${label} gives its schema in two drafts`,
      () => Object.entries(drafts).every(([target, $schema]) => give(target).$schema === $schema),
    ],
    [
      `${label} makes its schema anew`,
      () => give("draft-07") !== give("draft-07") && isSame(give("draft-07"), give("draft-07", "output")),
    ],
    [
      `${label} knows no other draft`,
      () => companion.is !== undefined && thrownBy(() => give("draft-04")) instanceof TypeError,
    ],
  ];
}

/** The checks of one payload that the union refuses; those on values, where its JSON can be read. */
function refusal({ GigsEvent, EventValidationError }, { name, payload, reason, issues }, text) {
  const json = payload(text);
  const lines = issues.map(({ pointer, message }) => `\n  ${pointer || "(root)"} ${message}`);
  const isTold = (error) =>
    error instanceof EventValidationError &&
    error instanceof Error &&
    error.reason === reason &&
    isSame(error.issues, issues) &&
    String(error) === `EventValidationError: not a valid GigsEvent (${reason})${lines.join("")}`;
  const parse = [`parse refuses ${name}`, () => isTold(thrownBy(() => GigsEvent.parse(json)))];
  if (reason === "not-utf8" || reason === "not-json") return [parse];
  const value = JSON.parse(json);
  const standard = { issues: issues.map(({ message, path }) => ({ message, path })) };
  return [
    parse,
    [`is refuses ${name}`, () => GigsEvent.is(value) === false],
    [`validate refuses ${name}`, () => isSame(GigsEvent.validate(value), { valid: false, reason, issues })],
    [`assert refuses ${name}`, () => isTold(thrownBy(() => GigsEvent.assert(value)))],
    [`["~standard"] refuses ${name}`, () => isSame(GigsEvent["~standard"].validate(value), standard)],
  ];
}

/** The checks of what the package's exports have to do with each other, and with those of another build. */
function relations(gigs, event, other, text) {
  const { GigsEvent, PortOutCredentialsIssuedEvent, EventValidationError } = gigs;
  const lone = event.PortOutCredentialsIssuedEvent;
  const ofOtherType = JSON.stringify({ ...JSON.parse(text), type: "com.gigs.unknown" });
  const recognises = (error) => error instanceof EventValidationError && error instanceof other.EventValidationError;
  return [
    ["the union has the event's type", () => GigsEvent.types.includes(PortOutCredentialsIssuedEvent.type)],
    ["a lone event is the union's", () => lone.is !== undefined && lone === PortOutCredentialsIssuedEvent],
    ["a lone event knows no other type", () => thrownBy(() => lone.parse(ofOtherType)).reason === "invalid"],
    ["another error is none of ours", () => !(new TypeError("") instanceof EventValidationError)],
    [
      "wrong usage is a TypeError",
      () => GigsEvent.is !== undefined && thrownBy(() => GigsEvent.parse(42)) instanceof TypeError,
    ],
    [
      "another build is another one",
      () => other.GigsEvent.is !== undefined && (other === gigs || other.GigsEvent !== GigsEvent),
    ],
    ["another build's error is ours", () => recognises(thrownBy(() => other.GigsEvent.parse("{")))],
    ["our error is another build's", () => recognises(thrownBy(() => GigsEvent.parse("{")))],
  ];
}

/** The checks that no text of an error holds a credential; such long numbers stand in no path and no stack otherwise. */
function secrecy({ GigsEvent, PortOutCredentialsIssuedEvent }, text) {
  const credentials = { accountNumber: "908172635445361", accountPin: "908172635445362" };
  const event = JSON.parse(text);
  const marked = JSON.stringify({ ...event, data: { ...event.data, ...credentials } });
  const isSilent = (error) =>
    error instanceof Error && !Object.values(credentials).some((secret) => textsOf(error).includes(secret));
  return [
    [
      "the event names its credentials",
      () =>
        isSame(
          PortOutCredentialsIssuedEvent.sensitive,
          Object.keys(credentials).map((key) => `/data/${key}`),
        ),
    ],
    [
      "the union names them too",
      () => PortOutCredentialsIssuedEvent.sensitive.every((pointer) => GigsEvent.sensitive.includes(pointer)),
    ],
    ...refusals.map(({ name, payload }) => [
      `no credential is told of ${name}`,
      () =>
        [GigsEvent, PortOutCredentialsIssuedEvent].every(({ parse }) =>
          isSilent(thrownBy(() => parse(payload(marked)))),
        ),
    ]),
  ];
}

/** The checks of Ajv's validate function. */
function twin(validate, text) {
  const event = JSON.parse(text);
  const refuse = (value, error) => () => validate(value) === false && isSame(validate.errors, [error]);
  return [
    ["Ajv's function accepts", () => validate(event) === true && validate.errors === null],
    ["Ajv's function is a filter", () => isSame([event, {}].filter(validate), [event])],
    [
      "Ajv's function tells of a wrong type",
      refuse(
        { ...event, id: 42 },
        {
          instancePath: "/id",
          schemaPath: "#/properties/id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        },
      ),
    ],
    [
      "Ajv's function tells of a missing member",
      refuse(
        { ...event, data: { ...event.data, subscription: undefined } },
        {
          instancePath: "/data",
          schemaPath: "#/required",
          keyword: "required",
          params: { missingProperty: "subscription" },
          message: "must have required property 'subscription'",
        },
      ),
    ],
    ["Ajv's function wants members of the value's own", () => validate(Object.create(event)) === false],
  ];
}

/** What a function rejects with; undefined where it gives something. */
async function rejectionBy(run) {
  try {
    await run();
  } catch (error) {
    return error;
  }
}

/** The checks of the module that receives webhooks; their signature was made by another program. */
function receipt({ receive, secretKey, sign, WebhookVerificationError }, { GigsEvent, EventValidationError }, text) {
  const secret = "whsec_dGhpcyBpcyBhIHNlY3JldCBvZiBub2JvZHk=";
  const now = new Date(1_700_000_000_000);
  const known = "v1,YkmVmhmy8Flm3hKnd4Vl+CZdKZ8B93VHvPxmfCFLzKI=";
  const signed = (body, key = secret) => sign(body, key, { id: "msg_1", timestamp: now });
  const given = async (body, { key = secret, ...changes } = {}) =>
    receive(GigsEvent, { body, headers: await signed(text), secret: key, now, ...changes });
  const isRefused = async (reason, run) => {
    const error = await rejectionBy(run);
    return error instanceof WebhookVerificationError && error instanceof Error && error.reason === reason;
  };
  const bytes = new TextEncoder().encode(text);
  return [
    ["sign gives the known signature", async () => (await signed("{}"))["webhook-signature"] === known],
    ["sign takes bytes", async () => isSame(await signed(bytes), await signed(text))],
    ["receive gives the event of a text", async () => isSame(await given(text), JSON.parse(text))],
    ["receive gives the event of bytes", async () => isSame(await given(bytes), JSON.parse(text))],
    ["receive gives the event of a buffer", async () => isSame(await given(bytes.slice().buffer), JSON.parse(text))],
    [
      "receive takes a key and Headers",
      async () => {
        const headers = new Headers(await signed(text, await secretKey(secret)));
        return isSame(await given(text, { key: [await secretKey(secret)], headers }), JSON.parse(text));
      },
    ],
    ["receive refuses another body", () => isRefused("no-matching-signature", () => given(`${text} `))],
    ["receive refuses another secret", () => isRefused("no-matching-signature", () => given(text, { key: "AAAA" }))],
    ["receive refuses a bad secret", () => isRefused("bad-secret", () => given(text, { key: `${secret}\n` }))],
    ["receive refuses a secret that is cut", () => isRefused("bad-secret", () => given(text, { key: "whsec_AAA" }))],
    ["receive refuses an old webhook", () => isRefused("stale", () => given(text, { now: new Date() }))],
    [
      "receive refuses a webhook without headers",
      () => isRefused("missing-header", () => given(text, { headers: {} })),
    ],
    [
      "receive refuses a parsed body",
      async () => WebhookVerificationError !== undefined && (await rejectionBy(() => given({}))) instanceof TypeError,
    ],
    [
      "receive refuses a signed text that is no event",
      async () =>
        (await rejectionBy(async () => given("{", { headers: await signed("{") }))) instanceof EventValidationError,
    ],
  ];
}

/** The checks of the module for tests of receivers. */
function tests({ example, invalid }, { GigsEvent }, text) {
  const { type } = JSON.parse(text);
  return [
    ["example gives an event", () => GigsEvent.is(example(type)) && example(type) !== example(type)],
    ["invalid gives none", () => invalid(type).length > 0 && invalid(type).every(({ event }) => !GigsEvent.is(event))],
  ];
}

/**
 * Checks the package.
 * @param {object} subject
 * @param {object} subject.gigs the exports of the package
 * @param {object} subject.event the exports of the event's own file
 * @param {object} subject.ajv the exports of the twin
 * @param {object} subject.testing the exports of the module for tests
 * @param {object} subject.webhook the exports of the module that receives webhooks
 * @param {object} [subject.other] the exports of the package's other build, where the runtime has both
 * @param {string} subject.text of a valid event
 * @returns {Promise<{ name: string, ok: boolean }[]>} the names are the same for every package, and hold nothing of it
 */
export async function suite({ gigs, event, ajv, testing, webhook, other = gigs, text }) {
  const checks = [
    ...acceptance("GigsEvent", gigs.GigsEvent, text),
    ...acceptance("PortOutCredentialsIssuedEvent", event.PortOutCredentialsIssuedEvent, text),
    ...schemas("GigsEvent", gigs.GigsEvent),
    ...schemas("PortOutCredentialsIssuedEvent", event.PortOutCredentialsIssuedEvent),
    ...refusals.flatMap((row) => refusal(gigs, row, text)),
    ...relations(gigs, event, other, text),
    ...secrecy(gigs, text),
    ...twin(ajv.PortOutCredentialsIssuedEvent, text),
    ...receipt(webhook, gigs, text),
    ...tests(testing, gigs, text),
  ];
  const outcomes = [];
  for (const [name, holds] of checks) {
    let ok = false;
    await rejectionBy(async () => (ok = (await holds()) === true));
    outcomes.push({ name, ok });
  }
  return outcomes;
}

/** The check that a runtime forbids what some validators need: to make code from text. */
export function strictness() {
  const error = thrownBy(() => new Function("return 1"));
  return { name: "the runtime makes no code from text", ok: error instanceof EvalError };
}
