// What both that are written by hand share: the checks of members, once their holders are known to be objects.
import { readFileSync } from "node:fs";

// The regexes of the package itself, so that only the code around them differs.
const file = new URL("../../../generated/schemas/com.gigs.portOutCredentials.issued.schema.json", import.meta.url);
const { properties } = JSON.parse(readFileSync(file, "utf8"));
const dateTime = new RegExp(properties.time.pattern);
const uri = new RegExp(properties.source.pattern);

/**
 * Reads every member once: first the cheap checks, then the formats, of which a URI is the dearest.
 * @param {any} event
 * @param {any} data of the event
 * @returns {boolean}
 */
export function membersHold(event, data) {
  const { object, id, datacontenttype, project, source, specversion, time, type, version } = event;
  if (object !== "event" || specversion !== "1.0" || type !== "com.gigs.portOutCredentials.issued") return false;
  if (typeof id !== "string" || id === "" || typeof datacontenttype !== "string" || typeof project !== "string")
    return false;
  if (typeof source !== "string" || typeof time !== "string" || typeof version !== "string") return false;
  const { object: kind, accountNumber, accountPin, subscription, expiresAt } = data;
  if (kind !== "portOutCredentials" || typeof accountNumber !== "string") return false;
  if ((typeof accountPin !== "string" && accountPin !== null) || typeof subscription !== "string") return false;
  return typeof expiresAt === "string" && dateTime.test(time) && dateTime.test(expiresAt) && uri.test(source);
}
