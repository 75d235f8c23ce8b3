/** The value of the ASCII digits from `start` up to `end`, or -1 where a character is no digit or is missing. */
function number(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    // The negation also catches NaN, which is what stands past the end.
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The number of leap days from the first of March of the year 0 to that of a year, by the Gregorian rule. */
const leapDays = (year: number): number => Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** Days from the first of March of the year 0; the year begins in March, so that a leap day is its last day. */
function toDays(year: number, month: number, day: number): number {
  const marchYear = month < 3 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  // Months from March have 31 30 31 30 31 31 30 31 30 31 31 days: 153 in five, spread as a straight line.
  return marchYear * 365 + leapDays(marchYear) + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

/** The year, month and day of a count of days: the inverse of `toDays`. */
function fromDays(days: number): readonly [year: number, month: number, day: number] {
  let marchYear = Math.floor(days / 365.2425) + 1;
  while (toDays(marchYear, 3, 1) > days) marchYear--;
  const dayOfYear = days - toDays(marchYear, 3, 1);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return marchMonth < 10 ? [marchYear, marchMonth + 3, day] : [marchYear + 1, marchMonth - 9, day];
}

/** RFC 3339 section 5.6 `time-hour ":" time-minute`, from `start` on. */
function isHourAndMinute(text: string, start: number): boolean {
  const hour = number(text, start, start + 2);
  const minute = number(text, start + 3, start + 5);
  return hour >= 0 && hour < 24 && text[start + 2] === ":" && minute >= 0 && minute < 60;
}

/** Where the fraction of a second that begins at `start` ends; -1 where it is too short or too long. */
function endOfFraction(text: string, start: number): number {
  if (text[start] !== ".") return start;
  let end = start + 1;
  while (number(text, end, end + 1) >= 0) end++;
  return end - start > 1 && end - start < 11 ? end : -1;
}

/**
 * RFC 3339 section 5.6 `full-date` with years from 0001: the day must come back from a count of days unchanged, as in
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  const [year, month, day] = [number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)];
  if (year < 1 || month < 1 || month > 12 || day < 0) return false;
  const [sameYear, sameMonth, sameDay] = fromDays(toDays(year, month, day));
  return sameYear === year && sameMonth === month && sameDay === day;
}

/** RFC 3339 section 5.6 `full-time`, narrowed: upper-case Z, no leap second, 1 to 9 digits of a fraction. */
export function isTime(text: string): boolean {
  const second = number(text, 6, 8);
  if (!isHourAndMinute(text, 0) || text[5] !== ":" || second < 0 || second > 59) return false;
  const zone = endOfFraction(text, 8);
  if (text[zone] === "Z") return text.length === zone + 1;
  return (text[zone] === "+" || text[zone] === "-") && text.length === zone + 6 && isHourAndMinute(text, zone + 1);
}

/** RFC 3339 section 5.6 `date-time`, narrowed as date and time are, with an upper-case T. */
export function isDateTime(text: string): boolean {
  const [date, time, ...more] = text.split("T");
  return date !== undefined && time !== undefined && more.length === 0 && isDate(date) && isTime(time);
}
