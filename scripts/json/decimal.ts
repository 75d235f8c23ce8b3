/** A decimal number: `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * Reads the text of a JSON number, or what `String` prints of a finite one, without rounding.
 * @param text such as "-1.50e+3"
 */
export function toDecimal(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [integral = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(integral + fraction), exponent: Number(power) - fraction.length };
}

/** Two decimals as integers of one scale. */
function scaled(a: Decimal, b: Decimal): [bigint, bigint] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (one: Decimal): bigint => one.digits * 10n ** BigInt(one.exponent - exponent);
  return [scale(a), scale(b)];
}

/** The same number with the fewest digits; exponents of texts can have a billion digits, and are never written out. */
function normal({ digits, exponent }: Decimal): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  const text = digits.toString();
  let end = text.length;
  while (text.endsWith("0", end)) end--;
  return { digits: BigInt(text.slice(0, end)), exponent: exponent + text.length - end };
}

/** Whether two decimals are the same number. */
export function isSameDecimal(a: Decimal, b: Decimal): boolean {
  const [x, y] = [normal(a), normal(b)];
  return x.digits === y.digits && x.exponent === y.exponent;
}

/** Whether a number is a multiple of another, by the decimals that `String` prints of them: 19.99 is one of 0.01. */
export function isDecimalMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false;
  const [x, y] = scaled(toDecimal(String(value)), toDecimal(String(step)));
  return x % y === 0n;
}
