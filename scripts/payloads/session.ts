import type { Finding } from "./finding.ts";
import type { Tally, Verdicts } from "./verdicts.ts";
import type { Result } from "./render.ts";

/** Limits of a session: how many findings it reports, and what ends it early. */
export interface Limits {
  /** How many findings are reported. */
  readonly maxErrors: number;
  /** Whether the first error ends it. */
  readonly failFast: boolean;
  /** Ends it from outside. */
  readonly signal: AbortSignal;
}

/** All verdicts of one run. */
export interface Session extends Verdicts {
  readonly hasErrors: () => boolean;
  /** The result so far, after so many seconds. */
  readonly result: (seconds: number) => Result;
}

/**
 * Begins a run: counts events, and passes on what is found while that is little.
 * @param tell gets each finding that is reported
 */
export function createSession({ maxErrors, failFast, signal }: Limits, tell: (finding: Finding) => void): Session {
  const stop = new AbortController();
  const tally: Tally = { valid: 0, invalid: 0, unknownType: 0, unreadable: 0 };
  let reported = 0;
  let untold = 0;
  let errors = 0;
  return {
    tally,
    signal: AbortSignal.any([signal, stop.signal]),
    report(severity, make) {
      if (severity === "error") errors++;
      if (reported < maxErrors) {
        reported++;
        tell(make());
      } else untold++;
      if (failFast && errors > 0) stop.abort();
    },
    hasErrors: () => errors > 0,
    result: (seconds) => ({ tally, seconds, untold, isInterrupted: signal.aborted }),
  };
}
