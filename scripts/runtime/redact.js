/**
 * What a schema describes of a value: "hidden" where nothing may be shown, the name of what is described once, or the parts.
 * @typedef {string | Parts} Described
 * @typedef {object} Parts
 * @property {Readonly<Record<string, Described>>} [members] by name
 * @property {readonly Described[]} [others] of every other member
 * @property {readonly Described[]} [items] of every item
 * @property {readonly Described[]} [also] of the value itself: branches, and what it is made of
 */

/**
 * Copies what is described of a value.
 * @param {readonly Described[]} described all that is said of it
 * @param {unknown} value
 * @param {Readonly<Record<string, Parts>>} named what is described once
 * @returns {unknown}
 */
function copyDescribed(described, value, named) {
  // What refers to itself is found once.
  const all = new Set(described);
  for (const one of all) {
    if (one === "hidden") return value === null ? null : "[redacted]";
    for (const more of typeof one === "string" ? [/** @type {Parts} */ (named[one])] : (one.also ?? [])) all.add(more);
  }
  if (typeof value !== "object" || value === null) return value;
  const parts = [...all].flatMap((one) => (typeof one === "string" ? [] : [one]));
  if (Array.isArray(value)) {
    const items = parts.flatMap((one) => one.items ?? []);
    return items.length === 0 ? [] : value.map((item) => copyDescribed(items, item, named));
  }
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const own = parts.flatMap(({ members = {}, others = [] }) =>
      Object.hasOwn(members, name) ? [/** @type {Described} */ (members[name])] : others,
    );
    return own.length === 0 ? [] : [[name, copyDescribed(own, member, named)]];
  });
  return Object.fromEntries(kept);
}

/**
 * Makes `redact`.
 * @param {Readonly<Record<string, Parts>>} events by type
 * @param {Parts} envelope of an event whose type is not known
 * @param {Readonly<Record<string, Parts>>} named what events hold, by name
 */
export function createRedact(events, envelope, named) {
  /** @param {any} event */
  return (event) => {
    if (typeof event !== "object" || event === null || Array.isArray(event)) {
      throw new TypeError("redact takes an event: parse it first");
    }
    const own = Object.hasOwn(events, event.type) ? /** @type {Parts} */ (events[event.type]) : envelope;
    return copyDescribed([own], event, named);
  };
}
