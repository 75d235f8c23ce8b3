// The least that reading events takes: chunks of 1 MiB that are cut at newlines, and JSON.parse of each line.
import { createReadStream } from "node:fs";

let count = 0;
let rest = "";
for await (const chunk of createReadStream(process.argv[2] ?? "", { highWaterMark: 1 << 20, encoding: "utf8" })) {
  const text = rest + chunk;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    JSON.parse(text.slice(start, end));
    count++;
    start = end + 1;
  }
  rest = text.slice(start);
}
console.log(count);
