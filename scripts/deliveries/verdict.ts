import { type Hide, redirection } from "./answer.ts";
import type { Exchange } from "./request.ts";
import type { Expected, Probe } from "./probes/probe.ts";

/** How a probe ended. */
export interface ProbeResult extends Pick<Probe, "id" | "purpose" | "expects"> {
  readonly verdict: "pass" | "fail" | "skip";
  /** What was answered: "204", "acknowledged", "3 acknowledged, 17 refused". */
  readonly answered: string;
  /** The statuses of the answers; null where there was none. */
  readonly statuses: readonly (number | null)[];
  /** Of a probe that failed: what to look at. */
  readonly fix?: string;
  readonly seconds: number;
}

const isAcknowledged = (status: number): boolean => status >= 200 && status <= 299;
const isRefused = (status: number): boolean => status >= 400 && status <= 499;

const isExpected: Readonly<Record<Expected, (status: number) => boolean>> = {
  "2xx": isAcknowledged,
  "4xx": isRefused,
  either: (status) => isAcknowledged(status) || isRefused(status),
};

/** The status of an answer; undefined where none came. */
export function statusOf(exchange: Exchange): number | undefined {
  return exchange.kind === "answer" ? exchange.answer.status : undefined;
}

/** Whether a valid event was acknowledged. */
export function isTaken(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status !== undefined && isAcknowledged(status);
}

/** Whether an answer, or its absence, is what a probe expects. */
export function isRight({ expects, mayClose }: Pick<Probe, "expects" | "mayClose">, exchange: Exchange): boolean {
  if (exchange.kind === "silence") return mayClose === true && exchange.isClosed;
  const status = statusOf(exchange);
  return status !== undefined && isExpected[expects](status);
}

/** What an exchange came to, in words: "204", "302, a redirect to /login, which is not followed", "did not answer within 15 s". */
export function outcomeOf(exchange: Exchange, hide: Hide): string {
  if (exchange.kind === "interrupted") return "interrupted";
  if (exchange.kind === "silence") return exchange.reason;
  const redirect = redirection(exchange.answer, hide);
  return redirect === "" ? String(exchange.answer.status) : `${exchange.answer.status}, ${redirect}`;
}

/** How what may go either way went: "acknowledged (204)", "3 acknowledged, 17 refused". */
export function describeEither(exchanges: readonly Exchange[]): string {
  const words = exchanges.map((exchange) => (isTaken(exchange) ? "acknowledged" : "refused"));
  const [only] = exchanges;
  if (only !== undefined && exchanges.length === 1) {
    const status = statusOf(only);
    return status === undefined ? `${words[0]} (the connection was closed)` : `${words[0]} (${status})`;
  }
  return ["acknowledged", "refused"]
    .map((word) => [words.filter((one) => one === word).length, word] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(", ");
}
