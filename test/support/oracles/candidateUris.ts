import type { Random } from "./random.ts";
import { ipv6 } from "./candidateNames.ts";
import { abroad, digits, digitsOf, hex, letters } from "./candidateText.ts";

/** Characters of a component of a URI, with escapes. */
function component(least: number, most: number, more: string, random: Random): string {
  const chars = [...`${letters}${digits}-._~!$&'()*+,;=${more}`];
  let text = "";
  for (let left = random.integer(least, most); left > 0; left--) {
    text += random.percent(15) ? `%${random.text(2, hex)}` : random.pick(chars);
  }
  return text;
}

export function uri(random: Random): string {
  const scheme = `${random.pick(letters)}${random.text(random.integer(0, 5), `${letters}${digits}+-.`)}`;
  return `${scheme}:${hierarchy(random)}`;
}

/** A URI behind its scheme; by itself it is mostly a reference. */
export function hierarchy(random: Random): string {
  const user = random.percent(20) ? `${component(0, 3, ":", random)}@` : "";
  const name = component(random.percent(4) ? 0 : 1, 8, "", random);
  const host = random.percent(15) ? `[${ipv6(random)}]` : name;
  const port = random.percent(70) ? "" : `:${digitsOf(1, 5, random)}`;
  const authority = random.percent(60) ? `//${user}${host}${port}` : "";
  const path = `${random.percent(authority === "" ? 30 : 90) ? "/" : ""}${component(0, 8, ":@//", random)}`;
  const query = random.percent(60) ? "" : `?${component(0, 6, ":@/?", random)}`;
  const fragment = random.percent(70) ? "" : `#${component(0, 6, ":@/?", random)}`;
  return `${authority}${path}${query}${fragment}`;
}

export function uriTemplate(random: Random): string {
  const name = (): string => random.text(random.integer(random.percent(97) ? 1 : 0, 4), [..."abZ09_", "%41", "a.b"]);
  const variable = (): string =>
    name() + random.pick(["", "", "", "*", ":1", ":9999", random.pick([":0", ":10000", "."])]);
  const list = (): string => Array.from({ length: random.integer(1, 3) }, variable).join(",");
  const expression = (): string => `{${random.percent(40) ? "" : random.pick("+#./;?&=,!@|")}${list()}}`;
  const literal = (): string => abroad(component(0, 4, "[]?#/@:", random).replaceAll("'", ""), random);
  return Array.from({ length: random.integer(0, 3) }, () => literal() + expression()).join("") + literal();
}
