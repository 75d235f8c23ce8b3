// Compiled in a project that has installed the package and nothing else; see test/package.test.ts.
import { EventValidationError, GigsEvent, GigsEventEnvelope, PortOutCredentialsIssuedEvent } from "gigs-events";
import type { GigsEventMap, GigsEventType, PortOutCredentials, ValidationIssue } from "gigs-events";
import { type AjvError, type AjvValidator, PortOutCredentialsIssuedEvent as validateWithAjv } from "gigs-events/ajv";
import { PortOutCredentialsIssuedEvent as Direct } from "gigs-events/events/com.gigs.portOutCredentials.issued";
import { redact, type RedactedGigsEvent } from "gigs-events/redact";
import { type EventChanges, example, invalid, type InvalidEvent } from "gigs-events/testing";
import {
  receive,
  type Received,
  route,
  type SecretKey,
  secretKey,
  sign,
  WebhookVerificationError,
} from "gigs-events/webhook";

declare const values: unknown[];

/** What is left of the union's types behind a case of our event: nothing, where there is no other event. */
type OtherTypes = Exclude<GigsEventType, "com.gigs.portOutCredentials.issued">;

/** The union narrows by `type`, down to what no case has named. */
export function handle(event: GigsEvent): string {
  switch (event.type) {
    case "com.gigs.portOutCredentials.issued":
      return event.data.accountPin ?? event.data.accountNumber;
    default: {
      // A union of one is not narrowed to never by itself: `type` is.
      const others: OtherTypes = event.type;
      return others;
    }
  }
}

export const events: PortOutCredentialsIssuedEvent[] = values.filter(PortOutCredentialsIssuedEvent.is);
export const same: typeof PortOutCredentialsIssuedEvent = Direct;
export const type: GigsEventType = "com.gigs.portOutCredentials.issued";
export const mapped: GigsEventMap["com.gigs.portOutCredentials.issued"] = PortOutCredentialsIssuedEvent.parse("{}");

export function assertNarrows(value: unknown): PortOutCredentials {
  PortOutCredentialsIssuedEvent.assert(value);
  const literal: "event" = value.object;
  console.log(literal);
  return value.data;
}

export function issuesOf(value: unknown): readonly ValidationIssue[] {
  const result = GigsEvent.validate(value);
  return result.valid ? [] : result.issues;
}

/** What libraries that take any Standard Schema infer from one. */
type Standard = {
  readonly "~standard": { readonly types?: { readonly input: unknown; readonly output: unknown } | undefined };
};
type Output<Schema extends Standard> = NonNullable<Schema["~standard"]["types"]>["output"];
export const output = (value: Output<typeof PortOutCredentialsIssuedEvent>): string => value.data.expiresAt;
export const outputOfUnion = (value: Output<typeof GigsEvent>): GigsEvent => value;
export const draft = (): Record<string, unknown> => GigsEvent["~standard"].jsonSchema.input({ target: "draft-07" });

export function reasonOf(error: unknown): string {
  return error instanceof EventValidationError ? error.reason : "other";
}

export const ofAjv: PortOutCredentialsIssuedEvent[] = values.filter(validateWithAjv);
export const validator: AjvValidator<PortOutCredentialsIssuedEvent> = validateWithAjv;
/** As Ajv's own types say it. */
export const errors: { keyword: string; instancePath: string; params: Record<string, any>; message?: string }[] =
  validateWithAjv.errors ?? [];
export const textOf = ({ instancePath, schemaPath, keyword, message }: AjvError): string =>
  instancePath + schemaPath + keyword + message;

export async function answer(request: Request, secret: string | SecretKey): Promise<GigsEvent> {
  return receive(GigsEvent, { body: await request.arrayBuffer(), headers: request.headers, secret });
}
export async function replay(secret: string): Promise<PortOutCredentialsIssuedEvent> {
  const key: CryptoKey | SecretKey = await secretKey(secret);
  const headers = await sign("{}", key, { id: "msg_1", timestamp: new Date() });
  const options = { body: new Uint8Array(), headers, secret: [key, secret], tolerance: 60, now: new Date() };
  return receive(PortOutCredentialsIssuedEvent, options);
}
export async function ofNode(headers: Record<string, string | string[] | undefined>): Promise<"stale" | undefined> {
  try {
    await receive({ parse: JSON.parse as (json: string | Uint8Array) => unknown }, { body: "", headers, secret: "" });
  } catch (error) {
    if (error instanceof WebhookVerificationError && error.reason === "stale") return error.reason;
  }
  return undefined;
}

