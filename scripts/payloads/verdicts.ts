import type { Finding } from "./finding.ts";

/** How many events there were of each kind. */
export interface Tally {
  valid: number;
  invalid: number;
  unknownType: number;
  unreadable: number;
}

/** The sinks for verdicts and findings, and the signal that ends the work. */
export interface Verdicts {
  readonly tally: Tally;
  /** Takes a finding, which is made only where it is reported: a file can be nothing but mistakes. */
  readonly report: (severity: Finding["severity"], make: () => Finding) => void;
  readonly signal: AbortSignal;
}
