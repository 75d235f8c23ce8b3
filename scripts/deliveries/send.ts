import { visible } from "../report/visible.ts";
import { UnusableInput } from "../unusable.ts";
import { describeAnswer, firstLine, hiding } from "./answer.ts";
import type { Message } from "./compose.ts";
import type { Delivery } from "./delivery.ts";
import type { Target } from "./host.ts";
import { type Patience, post } from "./request.ts";

/** How often a message is delivered, and what is reported of the answers. */
export interface Manner extends Patience {
  readonly repeat: number;
  readonly showAnswer: boolean;
  /** Texts, beside those of the payload, that no report may hold. */
  readonly secrets: readonly string[];
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

/** How it went: all answers were 2xx; one was not, or did not come; Ctrl-C ended it. */
export type Sent = "accepted" | "refused" | "interrupted";

/**
 * Delivers a message, the same thing each time.
 * @param tell gets a line about each delivery
 * @throws UnusableInput where there is no connection
 */
export async function send(
  target: Target,
  { value }: Message,
  delivery: Delivery,
  { repeat, showAnswer, secrets, now, ...patience }: Manner,
  tell: (line: string) => void,
): Promise<Sent> {
  const hide = hiding(value, secrets);
  let isAccepted = true;
  for (let i = 0; i < repeat; i++) {
    const start = now();
    const exchange = await post(target, delivery, patience);
    if (exchange.kind === "interrupted") return "interrupted";
    if (exchange.kind === "silence") {
      const sentence = `${target.shown} ${exchange.reason}.`;
      if (!exchange.isReached) throw new UnusableInput(sentence);
      tell(sentence);
      isAccepted = false;
      continue;
    }
    const { answer } = exchange;
    tell(describeAnswer(answer, now() - start, hide));
    if (showAnswer) tell(`answer: ${firstLine(answer, hide)}`);
    isAccepted &&= answer.status >= 200 && answer.status <= 299;
  }
  return isAccepted ? "accepted" : "refused";
}

/** The request as text: its headers and its body, with all that the event holds. */
export function describeRequest(shown: string, { headers }: Delivery, { body }: Message): string {
  const text = typeof body === "string" ? body : Buffer.from(body).toString("utf8");
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${shown}`, ...lines, "", text.split("\n").map(visible).join("\n")].join("\n");
}

/** The line in front of the answers. */
export function describeMessage({ name, id }: Message, { body }: Delivery, { shown }: Target): string {
  return `${name} to ${shown}: ${body.length} bytes, webhook-id ${id}`;
}
