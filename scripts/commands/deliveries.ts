import { type Command, InvalidArgumentError, Option } from "commander";
import { headerNames } from "../deliveries/delivery.ts";
import { probeFormats } from "../deliveries/formats.ts";
import type { Context, Flags } from "./context.ts";
import type { Outcome } from "./outcome.ts";
import type { ProbeFlags } from "./probe.ts";
import type { SendFlags } from "./send.ts";
import type { Terminal } from "./terminal.ts";

/** What the commands are described with. */
export interface Description {
  /** Adds a command that works on a schema folder. */
  readonly addCommand: (name: string, description: string) => Command;
  readonly createContext: (flags: Flags) => Promise<Context>;
  readonly terminal: Terminal;
  readonly settle: (outcome: Outcome) => void;
}

/** Seconds that an answer is waited for, unless said otherwise. */
const patience = 15;

/** @throws InvalidArgumentError where a text is no number of at least one */
function toNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("It is not a number from 1 to 99999.");
  return Number(text);
}

const collect = (word: string, words: readonly string[] = []): string[] => [...words, word];

/** What of the options is about folders, and the rest. */
function split<T extends Flags>({ schemas, verbose, ...options }: T): [Flags, Omit<T, "schemas" | "verbose">] {
  return [{ ...(schemas === undefined ? {} : { schemas }), ...(verbose === undefined ? {} : { verbose }) }, options];
}

/** Describes the commands that deliver events. The code of each is loaded when it runs. */
export function describeDeliveries({ addCommand, createContext, terminal, settle }: Description): void {
  /** Adds a command that sends to a host. */
  const addSender = (name: string, description: string): Command =>
    addCommand(name, description)
      .requiredOption("--to <url>", "where to, such as http://localhost:3000/webhooks")
      .option("--secret <source>", "what to sign with: env:NAME or file:path, never the secret itself")
      .option("--timeout <seconds>", "how long an answer is waited for", toNumber, patience)
      .option("--allow-remote", "send to a host that is not this machine too", false);

  addSender("send", "deliver an event, signed; print nothing that is in it, but for --dry-run")
    .argument("[type]", "the event's type: its example is sent, with an id and a time of its own")
    .option("--from <file>", "send the event of this JSON file instead; - is standard input")
    .option("--set <change>", "change it: a JSON Pointer, = and JSON; can be repeated", collect, [])
    .addOption(
      new Option("--headers <names>", "names of the signature's headers").choices(headerNames).default("webhook"),
    )
    .option("--repeat <count>", "deliver the same thing so many times", toNumber, 1)
    .option("--keep", "leave id and time as they are", false)
    .option("--unchecked", "send it even where it is not valid", false)
    .option("--show-answer", "show the answer's first line, without what is in the event", false)
    .option("--dry-run", "print the request with all that is in the event, and send nothing", false)
    .action(async (type: string | undefined, given: Flags & Omit<SendFlags, "type">) => {
      const { send } = await import("./send.ts");
      const [flags, options] = split(given);
      settle(await send({ type, ...options }, await createContext(flags), terminal));
    });

  addSender("probe", "send what receivers get wrong, and tell which of it this one got wrong")
    .option("--type <type>", "the event that is sent in all ways; of the others it is the example alone")
    .option("--strict", "what is invalid, no JSON or too long has to be refused", false)
    .addOption(new Option("--format <format>", "for whom the report is").choices(probeFormats).default("text"))
    .action(async (given: Flags & ProbeFlags) => {
      const { probe } = await import("./probe.ts");
      const [flags, options] = split(given);
      settle(await probe(options, await createContext(flags), terminal));
    });
}
