// Prints the report of browser.html in the current folder; the browser is the first argument, its profile the second.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const [, , browser = "", profile = ""] = process.argv;

/** Scripts of the page's own server, and its report to it: no code from text, nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** @type {Readonly<Record<string, string>>} */
const types = { ".html": "text/html", ".js": "text/javascript" };

/**
 * Sends a file of the current folder.
 * @param {string} path
 * @param {import("node:http").ServerResponse} response
 */
async function send(path, response) {
  const type = types[extname(path)];
  const text = type && (await readFile(`.${path}`).catch(() => undefined));
  if (!text) return response.writeHead(404).end();
  return response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(text);
}

/** @type {(report: string) => void} */
let receive;
/** @type {Promise<string>} */
const reported = new Promise((resolve) => (receive = resolve));

const server = createServer(async (request, response) => {
  // Always below the current folder: URL takes every ".." out.
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (request.method !== "POST") return send(path, response);
  const chunks = await request.toArray();
  response.writeHead(204).end();
  return receive(Buffer.concat(chunks).toString());
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));

const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
// Root can have no sandbox. All that a browser does of its own accord is switched off.
const options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-breakpad", "--disable-sync"];
const page = `http://127.0.0.1:${port}/browser.html`;
const child = spawn(browser, [...options, ...quiet, `--user-data-dir=${profile}`, page], {
  stdio: ["ignore", "ignore", "inherit"],
});
const closed = new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
const report = await Promise.race([
  reported,
  closed.then((code) => Promise.reject(new Error(`The browser ended with ${code}.`))),
]);

console.log(report);
child.kill();
await closed;
server.close();
server.closeAllConnections();
