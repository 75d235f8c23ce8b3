// A Hono application whose body is validated by its Standard Schema validator.
import { serve } from "@hono/node-server";
import { sValidator } from "@hono/standard-validator";
import { GigsEvent } from "gigs-events";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { logger } from "hono/logger";

// An event has a kilobyte: more than a megabyte is refused before it is read to its end.
const app = new Hono().use(logger(), bodyLimit({ maxSize: 2 ** 20 })).post(
  "/",
  // Without this hook the middleware answers with the whole input, credentials included.
  sValidator("json", GigsEvent, (result, context) => {
    if (result.success) return undefined;
    console.warn(result.error);
    return context.json({ issues: result.error }, 400);
  }),
  (context) => context.json({ id: context.req.valid("json").id }),
);

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) =>
  console.log(`listening on ${port}`),
);
