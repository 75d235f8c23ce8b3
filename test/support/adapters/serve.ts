import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What answers a request whose body is read by itself. */
export type Answerer = (request: IncomingMessage) => Promise<Response>;

/** Serves on a free port of loopback, and prints it. A body that is not read to its end ends the connection. */
export function serve(answer: Answerer): void {
  const server = createServer((request, response) => {
    answer(request).then(
      async (made) => {
        response.writeHead(made.status, Object.fromEntries(made.headers));
        response.end(new Uint8Array(await made.arrayBuffer()));
      },
      () => response.writeHead(500).end(),
    );
  });
  server.listen(Number(process.env["PORT"] ?? 0), "127.0.0.1", () => {
    console.log(`listening on ${(server.address() as AddressInfo).port}`);
  });
}

/** The headers of a request, each once. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** A request as Fetch has it; its body comes as it is read. */
export function toFetch(request: IncomingMessage): Request {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const chunk of request) controller.enqueue(new Uint8Array(chunk as Buffer));
      controller.close();
    },
  });
  const init = { method: "POST", headers: headersOf(request), body, duplex: "half" };
  return new Request("http://127.0.0.1/", init);
}
