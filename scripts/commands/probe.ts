import type { ProbeFormat } from "../deliveries/formats.ts";
import { findTarget, toUrl } from "../deliveries/host.ts";
import { type Plan, runProbes, toSeconds } from "../deliveries/probing.ts";
import { probeRenderers } from "../deliveries/render.ts";
import { post } from "../deliveries/request.ts";
import { readSecret } from "../deliveries/secret.ts";
import { runPipeline } from "../pipeline.ts";
import { choose } from "../report/choose.ts";
import { hasErrors } from "../report/diagnostic.ts";
import { painter } from "../report/paint.ts";
import { UnusableInput } from "../unusable.ts";
import { uninterrupted } from "../world.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `codegen probe`. */
export interface ProbeFlags {
  readonly to: string;
  readonly secret?: string;
  /** The event that is sent in all ways; the first one unless said. */
  readonly type?: string;
  /** In seconds. */
  readonly timeout: number;
  readonly strict: boolean;
  readonly format: ProbeFormat;
  readonly allowRemote: boolean;
}

/**
 * Sends what receivers get wrong, and tells which of it this one got wrong. What is printed holds no value of a payload.
 * @throws UnusableInput where the event, the secret or the host cannot be used, or nothing listens there
 */
export async function probe(flags: ProbeFlags, context: Context, terminal: Terminal): Promise<Outcome> {
  const { here, env, color, progress, interrupts } = terminal;
  const { type, timeout, strict, format } = flags;
  const url = toUrl(flags.to);
  const secret = await readSecret(flags.secret, { here, env });
  const target = await findTarget(url, flags.allowRemote);

  const result = await runPipeline(context, "lint");
  const errors = complaints(result, context);
  if (hasErrors(result.diagnostics))
    return { code: exitCodes.findings, text: "Not probed: the schemas have errors.", errors };
  const { events } = result.catalog;
  const [first] = events;
  const event = type === undefined ? first : choose("event of type", type, events, (one) => one.type);
  if (event === undefined) throw new UnusableInput("There is no event to probe with.");

  const patience = { seconds: timeout, signal: interrupts.signal };
  const start = context.now();
  const plan: Plan = {
    events,
    event,
    secret,
    strict,
    post: (delivery) => post(target, delivery, patience),
    now: context.now,
  };
  const { results, unreachable, isInterrupted } = await uninterrupted(interrupts, () => runProbes(plan, progress));
  if (unreachable !== undefined) throw new UnusableInput(`${target.shown} ${unreachable.reason}.`);
  const seconds = toSeconds(context.now() - start);
  const report = { shown: target.shown, type: event.type, results, isInterrupted, seconds };
  const hasFailed = results.some(({ verdict }) => verdict === "fail");
  const code = isInterrupted ? exitCodes.interrupted : hasFailed ? exitCodes.findings : exitCodes.done;
  return { code, text: probeRenderers[format](report, painter(color)), errors };
}
