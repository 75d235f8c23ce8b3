import { type Order, compose, complaintsAbout } from "../deliveries/compose.ts";
import { type HeaderNames, signed, unsigned } from "../deliveries/delivery.ts";
import { findTarget, showUrl, toUrl } from "../deliveries/host.ts";
import { readEvent } from "../deliveries/input.ts";
import { readSecret } from "../deliveries/secret.ts";
import { describeMessage, describeRequest, send as deliver, type Sent } from "../deliveries/send.ts";
import { toChecker } from "../payloads/checker.ts";
import { runPackage } from "../payloads/packages.ts";
import { runPipeline } from "../pipeline.ts";
import { uninterrupted } from "../world.ts";
import type { Context } from "./context.ts";
import { exitCodes, type ExitCode, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** The arguments and options of `codegen send`. */
export interface SendFlags extends Pick<Order, "set" | "keep"> {
  readonly type: string | undefined;
  readonly to: string;
  readonly secret?: string;
  readonly from?: string;
  readonly headers: HeaderNames;
  readonly repeat: number;
  /** In seconds. */
  readonly timeout: number;
  readonly unchecked: boolean;
  readonly dryRun: boolean;
  readonly showAnswer: boolean;
  readonly allowRemote: boolean;
}

/** The exit code of each way in which deliveries can end. */
const codes: Readonly<Record<Sent, ExitCode>> = {
  accepted: exitCodes.done,
  refused: exitCodes.findings,
  interrupted: exitCodes.interrupted,
};

/**
 * Delivers an event, signed. What is printed holds no value of it, but for `--dry-run`, which prints what would be sent.
 * @throws UnusableInput where the event, the secret or the host cannot be used
 */
export async function send(flags: SendFlags, context: Context, terminal: Terminal): Promise<Outcome> {
  const { here, env, print, complain, interrupts } = terminal;
  const { from, dryRun } = flags;
  const url = toUrl(flags.to);
  const isSigned = !dryRun || flags.secret !== undefined;
  const secret = isSigned ? await readSecret(flags.secret, { here, env }) : "";
  const target = dryRun ? undefined : await findTarget(url, flags.allowRemote);

  const result = await runPipeline(context, "code");
  const errors = complaints(result, context);
  if (result.files === undefined)
    return { code: exitCodes.findings, text: "Not sent: the schemas have errors.", errors };
  const written = from === undefined ? undefined : await readEvent(from, here, terminal.stdin);
  const time = new Date();
  const message = compose({ ...flags, written }, result.catalog.events, time);
  const wrong = flags.unchecked ? [] : complaintsAbout(message.value, toChecker(runPackage(result.files), undefined));
  if (wrong.length > 0) {
    const text = ["Not sent: the event is not valid; --unchecked sends it all the same.", ...wrong].join("\n");
    return { code: exitCodes.findings, text, errors };
  }

  const signing = { secret, id: message.id, time, names: flags.headers };
  const delivery = isSigned ? await signed(message.body, signing) : unsigned(message.body);
  if (target === undefined) {
    const note = isSigned ? "" : "Not signed: --secret adds the headers of a signature.";
    return {
      code: exitCodes.done,
      text: describeRequest(showUrl(url), delivery, message),
      errors: [errors, note].filter((one) => one !== "").join("\n"),
    };
  }
  complain(errors);
  print(describeMessage(message, delivery, target));
  const { signal } = interrupts;
  const secrets = [
    secret,
    secret.replace("whsec_", ""),
    ...Object.values(delivery.headers).filter((one) => one.startsWith("v1,")),
  ];
  const manner = { ...flags, seconds: flags.timeout, signal, secrets, now: context.now };
  const sent = await uninterrupted(interrupts, () => deliver(target, message, delivery, manner, print));
  return {
    code: codes[sent],
    text: "",
    ...(sent === "interrupted" ? { errors: "Interrupted: no answer was waited for any longer." } : {}),
  };
}
