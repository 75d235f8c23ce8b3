import { createHmac } from "node:crypto";

/** A time, as a Date and as a header has it. */
export const sent = { date: new Date(1_700_000_000_000), seconds: "1700000000" };

/** A secret that is no one's, from the text of its bytes. */
export const secretOf = (text: string): string => `whsec_${Buffer.from(text).toString("base64")}`;

/** The signature by a secret of any texts or bytes, by Node's own HMAC. */
export function signatureBy(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"));
  for (const part of parts) hmac.update(part);
  return `v1,${hmac.digest("base64")}`;
}

/** The three headers of a delivery, as Standard Webhooks has them, with others in their stead. */
export function headersOf(
  secret: string,
  body: string | Uint8Array,
  { prefix = "webhook-", id = "msg_1", timestamp = sent.seconds } = {},
): Record<string, string> {
  return {
    [`${prefix}id`]: id,
    [`${prefix}timestamp`]: timestamp,
    [`${prefix}signature`]: signatureBy(secret, `${id}.${timestamp}.`, body),
  };
}

/** What a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("it was not rejected");
    },
    (error: unknown) => error,
  );
}

/** All that a careless handler could log of an error. */
export function textsOf(error: unknown): string {
  const own = Reflect.ownKeys(error as object).map((key) => String(Reflect.get(error as object, key)));
  return [String(error), JSON.stringify(error), ...own].join("\n");
}
