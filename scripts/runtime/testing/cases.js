/**
 * What a package knows of one of its events: the companion, the changes of its example that are invalid, and a sample
 * where no example is documented.
 * @typedef {readonly [
 *   companion: import("../types.js").EventCompanion<any, string>,
 *   invalid: readonly (readonly [pointer: string, value?: unknown])[],
 *   sample?: unknown,
 * ]} Case
 */

/**
 * One per event. This file is written anew for each package.
 * @type {readonly Case[]}
 */
export const cases = [];
