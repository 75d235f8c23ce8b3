import type { Event } from "../../catalog/catalog.ts";
import type { Json } from "../../json/json.ts";
import type { Delivery, Signing } from "../delivery.ts";

/** What a receiver has to answer: that it took the delivery, that it refused it, or either. */
export type Expected = "2xx" | "4xx" | "either";

/** What probes are made with. */
export interface Kit {
  readonly event: Event;
  /** The types of all events. */
  readonly types: readonly string[];
  /** The documented example with an id and a time of its own: another each time. */
  readonly fresh: () => Json;
  /** The same of any event. */
  readonly freshOf: (event: Event) => Json;
  /** A delivery as it has to be, with its own `webhook-id`; what is said otherwise is otherwise. */
  readonly sign: (body: string | Uint8Array, otherwise?: Partial<Signing>) => Promise<Delivery>;
  readonly now: () => Date;
}

/** Something that receivers get wrong. */
export interface Probe {
  readonly id: string;
  /** What is sent, as the subject of a sentence. */
  readonly purpose: string;
  readonly expects: Expected;
  /** What to look at in a receiver that fails. */
  readonly fix: string;
  /** Whether a connection that is closed early is a refusal. */
  readonly mayClose?: true;
  /** Makes the deliveries; [] where the schema allows none of the kind. */
  readonly make: (kit: Kit) => Promise<readonly Delivery[]>;
}
