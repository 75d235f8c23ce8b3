/** Invalid events of a type at most, and bytes of the text of their changes. */
export const [maxCount, maxBytes] = [50, 60_000];

/** A change in text that is longer is kept where there is room beside those that are not. */
const short = 200;

/** An invalid event, as a change of an example. */
export interface Invalid {
  /** The change, as it is written in a package. */
  readonly text: string;
  /** The keyword of its first issue. */
  readonly keyword: string;
  /** How many issues it has. */
  readonly count: number;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether an invalid event is as good as can be: it is wrong in one thing, and short. */
export const isBest = ({ text, count }: Invalid): boolean => count === 1 && bytesOf(text) <= short;

/** The keywords in turn: an event of which 50 members have to be there is to have more than 50 that are missing. */
function inTurn(all: readonly Invalid[]): Invalid[] {
  const turns = new Map<string, number>();
  const ranked = all.map((one) => {
    const turn = turns.get(one.keyword) ?? 0;
    turns.set(one.keyword, turn + 1);
    return { one, turn };
  });
  return ranked.toSorted((a, b) => a.turn - b.turn).map(({ one }) => one);
}

/** As many as fit, the first first. */
function fitting(all: readonly Invalid[]): Set<Invalid> {
  const kept = new Set<Invalid>();
  let rest = maxBytes;
  for (const one of all) {
    const bytes = bytesOf(one.text);
    if (kept.size === maxCount || bytes > rest) continue;
    kept.add(one);
    rest -= bytes;
  }
  return kept;
}

/**
 * Chooses as many invalid events as a package has of one type: the best before others, and of both each keyword in its turn.
 * @returns those that are chosen, in their order
 */
export function choose(all: readonly Invalid[]): Invalid[] {
  const kept = fitting([...inTurn(all.filter(isBest)), ...inTurn(all.filter((one) => !isBest(one)))]);
  return all.filter((one) => kept.has(one));
}
