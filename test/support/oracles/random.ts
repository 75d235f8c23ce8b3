/** Choices that follow from a seed alone. fast-check shrinks, but takes too long for a million texts. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1: mulberry32 by Tommy Ettinger, in the public domain. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer of a range, both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  /** One of some values, or one character of a string of ASCII. */
  pick<T>(from: ArrayLike<T>): T {
    return from[this.integer(0, from.length - 1)] as T;
  }

  /** Text of a length, of characters of a string of ASCII or of pieces of text. */
  text(length: number, from: ArrayLike<string>): string {
    let text = "";
    for (let count = 0; count < length; count++) text += this.pick(from);
    return text;
  }
}
