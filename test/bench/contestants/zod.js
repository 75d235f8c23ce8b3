// zod, keeping members that it does not know, as senders add some without notice.
const { href } = new URL("../.build/installed/node_modules/zod/index.js", import.meta.url);
const { z } = await import(href);

const dateTime = z.iso.datetime({ offset: true });
const schema = z.looseObject({
  object: z.literal("event"),
  id: z.string().min(1),
  data: z.looseObject({
    object: z.literal("portOutCredentials"),
    accountNumber: z.string(),
    accountPin: z.string().nullable(),
    subscription: z.string(),
    expiresAt: dateTime,
  }),
  datacontenttype: z.string(),
  project: z.string(),
  source: z.url(),
  specversion: z.literal("1.0"),
  time: dateTime,
  type: z.literal("com.gigs.portOutCredentials.issued"),
  version: z.string(),
});

/** @param {unknown} event */
export const is = (event) => schema.safeParse(event).success;
