import type { Event } from "../catalog/catalog.ts";
import { toJson } from "../json/text.ts";
import { exampleOf } from "../vectors/examples.ts";
import { type Hide, hiding } from "./answer.ts";
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

/** Why a probe failed, in the words of what came; undefined where it passed. */
function failureOf(
  probe: Probe,
  exchanges: readonly Exchange[],
  after: Exchange | undefined,
  hide: Hide,
): string | undefined {
  const wrong = exchanges.findIndex((exchange) => !isRight(probe, exchange));
  if (wrong >= 0) {
    const which = exchanges.length === 1 ? "" : ` (${wrong + 1} of ${exchanges.length})`;
    return `${outcomeOf(exchanges[wrong] as Exchange, hide)}${which}`;
  }
  if (after === undefined || isTaken(after)) return undefined;
  return `refused, but the valid event behind it: ${outcomeOf(after, hide)}`;
}

/** What was answered, of a probe that passed. */
function answerOf({ expects, mayClose }: Probe, exchanges: readonly Exchange[]): string {
  const [first] = exchanges;
  if (first === undefined) return "the schema allows none";
  return expects === "either" || mayClose ? describeEither(exchanges) : String(statusOf(first));
}

/** The deliveries of a probe and their answers, up to the first that is wrong. */
async function deliver(probe: Probe, kit: Kit, post: Plan["post"]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const delivery of await probe.make(kit)) {
    const exchange = await post(delivery);
    exchanges.push(exchange);
    if (!isRight(probe, exchange)) break;
  }
  return exchanges;
}

/**
 * Sends all probes, one after the other; behind each refusal a valid event, which must pass again.
 * @param tell hears of each probe before it is sent
 */
export async function runProbes(plan: Plan, tell: (id: string) => void): Promise<Probed> {
  const { event, secret, post } = plan;
  const kit = createKit(plan);
  const hide = hiding(exampleOf(event, undefined), [secret, secret.replace("whsec_", "")]);
  const results: ProbeResult[] = [];
  for (const probe of probesOf(plan)) {
    const { id, purpose, expects } = probe;
    tell(id);
    const start = plan.now();
    const exchanges = await deliver(probe, kit, post);
    const [first] = exchanges;
    const isFirst = results.length === 0;
    if (isFirst && first?.kind === "silence" && !first.isReached)
      return { results, unreachable: first, isInterrupted: false };
    const isRefused = !isFirst && exchanges.some((exchange) => exchange.kind === "answer" && !isTaken(exchange));
    const after = isRefused ? await post(await kit.sign(toJson(kit.fresh()))) : undefined;
    if ([...exchanges, after].some((exchange) => exchange?.kind === "interrupted"))
      return { results, isInterrupted: true };

    const failure = failureOf(probe, exchanges, after, hide);
    const status = first === undefined ? undefined : statusOf(first);
    results.push({
      id,
      purpose,
      expects,
      verdict: first === undefined ? "skip" : failure === undefined ? "pass" : "fail",
      answered: failure ?? answerOf(probe, exchanges),
      statuses: exchanges.map((exchange) => statusOf(exchange) ?? null),
      ...(failure === undefined ? {} : { fix: isFirst ? likelyCause(status) : probe.fix }),
      seconds: (plan.now() - start) / 1000,
    });
    if (isFirst && failure !== undefined) break;
  }
  return { results, isInterrupted: false };
}
