import { type Known, limitsIn } from "./known.ts";

/** The end of a range of numbers. */
interface Bound {
  readonly value: number;
  /** Whether the value itself lies outside. */
  readonly isOpen: boolean;
}

/** The end of a range of integers: the outermost one. */
const toInteger = ({ value, isOpen }: Bound, sign: 1 | -1): Bound => {
  const rounded = sign === 1 ? Math.ceil(value) : Math.floor(value);
  // Above 2^53 there is no next integer among the doubles: the end stays open.
  const isMoved = isOpen && rounded === value && Number.isSafeInteger(value);
  return { value: isMoved ? rounded + sign : rounded, isOpen: isOpen && rounded === value && !isMoved };
};

/** Whether a bound lies at another, or within. */
const isWithin = (a: Bound, b: Bound, sign: 1 | -1): boolean =>
  (a.value - b.value) * sign > 0 || (a.value === b.value && (a.isOpen || !b.isOpen));

/** The lower ends that layers set, of the values of a type. */
function lowerOf(known: Known): Bound[] {
  const all = [
    ...limitsIn(known, "minimum").map((value) => ({ value, isOpen: false })),
    ...limitsIn(known, "exclusiveMinimum").map((value) => ({ value, isOpen: true })),
  ];
  return known.type === "integer" ? all.map((one) => toInteger(one, 1)) : all;
}

/** The upper ends that layers set, of the values of a type. */
function upperOf(known: Known): Bound[] {
  const all = [
    ...limitsIn(known, "maximum").map((value) => ({ value, isOpen: false })),
    ...limitsIn(known, "exclusiveMaximum").map((value) => ({ value, isOpen: true })),
  ];
  return known.type === "integer" ? all.map((one) => toInteger(one, -1)) : all;
}

/** Whether a number of which something is known lies above a lower end for certain. */
export function isAbove(value: number, isOpen: boolean, known: Known): boolean {
  const limit = known.type === "integer" ? toInteger({ value, isOpen }, 1) : { value, isOpen };
  return lowerOf(known).some((own) => isWithin(own, limit, 1));
}

/** Whether a number of which something is known lies below an upper end for certain. */
export function isBelow(value: number, isOpen: boolean, known: Known): boolean {
  const limit = known.type === "integer" ? toInteger({ value, isOpen }, -1) : { value, isOpen };
  return upperOf(known).some((own) => isWithin(own, limit, -1));
}
