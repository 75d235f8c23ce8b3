// The route handler of test/examples/next.ts behind HTTP, as a server of Next.js calls it.
import { POST } from "../../examples/next.ts";
import { serve, toFetch } from "./serve.ts";

serve((request) => POST(toFetch(request)));
