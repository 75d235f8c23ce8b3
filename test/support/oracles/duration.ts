/** The units of RFC 3339 appendix A before and behind the "T", the largest first. */
const [dateUnits, timeUnits] = ["YMD", "HMS"];

const digits: ReadonlySet<string> = new Set("0123456789");

/** The units of a text of counts, each with its unit behind it; undefined where it is none. */
function unitsOf(text: string): string | undefined {
  let units = "";
  let hasCount = false;
  for (const char of text) {
    if (digits.has(char)) hasCount = true;
    else {
      if (!hasCount) return undefined;
      units += char;
      hasCount = false;
    }
  }
  return hasCount || units === "" ? undefined : units;
}

/** RFC 3339 appendix A `duration`: units that follow each other without a gap, so a part of the text of all of them. */
export function isDuration(text: string): boolean {
  const [sign, ...rest] = text;
  if (sign !== "P") return false;
  const [date = "", time, ...more] = rest.join("").split("T");
  const units = unitsOf(date);
  if (time === undefined) return units === "W" || (units !== undefined && dateUnits.includes(units));
  const ofTime = unitsOf(time);
  const isDateRight = date === "" || (units !== undefined && dateUnits.includes(units));
  return more.length === 0 && isDateRight && ofTime !== undefined && timeUnits.includes(ofTime);
}
