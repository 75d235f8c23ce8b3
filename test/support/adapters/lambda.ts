// The function of test/examples/lambda.ts behind HTTP, as a function URL calls it; every second body comes in base64.
import { buffer } from "node:stream/consumers";
import { handler } from "../../examples/lambda.ts";
import { headersOf, serve } from "./serve.ts";

let count = 0;

serve(async (request) => {
  const isBase64Encoded = count++ % 2 === 1;
  const body = (await buffer(request)).toString(isBase64Encoded ? "base64" : "utf8");
  const { statusCode, body: text } = await handler({ headers: headersOf(request), body, isBase64Encoded });
  return new Response(text ?? null, { status: statusCode });
});
