import { formats } from "../../scripts/formats/formats.ts";

/** What is wrong with a payload, as the package says it. */
export interface Issue {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}

/** What two validators say of a payload; ours also why. */
export interface Verdict {
  readonly leaf: string;
  readonly original: boolean;
  readonly issues: readonly Issue[];
}

/** Whether a payload is refused only for what the page of formats says that we refuse although the standard allows it. */
export function isNarrowing({ original, issues }: Verdict): boolean {
  return original && issues.length > 0 && issues.every(isOfFormat);
}

function isOfFormat({ keyword, message }: Issue): boolean {
  const rows = [...formats.values()].filter(({ differs }) => differs.length > 0);
  return keyword === "format" && rows.some(({ expected }) => message.includes(expected));
}

/** Verdicts, by how they compare. */
export interface Compared {
  readonly valid: number;
  readonly invalid: number;
  readonly narrowed: readonly Verdict[];
  readonly different: readonly Verdict[];
}

/** Sorts verdicts: both accept, both refuse, ours refuses by a narrowing that is documented, or they differ. */
export function compare(verdicts: readonly Verdict[]): Compared {
  const isValid = ({ issues }: Verdict): boolean => issues.length === 0;
  const apart = verdicts.filter((verdict) => verdict.original !== isValid(verdict));
  return {
    valid: verdicts.filter((verdict) => verdict.original && isValid(verdict)).length,
    invalid: verdicts.filter((verdict) => !verdict.original && !isValid(verdict)).length,
    narrowed: apart.filter(isNarrowing),
    different: apart.filter((verdict) => !isNarrowing(verdict)),
  };
}
