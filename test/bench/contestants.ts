/** A module in `contestants/` whose `is` judges the documented event. */
export interface Contestant {
  readonly name: string;
  readonly module: string;
  /** A path from the root; without it the contestant is missing, as a part of the package may be. */
  readonly needs?: string;
}

export const contestants: readonly Contestant[] = [
  { name: "ours", module: "ours.js" },
  { name: "by hand", module: "by-hand.js" },
  { name: "by hand, inherited members count", module: "by-hand-inherited.js" },
  { name: "ours /ajv", module: "ours-ajv.js", needs: "generated/ajv.js" },
  { name: "Ajv, ajv-formats", module: "ajv.js" },
  { name: "zod", module: "zod.js" },
];

/** How ours has to compare with others, at most. */
export const limits: readonly { workload: string; against: string; limit: number }[] = [
  { workload: "example", against: "by hand", limit: 1.1 },
  { workload: "varied", against: "by hand", limit: 1.1 },
  { workload: "16 shapes", against: "by hand", limit: 1.2 },
  { workload: "example", against: "by hand, inherited members count", limit: 1.25 },
  { workload: "missing member", against: "by hand", limit: 1.3 },
  { workload: "wrong type", against: "by hand", limit: 1.3 },
  { workload: "bad date", against: "by hand", limit: 1.3 },
];
