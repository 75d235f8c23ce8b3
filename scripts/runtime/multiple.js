/**
 * The decimal that is printed of a finite number, as an integer and the power of ten that it is counted in.
 * @param {number} number
 * @returns {[digits: bigint, power: number]}
 */
function printed(number) {
  const [mantissa = "", power = "0"] = String(number).split("e");
  const [integral = "", fraction = ""] = mantissa.split(".");
  return [BigInt(integral + fraction), Number(power) - fraction.length];
}

/**
 * Whether a number is a multiple of another. The decimals count that people write: 19.99 is a multiple of 0.01, though
 * the remainder of the two doubles is not zero.
 * @param {number} value
 * @param {number} step more than zero
 */
export function multiple(value, step) {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  if (!Number.isFinite(value)) return false;
  const [digits, power] = printed(value);
  const [stepDigits, stepPower] = printed(step);
  const shift = power - stepPower;
  return shift < 0
    ? digits % (stepDigits * 10n ** BigInt(-shift)) === 0n
    : (digits * 10n ** BigInt(shift)) % stepDigits === 0n;
}
