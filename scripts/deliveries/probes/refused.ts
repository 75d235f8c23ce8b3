import { randomBytes } from "node:crypto";
import { toJson } from "../../json/text.ts";
import type { Delivery } from "../delivery.ts";
import { unsigned } from "../delivery.ts";
import { anySignature } from "./accepted.ts";
import type { Kit, Probe } from "./probe.ts";

const hour = 3_600_000;

const names = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;

const clock = "compare webhook-timestamp with the clock: at most 300 seconds of difference, in both directions";
const headers = "refuse what lacks one of the three headers, with 400 or 401";
const signature = "compare with the signature that the secret gives, and refuse with 401";

/** A delivery of the example, changed behind its signing. */
async function changed({ fresh, sign }: Kit, change: (delivery: Delivery) => Delivery): Promise<Delivery[]> {
  return [change(await sign(toJson(fresh())))];
}

const sentAt = async ({ fresh, sign, now }: Kit, difference: number): Promise<Delivery[]> => [
  await sign(toJson(fresh()), { time: new Date(now().getTime() + difference) }),
];

/** Another body than the one that was signed: that of another event, and where all are equal one that is longer. */
function anotherBody({ fresh }: Kit, body: Uint8Array): Uint8Array {
  const other = Buffer.from(toJson(fresh()));
  return other.equals(body) ? Buffer.concat([other, Buffer.from(" ")]) : other;
}

/** What a receiver has to refuse. */
export const refused: readonly Probe[] = [
  {
    id: "no-signature",
    purpose: "a delivery without any header of a signature",
    expects: "4xx",
    fix: headers,
    make: async ({ fresh }) => [unsigned(toJson(fresh()))],
  },
  ...names.map((name): Probe => ({
    id: `no-${name}`,
    purpose: `a delivery without ${name}`,
    expects: "4xx",
    fix: headers,
    make: (kit) =>
      changed(kit, (delivery) => ({
        ...delivery,
        headers: Object.fromEntries(Object.entries(delivery.headers).filter(([own]) => own !== name)),
      })),
  })),
  {
    id: "wrong-signature",
    purpose: "a delivery with a signature of nobody",
    expects: "4xx",
    fix: signature,
    make: (kit) =>
      changed(kit, (delivery) => ({
        ...delivery,
        headers: { ...delivery.headers, "webhook-signature": anySignature() },
      })),
  },
  {
    id: "wrong-secret",
    purpose: "a delivery that was signed with another secret",
    expects: "4xx",
    fix: signature,
    make: async ({ fresh, sign }) => [
      await sign(toJson(fresh()), { secret: `whsec_${randomBytes(24).toString("base64")}` }),
    ],
  },
  {
    id: "hour-old",
    purpose: "a delivery that was signed an hour ago",
    expects: "4xx",
    fix: clock,
    make: (kit) => sentAt(kit, -hour),
  },
  {
    id: "hour-ahead",
    purpose: "a delivery that was signed an hour ahead",
    expects: "4xx",
    fix: clock,
    make: (kit) => sentAt(kit, hour),
  },
  {
    id: "changed-body",
    purpose: "a body that is not the one that was signed",
    expects: "4xx",
    fix: "sign the id, the timestamp and the body, not a part of them",
    make: (kit) => changed(kit, (delivery) => ({ ...delivery, body: anotherBody(kit, delivery.body) })),
  },
];
