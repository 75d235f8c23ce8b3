// The worker of test/examples/worker.ts behind HTTP, with its secret as a binding.
import worker from "../../examples/worker.ts";
import { serve, toFetch } from "./serve.ts";

serve((request) => worker.fetch(toFetch(request), { WEBHOOK_SECRET: process.env["WEBHOOK_SECRET"] ?? "" }));
