import type { Folder } from "../catalog/folder.ts";

/** What a command compares with: schema files as people wrote them, or a package that was generated. */
export type Side = Sources | Package;

/** Schema files as people wrote them. */
export interface Sources {
  readonly kind: "sources";
  /** What messages call it: a ref, or a path as it was written. */
  readonly name: string;
  /** What stands in front of the path of one of its files, where a person reads it: `schemas/`, or `main:schemas/` as git has it. */
  readonly base: string;
  readonly folder: Folder;
  /** The "version" of the package.json that belongs to it, where there is one. */
  readonly version: string | undefined;
}

/** A package that was generated. */
export interface Package {
  readonly kind: "package";
  readonly name: string;
  /** What stands in front of the path of one of its files, where a person reads it. */
  readonly base: string;
  readonly version: string;
  /** Texts of the files that {@link isWanted} names, by path inside the package, sorted. */
  readonly files: ReadonlyMap<string, string>;
}
