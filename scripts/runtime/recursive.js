import { companion } from "./companion.js";

/**
 * Does something that may call itself thousands of times.
 * @template T
 * @param {() => T} work
 * @param {() => T} otherwise where the stack of calls is at its end: the engine's own error would be no answer
 */
function shallow(work, otherwise) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return otherwise();
  }
}

const refuse = () => false;

/** The payload that is being validated, as a number: verdicts are remembered for it alone, for values can change later. */
let run = 1;

/** How often a definition that remembers was explained in this payload. */
let explained = 0;

/** So many explanations are enough for a hundred issues: branches that all go deep would have no end of them. */
const maxExplained = 10_000;

/**
 * The verdict of a definition on a value, which is asked for once per payload, in however many branches the value stands.
 * @param {WeakMap<object, number>} verdicts of the definition: the number of the payload, negative where it was refused
 * @param {unknown} value
 * @param {(value: unknown) => boolean} accepts
 */
export function remember(verdicts, value, accepts) {
  if (typeof value !== "object" || value === null) return accepts(value);
  const known = verdicts.get(value);
  if (known === run || known === -run) return known > 0;
  const verdict = accepts(value);
  verdicts.set(value, verdict ? run : -run);
  return verdict;
}

/** Whether a definition that remembers may be explained once more. */
export function mayExplain() {
  return ++explained <= maxExplained;
}

/**
 * Makes the companion object of an event that holds definitions which hold themselves. A value that is nested thousands of
 * levels deep is refused.
 * @type {typeof companion}
 */
export function recursiveCompanion(type, sensitive, accepts, explain, schema) {
  return companion(
    type,
    sensitive,
    /** @type {typeof accepts} */ (
      (value) => {
        run++;
        return shallow(() => accepts(value), refuse);
      }
    ),
    (value, report) => {
      run++;
      explained = 0;
      let isReported = false;
      /** @type {typeof report} */
      const tell = (...issue) => {
        isReported = true;
        report(...issue);
      };
      const tooDeep = () => tell("", "depth", "must not be nested thousands of levels deep");
      shallow(() => explain(value, tell), tooDeep);
      if (!isReported) tell("", "depth", "must not be nested so deep, in branches that all go on");
    },
    schema,
  );
}
