/** Two values of one keyword that cannot both hold. */
export interface Conflict {
  readonly keyword: string;
  /** From the merged schema to the one whose keyword it is. */
  readonly keys: readonly string[];
  readonly message: string;
}
