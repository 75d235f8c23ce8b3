// Receivers in the process of a test, on loopback.
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createNetServer, type Server as NetServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { makeCertificate } from "./certificate.ts";

/** A request as it came. */
export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly url: string | undefined;
}

/** A receiver, and what it received. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
}

/** Listens on a free port until the test is finished. */
async function listen(server: Server | NetServer): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** What a receiver does with a request whose body it has read. */
export type Handler = (request: Received, response: ServerResponse) => unknown;

/** Starts a receiver that reads each request to its end, and is stopped when the test is finished. */
export async function startReceiver(handler: Handler, isTls = false): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const one = { headers: request.headers, body: Buffer.concat(chunks), url: request.url };
    received.push(one);
    await handler(one, response);
  };
  const server = isTls ? createTlsServer(makeCertificate(), listener) : createServer(listener);
  return { url: `${isTls ? "https" : "http"}://127.0.0.1:${await listen(server)}/webhooks`, received };
}

/** Starts a server that is no HTTP server; gives the URL that HTTP would have. */
export async function startSocket(handler: (socket: Socket) => unknown): Promise<string> {
  const server = createNetServer((socket) => {
    socket.on("error", () => {});
    onClose.add(socket);
    handler(socket);
  });
  const onClose = new Set<Socket>();
  const port = await listen(server);
  onTestFinished(() => onClose.forEach((socket) => socket.destroy()));
  return `http://127.0.0.1:${port}/`;
}

/** A URL at which nothing listens: the port was free a moment ago. */
export async function deadUrl(): Promise<string> {
  const server = createNetServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}/`;
}
