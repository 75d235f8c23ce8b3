/** So many marks are listed one by one; what is behind them is marked by "**". */
export const maxMarks = 1000;

/**
 * The keys that lead to what is hidden; "*" is any, "**" all below.
 * @param {string} pointer a JSON Pointer
 */
export function toMark(pointer) {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * What is behind a key.
 * @param {readonly (readonly string[])[]} marks
 * @param {string} key
 * @param {boolean} isAny whether "*" means it too: not a member that is described by its name alone
 * @returns {(readonly string[])[]}
 */
export function below(marks, key, isAny) {
  return marks.flatMap((mark) =>
    mark[0] === "**" ? [mark] : mark[0] === key || (isAny && mark[0] === "*") ? [mark.slice(1)] : [],
  );
}
