import type { Event } from "../catalog/catalog.ts";
import { readJson } from "../json/read.ts";
import { toJson } from "../json/text.ts";
import { exampleOf } from "../vectors/examples.ts";
import { hiding } from "./answer.ts";
import { likelyCause } from "./causes.ts";
import { type Delivery, signed } from "./delivery.ts";
import { newWebhookId, refresh } from "./fresh.ts";
import { accepted, exampleProbe } from "./probes/accepted.ts";
import { either } from "./probes/either.ts";
import type { Kit, Probe } from "./probes/probe.ts";
import { refused } from "./probes/refused.ts";
import type { Exchange, Silence } from "./request.ts";
import { describeEither, isRight, isTaken, outcomeOf, type ProbeResult, statusOf } from "./verdict.ts";

/** What is probed, and with what. */
export interface Plan {
  readonly events: readonly Event[];
  /** The event that is sent in all ways. */
  readonly event: Event;
  readonly secret: string;
  /** Whether what may go either way has to be refused. */
  readonly strict: boolean;
  readonly post: (delivery: Delivery) => Promise<Exchange>;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

/** How a receiver did. */
export interface Probed {
  readonly results: readonly ProbeResult[];
  /** Why the first delivery of all was not answered, where it was not. */
  readonly unreachable?: Silence;
  readonly isInterrupted: boolean;
}

/** Milliseconds as seconds, to the millisecond. */
export const toSeconds = (milliseconds: number): number => Math.round(milliseconds) / 1000;

const now = (): Date => new Date();

/** Makes what probes are made with. */
export function createKit({ event, events, secret }: Pick<Plan, "event" | "events" | "secret">): Kit {
  const freshOf: Kit["freshOf"] = (one) => refresh(exampleOf(one, undefined), one.schema, now());
  return {
    event,
    types: events.map(({ type }) => type),
    now,
    freshOf,
    fresh: () => freshOf(event),
    sign: (body, otherwise) =>
      signed(body, { secret, id: newWebhookId(), time: now(), names: "webhook", ...otherwise }),
  };
}

/** All probes in their order; the first has to pass before the others mean anything. */
export function probesOf({ event, events, strict }: Pick<Plan, "event" | "events" | "strict">): Probe[] {
  const others = events.filter((one) => one !== event);
  const open = strict ? either.map((probe): Probe => ({ ...probe, expects: "4xx" })) : either;
  return [...[event, ...others].map(exampleProbe), ...accepted, ...refused, ...open];
}

/** A delivery, and what came of it. */
interface Attempt {
  readonly delivery: Delivery;
  readonly exchange: Exchange;
}

/** What came of a delivery, in words that hold nothing of it. */
function say({ delivery, exchange }: Attempt, secret: string): string {
  const { headers, body } = delivery;
  const read = readJson(body);
  const others = [secret, secret.replace("whsec_", ""), ...Object.values(headers)];
  return outcomeOf(exchange, hiding("value" in read ? read.value : null, others));
}

/** Why a probe failed, in the words of what came; undefined where it passed. */
function failureOf(probe: Probe, attempts: readonly Attempt[], after: Attempt | undefined, secret: string) {
  const wrong = attempts.findIndex(({ exchange }) => !isRight(probe, exchange));
  if (wrong >= 0) {
    const which = attempts.length === 1 ? "" : ` (delivery ${wrong + 1})`;
    return `${say(attempts[wrong] as Attempt, secret)}${which}`;
  }
  if (after === undefined || isTaken(after.exchange)) return undefined;
  return `refused, but the valid event behind it: ${say(after, secret)}`;
}

/** What was answered, of a probe that passed. */
function answerOf({ expects, mayClose }: Probe, exchanges: readonly Exchange[]): string {
  const [first] = exchanges;
  if (first === undefined) return "the schema allows none";
  return expects === "either" || mayClose ? describeEither(exchanges) : String(statusOf(first));
}

/** The deliveries of a probe and what came of them, up to the first that is wrong. */
async function attempt(probe: Probe, kit: Kit, post: Plan["post"]): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const delivery of await probe.make(kit)) {
    const exchange = await post(delivery);
    attempts.push({ delivery, exchange });
    if (!isRight(probe, exchange)) break;
  }
  return attempts;
}

/** A valid event behind what was refused rightly; undefined where nothing was. */
async function attemptAfter(probe: Probe, before: readonly Attempt[], kit: Kit, post: Plan["post"]) {
  const isRefused = before.some(({ exchange }) => !isTaken(exchange) && isRight(probe, exchange));
  if (!isRefused) return undefined;
  const delivery = await kit.sign(toJson(kit.fresh()));
  return { delivery, exchange: await post(delivery) };
}

/**
 * Sends all probes, one after the other; behind each refusal a valid event, which must pass again.
 * @param tell hears of each probe before it is sent
 */
export async function runProbes(plan: Plan, tell: (id: string) => void): Promise<Probed> {
  const { secret, post } = plan;
  const kit = createKit(plan);
  const results: ProbeResult[] = [];
  for (const probe of probesOf(plan)) {
    const { id, purpose, expects } = probe;
    tell(id);
    const start = plan.now();
    const attempts = await attempt(probe, kit, post);
    const after = await attemptAfter(probe, attempts, kit, post);
    const exchanges = attempts.map(({ exchange }) => exchange);
    if ([...exchanges, after?.exchange].some((exchange) => exchange?.kind === "interrupted"))
      return { results, isInterrupted: true };
    const [first] = exchanges;
    const isFirst = results.length === 0;
    if (isFirst && first?.kind === "silence" && !first.isReached)
      return { results, unreachable: first, isInterrupted: false };

    const failure = failureOf(probe, attempts, after, secret);
    const status = first === undefined ? undefined : statusOf(first);
    results.push({
      id,
      purpose,
      expects,
      verdict: first === undefined ? "skip" : failure === undefined ? "pass" : "fail",
      answered: failure ?? answerOf(probe, exchanges),
      statuses: exchanges.map((exchange) => statusOf(exchange) ?? null),
      ...(failure === undefined ? {} : { fix: isFirst ? likelyCause(status) : probe.fix }),
      seconds: toSeconds(plan.now() - start),
    });
    if (isFirst && failure !== undefined) break;
  }
  return { results, isInterrupted: false };
}
