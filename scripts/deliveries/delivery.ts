import { sign } from "../runtime/webhook/sign.js";

/** What the names of the three headers of a signed webhook begin with. */
export const headerNames = ["webhook", "svix"] as const;
export type HeaderNames = (typeof headerNames)[number];

/** The headers and the body of one request. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How a delivery is signed. */
export interface Signing {
  readonly secret: string;
  /** The `webhook-id`. */
  readonly id: string;
  readonly time: Date;
  readonly names: HeaderNames;
}

/** The headers that every delivery has. */
const always = { "content-type": "application/json", "user-agent": "gigs-events-codegen" } as const;

/** A delivery without any header of a signed webhook. */
export function unsigned(body: string | Uint8Array): Delivery {
  return { headers: always, body: Buffer.from(body as Uint8Array) };
}

/** Signs a body, as senders of webhooks do. */
export async function signed(body: string | Uint8Array, { secret, id, time, names }: Signing): Promise<Delivery> {
  const { body: bytes } = unsigned(body);
  const headers = Object.entries(await sign(bytes, secret, { id, timestamp: time }));
  const named = headers.map(([name, value]) => [name.replace("webhook", names), value] as const);
  return { headers: { ...always, ...Object.fromEntries(named) }, body: bytes };
}