/** With the envelope's companion the result says whether the event is known, and narrows by it. */
export async function store(body: string, headers: Headers, secret: string): Promise<string> {
  const received = await receive(GigsEvent, { body, headers, secret, unknown: GigsEventEnvelope });
  if (received.known) return received.event.specversion;
  const { id }: GigsEventEnvelope = received.envelope;
  return received.versionKnown ? id : received.envelope.version;
}

declare const event: PortOutCredentialsIssuedEvent;
declare const anyEvent: GigsEvent;
declare const received: Received<GigsEvent, GigsEventEnvelope>;

/** What is hidden is a string, and null where it could be null; the rest is what it was. */
export const hiddenPin: string | null = redact(event).data.accountPin;
export const hiddenNumber: string = redact(event).data.accountNumber;
export const shownVersion: "1.0" = redact(event).specversion;
export const anyHidden: RedactedGigsEvent = redact(anyEvent);
export const envelopeOnly: string = received.known ? redact(received.event).id : redact(received.envelope).id;
// @ts-expect-error: of an event that is not known there is no data left
console.log(redact(GigsEventEnvelope.parse("{}")).data);

/** Each handler gets its event; what all give, and the fallback, is what route gives. */
const issued = "com.gigs.portOutCredentials.issued";
export const routed: string | null | undefined = route(
  anyEvent,
  { "com.gigs.portOutCredentials.issued": ({ data }) => data.accountPin },
  () => undefined,
);
export const awaited: Promise<number> | string = route(
  received,
  { [issued]: async ({ data }) => data.expiresAt.length },
  (other) => other.id,
);
export const unhandled: string = route(anyEvent, {}, (other) => other.id);
route(event, { [issued]: ({ data }) => data.accountPin }, () => {});

/** Unions of several events, and of many. */
type Upto<Length extends number, Numbers extends number[] = []> = Numbers["length"] extends Length
  ? Numbers[number]
  : Upto<Length, [...Numbers, Numbers["length"]]>;
type Numbered<Number extends number> = Number extends number
  ? { readonly type: `t.${Number}`; readonly id: string; readonly data: { readonly number: Number } }
  : never;
declare const oneOfTwo: Numbered<0 | 1>;
declare const oneOfMany: Numbered<Upto<112>>;
export const ofTwo: 0 | "t.1" = route(oneOfTwo, { "t.0": ({ data }) => data.number }, (other) => other.type);
export const ofMany: 7 | 111 | `t.${number}` = route(
  oneOfMany,
  { "t.7": ({ data }) => data.number, "t.111": ({ data }) => data.number },
  (other) => other.type,
);
// @ts-expect-error: what is handled does not come to the fallback
export const handledTwice: "t.0" = route(oneOfTwo, { "t.0": () => "t.0" as const }, (other) => other.type);
// @ts-expect-error: a type that no event has is a mistake
route(oneOfMany, { "t.112": () => 1 }, () => 2);
// @ts-expect-error: also beside one that there is
route(oneOfTwo, { "t.0": () => 1, "t.2": () => 1 }, () => 2);
// @ts-expect-error: a handler gets its own event
route(oneOfTwo, { "t.0": ({ data }: Numbered<1>) => data.number }, () => 2);
// @ts-expect-error: without a fallback an event that is newer would be lost
route(oneOfTwo, { "t.0": () => 1, "t.1": () => 1 });
// @ts-expect-error: what may be newer has to be looked at
console.log(received.event);
// @ts-expect-error: a body that is parsed has no signature
receive(GigsEvent, { body: event, headers: {}, secret: "" });
// @ts-expect-error: what is received is the event, not any
export const wrongReceived: Promise<string> = receive(GigsEvent, { body: "", headers: {}, secret: "" });
// @ts-expect-error: a secret that is not set is none
receive(GigsEvent, { body: "", headers: {}, secret: undefined });
// @ts-expect-error: a typing mistake in a member does not compile
console.log(event.data.acountPin);
// @ts-expect-error: nor does a type that no event has
export const wrong: GigsEventType = "com.gigs.portOutCredential.issued";
// @ts-expect-error: accountPin may be null
export const pin: string = event.data.accountPin;
// @ts-expect-error: what is inferred is the event, not any
output("text");
// @ts-expect-error: nor is it any for the union
outputOfUnion("text");
// @ts-expect-error: what Ajv accepts is the event, not any
export const wrongOfAjv: string[] = values.filter(validateWithAjv);
// @ts-expect-error: a const takes no other value
event.specversion = "2.0";

