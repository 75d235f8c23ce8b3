import { GigsEvent } from "../../generated/index.js";
import { receive, secretKey, sign } from "../../generated/webhook.js";
import { exampleText } from "../support/example.ts";
import { receiveByHand } from "./contestants/receive-by-hand.js";
import { type Figure, pair, ratio, renderFigures, renderTable, showSpread, summarize } from "./figures.ts";

const blocks = 100;
/** Deliveries of a block, one after the other: a receiver waits for each. */
const size = 50;
const secret = "whsec_dGhpcyBpcyBhIHNlY3JldCBvZiBub2JvZHk=";

/** Microseconds per delivery of a block. */
async function timeBlock(deliver: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < size; i++) await deliver();
  return ((performance.now() - start) * 1000) / size;
}

/** The middle of the blocks alone: the slowest are those that the machine interrupted. */
const showTime = (runs: readonly number[]): string => {
  const { median } = summarize(runs);
  return showSpread({ median, lowest: median, highest: median }, "ms");
};

/** Times `receive` beside the same by hand, in one process: blocks of each in turn. */
async function timeBody(body: string | Uint8Array): Promise<{ names: string[]; times: number[][] }> {
  const key = await secretKey(secret);
  const headers = { ...(await sign(body, secret, { id: "msg_1", timestamp: new Date() })), "user-agent": "bench" };
  const contestants: Readonly<Record<string, () => Promise<unknown>>> = {
    "by hand": () => receiveByHand(body, headers, secret),
    "receive, secret": () => receive(GigsEvent, { body, headers, secret }),
    "receive, key": () => receive(GigsEvent, { body, headers, secret: key }),
  };
  const all = Object.values(contestants);
  for (let i = 0; i < 20; i++) for (const deliver of all) await timeBlock(deliver);
  const times: number[][] = all.map(() => []);
  for (let block = 0; block < blocks; block++)
    for (const [i, deliver] of all.entries()) times[i]?.push(await timeBlock(deliver));
  return { names: Object.keys(contestants), times };
}

/** Measures what verifying and parsing a delivery costs, beside code by hand that does as much. */
export async function benchReceive(): Promise<void> {
  const bodies = { "the example, text": exampleText, "the example, bytes": new TextEncoder().encode(exampleText) };
  const [rows, figures]: [string[][], Figure[]] = [[], []];
  for (const [what, body] of Object.entries(bodies)) {
    const { names, times } = await timeBody(body);
    const [byHand = [], withSecret = [], withKey = []] = times;
    rows.push(...names.map((name, i) => [`${what}: ${name}`, showTime(times[i] ?? [])]));
    figures.push(
      { what: `${what}: secret against by hand`, unit: "", limit: 1.2, measured: pair(withSecret, byHand, ratio) },
      { what: `${what}: key against by hand`, unit: "", limit: 0.85, measured: pair(withKey, byHand, ratio) },
    );
  }
  console.log(`${blocks} blocks of ${size} deliveries each, in turn\n`);
  console.log(`${renderTable(["", "µs per delivery"], rows)}\n\n${renderFigures(figures)}`);
}
