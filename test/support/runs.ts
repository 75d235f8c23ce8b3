/** How often a law is tried: as given in `npm test`, a hundred times as often in `npm run test:long`. */
export function runs(short: number, long: number = short * 100): number {
  return process.env.TEST_LONG === "1" ? long : short;
}
