/** So much longer may twice the work take. */
const most = 2.6;

/** A machine that is busy with something else makes one round wrong, not all of them. */
const rounds = 6;

/** The CPU time that work takes in this process, in milliseconds. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How long half and all of some work took, in milliseconds of CPU: the least of the rounds that were needed. */
export interface Growth {
  readonly half: number;
  readonly full: number;
  /** Whether the time grows with the work, or is none to speak of. */
  readonly isLinear: boolean;
}

/**
 * Measures how the time of work grows with it. What is linear is so in one of a few rounds; what is not is so in none.
 * @param quick what takes less, in milliseconds, is over at once, and its ratio says nothing
 */
export async function measureGrowth(half: () => unknown, full: () => unknown, quick: number): Promise<Growth> {
  const least = { half: Number.POSITIVE_INFINITY, full: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    least.half = Math.min(least.half, await cpuOf(half));
    least.full = Math.min(least.full, await cpuOf(full));
    if (least.full < quick || least.full / least.half <= most) return { ...least, isLinear: true };
  }
  return { ...least, isLinear: false };
}
