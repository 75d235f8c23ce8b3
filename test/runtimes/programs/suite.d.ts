/** What came of one check. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
}

/** The exports of a package or of one of its files. */
export type Exports = Readonly<Record<string, unknown>>;

export function suite(subject: { gigs: Exports; event: Exports; ajv: Exports; other?: Exports; text: string }): Check[];

export function strictness(): Check;
