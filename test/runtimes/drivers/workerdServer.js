// Serves receiver.js of the current folder on loopback until it is ended; the folder that has installed Miniflare is the argument.
import { createRequire } from "node:module";

const load = createRequire(`${process.argv[2]}/`);
const { Miniflare } = load("miniflare");

const worker = new Miniflare({
  modules: true,
  scriptPath: "receiver.js",
  compatibilityDate: "2026-04-01",
  bindings: { WEBHOOK_SECRET: process.env["WEBHOOK_SECRET"] },
  host: "127.0.0.1",
  port: 0,
  cf: false,
});
const { port } = await worker.ready;
console.log(`listening on ${port}`);
process.once("SIGTERM", () => worker.dispose());