/** Examples: of the event's own type, with changes of members, down to those of its data. */
const made = example(issued);
export const madeType: "com.gigs.portOutCredentials.issued" = made.type;
export const changed: PortOutCredentialsIssuedEvent = example(issued, {
  id: "evt_1",
  datacontenttype: "application/json",
  data: { accountPin: null, accountNumber: "1" },
});
export const removed: GigsEvent = example(issued, { data: { accountPin: undefined }, project: undefined });
export const anyExample = (any: GigsEventType): GigsEvent => example(any);
export const changes: EventChanges<PortOutCredentialsIssuedEvent> = { data: { subscription: "sub_1" } };
export const refused: InvalidEvent[] = invalid(issued);
export const titles: string[] = invalid(issued).map(({ name, issue: { pointer, path, keyword, message } }) =>
  [name, pointer, keyword, message, ...path].join(),
);

/** Of members of every kind: an open enum, a list, a map, a union, what is unknown. */
interface Kinds {
  type: "t.kinds";
  open: "a" | "b" | (string & {});
  list: { x: number }[];
  pair: [number, string?];
  map: { [name: string]: { y: number } };
  union: { kind: "a"; a: string } | { kind: "b"; b: number } | null;
  unknown: unknown;
  deep?: { deeper: { deepest: boolean; other: boolean } };
}
export const kinds: EventChanges<Kinds>[] = [
  { open: "a", list: [{ x: 1 }], pair: [1], map: { any: { y: 1 } } },
  { open: "c", union: null, unknown: { any: 1 } },
  { union: { kind: "b" }, deep: { deeper: { deepest: true } }, list: undefined },
  { union: { a: "x" }, deep: undefined },
  {},
];
// @ts-expect-error: an example is of its type
export const wrongExample: { type: "t.x" } = example(issued);
// @ts-expect-error: there is an example of the types that there are
example("com.gigs.portOutCredentials.revoke");
// @ts-expect-error: the type stays
example(issued, { type: "com.gigs.portOutCredentials.issued" });
// @ts-expect-error: a typing mistake in a member does not compile
example(issued, { ids: "evt_1" });
// @ts-expect-error: nor one further inside
example(issued, { data: { acountPin: "1" } });
// @ts-expect-error: a member that is never null
example(issued, { data: { accountNumber: null } });
// @ts-expect-error: an object is no text
example(issued, { data: "text" });
// @ts-expect-error: a const takes no other value
example(issued, { specversion: "2.0" });
// @ts-expect-error: what an array holds has all of its members
export const wrongItem: EventChanges<Kinds> = { list: [{}] };
// @ts-expect-error: an open enum takes texts only
export const wrongOpen: EventChanges<Kinds> = { open: 1 };
// @ts-expect-error: a branch takes its own values
export const wrongBranch: EventChanges<Kinds> = { union: { kind: "c" } };
// @ts-expect-error: what is invalid has no type
console.log(refused[0]?.event.type);
// @ts-expect-error: there are invalid events of the types that there are
invalid("com.gigs.portOutCredentials.revoke");

/** A handler that may be undefined handles nothing for sure: its event comes to the fallback too, and it may give what it gives. */
declare const isWanted: boolean;
declare const partial: { readonly "t.0"?: (event: Numbered<0>) => 5; readonly "t.1": (event: Numbered<1>) => "six" };
declare const eitherOf: { readonly "t.0": ((event: Numbered<0>) => 5) | ((event: Numbered<0>) => "five") };
declare const eitherHas:
  { readonly "t.0": (event: Numbered<0>) => 5 } | { readonly "t.1": (event: Numbered<1>) => "six" };
export const maybe: 5 | "t.0" | "t.1" = route(
  oneOfTwo,
  { "t.0": isWanted ? () => 5 as const : undefined },
  (other) => other.type,
);
export const optional: 5 | "six" | "t.0" = route(oneOfTwo, partial, (other) => other.type);
export const eitherResult: 5 | "five" | "t.1" = route(oneOfTwo, eitherOf, (other) => other.type);
export const eitherObject: 5 | "six" | "t.0" | "t.1" = route(oneOfTwo, eitherHas, (other) => other.type);
// @ts-expect-error: what is handled only perhaps comes to the fallback too
export const handledMaybe: 5 | "six" = route(oneOfTwo, partial, (other) => other.type);
// @ts-expect-error: a handler that may be undefined gives something all the same
export const givenMaybe: "six" | "t.0" = route(oneOfTwo, partial, (other) => other.type);
