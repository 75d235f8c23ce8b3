import type { Phase } from "../pipeline.ts";
import type { Screen } from "../report/screen.ts";
import type { World } from "../world.ts";

/**
 * Makes what runs the phases of a run.
 * @param verbose whether each phase tells its name and its time, on standard error
 */
export function createPhase({ complain }: Pick<Screen, "complain">, now: World["now"], verbose: boolean): Phase {
  if (!verbose) return async (_, work) => work();
  return async (name, work) => {
    const start = now();
    try {
      return await work();
    } finally {
      complain(`${name.padEnd(8)}${(now() - start).toFixed(0).padStart(7)} ms`);
    }
  };
}
