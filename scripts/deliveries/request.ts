import { Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as TlsAgent, request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import type { Delivery } from "./delivery.ts";
import { isOfConnection, reasonOf } from "./failures.ts";
import type { Target } from "./host.ts";

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The beginning of the body, {@link maxAnswer} bytes at most. */
  readonly body: Buffer;
  /** Whether the body goes on. */
  readonly isCut: boolean;
}

/** What came of a delivery: an answer; why there is none; or nothing, where Ctrl-C ended it. */
export type Exchange =
  { readonly kind: "answer"; readonly answer: Answer } | Silence | { readonly kind: "interrupted" };

/** Why there is no answer. */
export interface Silence {
  readonly kind: "silence";
  /** Goes on from the URL. */
  readonly reason: string;
  /** Whether there was a connection. */
  readonly isReached: boolean;
  /** Whether the other side closed it, rather than saying nothing. */
  readonly isClosed: boolean;
}

/** How long an answer is waited for, in seconds, and what ends that early. */
export interface Patience {
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Bytes of an answer that are read at most. */
export const maxAnswer = 65_536;

/** Reads the beginning of a body. */
async function readBody(response: IncomingMessage): Promise<Pick<Answer, "body" | "isCut">> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if ((length += chunk.length) > maxAnswer) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, maxAnswer), isCut: length > maxAnswer };
}

/** What an answer has that only asks to go on otherwise. */
const noBody: Pick<Answer, "body" | "isCut"> = { body: Buffer.alloc(0), isCut: false };

/** What is thrown where a connection ends and nothing else was heard of it. */
const closed = (): Error => Object.assign(new Error("closed"), { code: "ECONNRESET" });

/** Begins a request to the very addresses that were looked up. The agents are ours: no proxy of the environment is asked. */
function begin({ url, host, addresses }: Target, { headers, body }: Delivery, signal: AbortSignal): ClientRequest {
  const isTls = url.protocol === "https:";
  const options = {
    host,
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method: "POST",
    headers: { ...headers, "content-length": body.length },
    signal,
    lookup: ((_, { all }, give) =>
      all === true
        ? give(null, [...addresses])
        : give(null, addresses[0]?.address ?? "", addresses[0]?.family)) as LookupFunction,
  };
  return isTls
    ? requestHttps({ ...options, agent: new TlsAgent({ keepAlive: false }) })
    : requestHttp({ ...options, agent: new Agent({ keepAlive: false }) });
}

/**
 * Delivers. No redirect is followed.
 * @returns what came of it; it does not throw for what the other side does
 */
export async function post(target: Target, delivery: Delivery, { seconds, signal }: Patience): Promise<Exchange> {
  const late = AbortSignal.timeout(seconds * 1000);
  const request = begin(target, delivery, AbortSignal.any([signal, late]));
  let isReached = false;
  request.on("socket", (socket) => {
    socket.once(target.url.protocol === "https:" ? "secureConnect" : "connect", () => (isReached = true));
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      // An answer can come before the body is sent: what goes wrong with the rest is heard, and does not matter.
      request.on("response", resolve).on("error", reject);
      // 101 comes without a body, and leaves the connection to whoever listens.
      request.on("upgrade", (upgraded, socket) => {
        socket.destroy();
        resolve(upgraded);
      });
      // The last resort: whatever else happens, it is closed in the end.
      request.on("close", () => reject(closed()));
      request.end(delivery.body);
    });
    const { statusCode = 0, headers } = response;
    const body = statusCode === 101 ? noBody : await readBody(response);
    return { kind: "answer", answer: { status: statusCode, headers, ...body } };
  } catch (error) {
    if (signal.aborted) return { kind: "interrupted" };
    if (late.aborted)
      return { kind: "silence", reason: `did not answer within ${seconds} s`, isReached, isClosed: false };
    // A connection can be reset before it is known here that there is one.
    isReached ||= isOfConnection(error);
    return { kind: "silence", reason: reasonOf(error), isReached, isClosed: isReached };
  } finally {
    request.destroy();
  }
}
