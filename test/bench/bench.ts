// npm run bench [-- validate | validators | receive]: how fast `codegen validate` is, what the package costs its users, or
// what receiving a webhook costs.
import { cpus } from "node:os";
import { benchReceive } from "./receive.ts";
import { benchValidate } from "./validate.ts";
import { benchValidators } from "./validators.ts";

const rounds = 5;
const benches = new Map([
  ["validate", benchValidate],
  ["validators", benchValidators],
  ["receive", benchReceive],
]);

const [name = "validate"] = process.argv.slice(2);
const bench = benches.get(name);
if (bench === undefined)
  throw new Error(`There is no bench "${name}"; there are ${[...benches.keys()].join(" and ")}.`);
console.log(
  `Node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores; medians of ${rounds} rounds\n`,
);
await bench(rounds);
