import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { type Composition, type Annotation, annotation, composition } from "./keyword.ts";

export const $comment: Annotation<string> = annotation<string>();
export const title: Annotation<string> = annotation<string>();
export const description: Annotation<string> = annotation<string>();
export const deprecated: Annotation<boolean> = annotation<boolean>();
export const readOnly: Annotation<boolean> = annotation<boolean>();
export const writeOnly: Annotation<boolean> = annotation<boolean>();

export { standard as default };
const standard: Annotation<Json> = annotation<Json>({ shows: (value) => [value] });

export const examples: Annotation<readonly Json[]> = annotation<readonly Json[]>({ shows: (values) => values });

/** `x-sensitive`: true where any of the merged schemas says true. */
export const sensitive: Annotation<boolean> = annotation<boolean>({ both: (a, b) => a === true || b === true });

/** `x-stability`: "preview" of what may still change; types say so, and nothing else does. */
export const stability: Annotation<string> = annotation<string>();

/**
 * `x-partial`: true beside a `$ref` takes away what the definition itself requires. It goes with the composition: a flat
 * schema refers to the partial definition instead.
 */
export const partial: Composition<boolean> = composition<boolean>();

export const $schema: Composition<string> = composition<string>();
export const $id: Composition<string> = composition<string>();
export const $anchor: Composition<string> = composition<string>();
export const $ref: Composition<string> = composition<string>();
export const $defs: Composition<Readonly<Record<string, Schema>>> = composition<Readonly<Record<string, Schema>>>({
  inside: "map",
});

/**
 * Speaks to the rules about the text around it. It goes with the composition, so that no flat schema has it: it is
 * merged into no other branch, and types, validators and shared schemas never see it.
 */
export const lintOff: Composition<Json> = composition<Json>();
