/** How often a law of test/laws/ is tried: a little in `npm test`, as long as it takes in `npm run test:long`. */
export function runs(short: number, long: number): number {
  return process.env.TEST_LONG === "1" ? long : short;
}
