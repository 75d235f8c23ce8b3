/** What came of one check. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
}

/** The exports of a package or of one of its files. */
export type Exports = Readonly<Record<string, unknown>>;

export function suite(subject: {
  gigs: Exports;
  event: Exports;
  ajv: Exports;
  testing: Exports;
  webhook: Exports;
  other?: Exports;
  text: string;
}): Promise<Check[]>;

export function strictness(): Check;
