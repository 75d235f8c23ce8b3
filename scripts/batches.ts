/** Files that are worked on at the same time: enough to keep the disk busy, where a shell allows 64 open files too. */
const manyFiles = 16;

/**
 * Does the same with many things, a batch at a time.
 * @param items in the order in which they are begun
 * @param size of a batch
 * @returns what was made of each, in their order
 * @throws what `work` rejects with first, when the rest of its batch has ended; later batches are not begun then
 */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  size = manyFiles,
): Promise<R[]> {
  const done: R[] = [];
  for (let i = 0; i < items.length; i += size) {
    for (const one of await Promise.allSettled(items.slice(i, i + size).map(work))) {
      if (one.status === "rejected") throw one.reason;
      done.push(one.value);
    }
  }
  return done;
}
