/** Remembers the answers to questions that can lead back to themselves. */
export interface Memory<Answer> {
  /**
   * Answers a question once.
   * @param about the objects that make the question what it is, in their order
   * @param work finds the answer, and may ask further questions
   */
  readonly recall: (about: readonly object[], work: () => readonly Answer[]) => readonly Answer[];
  /** Runs work that asks about a part of the value that was asked about before. */
  readonly inside: <T>(work: () => T) => T;
}

/**
 * Makes a memory of proofs: an answer is a list of what is not proven. A question that leads back to itself for a part of the
 * value holds, by induction over the size of values; one that does so for the same value proves nothing.
 * @param unproven the answer to the latter
 */
export function createMemory<Answer>(unproven: Answer): Memory<Answer> {
  const ids = new WeakMap<object, number>();
  const answers = new Map<string, readonly Answer[]>();
  /** Questions that are being answered, with the number of parts that led to them. */
  const open = new Map<string, number>();
  /** Questions that were proven, in their order: a proof may rest on one that is still open. */
  const proven: string[] = [];
  let parts = 0;
  let count = 0;

  const idOf = (one: object): number => {
    const id = ids.get(one) ?? ++count;
    ids.set(one, id);
    return id;
  };

  return {
    recall(about, work) {
      const id = about.map(idOf).join(" ");
      const before = answers.get(id);
      if (before !== undefined) return before;
      const since = open.get(id);
      if (since !== undefined) return parts > since ? [] : [unproven];
      open.set(id, parts);
      const [begin, answer] = [proven.length, work()];
      open.delete(id);
      if (answer.length === 0) proven.push(id);
      // What was proven meanwhile may rest on this.
      else for (const one of proven.splice(begin)) answers.delete(one);
      answers.set(id, answer);
      return answer;
    },
    inside(work) {
      parts++;
      const made = work();
      parts--;
      return made;
    },
  };
}
