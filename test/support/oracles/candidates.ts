import { email, hostname, ipv4, ipv6, uuid } from "./candidateNames.ts";
import { jsonPointer, regex, relativeJsonPointer } from "./candidateSyntax.ts";
import { abroad } from "./candidateText.ts";
import { date, duration, time } from "./candidateTimes.ts";
import { hierarchy, uri, uriTemplate } from "./candidateUris.ts";
import type { Random } from "./random.ts";

/** Texts by the name of a format: mostly valid, the others wrong in a field. Which is which, the oracle says. */
export const candidates: Readonly<Record<string, (random: Random) => string>> = {
  "date-time": (random) => `${date(random)}T${time(random)}`,
  date,
  time,
  duration,
  email,
  hostname,
  ipv4,
  ipv6,
  uri,
  "uri-reference": (random) => (random.percent(30) ? uri(random) : hierarchy(random)),
  iri: (random) => abroad(uri(random), random),
  "iri-reference": (random) => abroad(random.percent(30) ? uri(random) : hierarchy(random), random),
  "uri-template": uriTemplate,
  uuid,
  "json-pointer": jsonPointer,
  "relative-json-pointer": relativeJsonPointer,
  regex,
};
