// Times one contestant on one workload: `time.js <module> <file of a workload>` prints nanoseconds per payload.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , module = "", file = ""] = process.argv;
const { is } = await import(pathToFileURL(module).href);
/** @type {{ valid: boolean, texts: string[] }} */
const { valid, texts } = JSON.parse(readFileSync(file, "utf8"));
// Never literals, whose strings are interned and compare by pointer.
const values = texts.map((text) => JSON.parse(text));

/** One pass over all payloads; gives how many are accepted, so that nothing can be optimized away. */
function pass() {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (is(values[i])) count++;
  return count;
}

/** Nanoseconds that a number of passes take. @param {number} count */
function time(count) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) pass();
  return Number(process.hrtime.bigint() - start);
}

const accepted = pass();
if (accepted !== (valid ? values.length : 0))
  throw new Error(`${module} accepts ${accepted} of ${values.length} in ${file}`);
const warm = performance.now() + 200;
while (performance.now() < warm) pass();
// Samples of 2 ms at least, for 200 ms.
const count = Math.ceil(2e6 / time(1));
const samples = [];
const end = performance.now() + 200;
while (samples.length < 5 || performance.now() < end) samples.push(time(count) / count / values.length);
console.log(samples.toSorted((a, b) => a - b)[samples.length >> 1]);
