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

/**
 * Makes the companion object of an event that holds definitions which hold themselves. A value that is nested thousands of
 * levels deep is refused.
 * @type {typeof companion}
 */
export function recursiveCompanion(type, sensitive, accepts, explain, schema) {
  return companion(
    type,
    sensitive,
    /** @type {typeof accepts} */ ((value) => shallow(() => accepts(value), refuse)),
    (value, report) => {
      const tell = () => report("", "depth", "must not be nested thousands of levels deep");
      shallow(() => explain(value, report), tell);
    },
    schema,
  );
}
