import type { Screen } from "../report/screen.ts";
import type { World } from "../world.ts";

/** What commands that send get from their caller, beside the context. */
export interface Terminal extends Pick<Screen, "print" | "complain" | "progress">, Pick<World, "env" | "interrupts"> {
  /** The folder that relative paths are relative to, absolute. */
  readonly here: string;
  /** Standard input, which is opened when it is asked for. */
  readonly stdin: () => World["stdin"];
  readonly color: boolean;
}
