// The least that reading events takes: lines by readline, and JSON.parse of each.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

let count = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? "") })) {
  JSON.parse(line);
  count++;
}
console.log(count);
