import { accepts } from "../evaluate.ts";
import { remembered } from "../../remembered.ts";
import { expand } from "../expand.ts";
import { never } from "../never.ts";
import type { Schema } from "../schema.ts";
import { mapSchema } from "../walk.ts";
import { type Known, limitsIn } from "./known.ts";
import { matches } from "./regex.ts";

type Members = Pick<Known, "layers" | "assumesAbsent">;

/** Whether a member of a name is there for certain. */
export function isRequired(name: string, known: Pick<Known, "layers">): boolean {
  return limitsIn(known, "required").some((names) => names.includes(name));
}

/** The schemas that one layer holds a member of a name to; undefined where it says nothing of it. */
function schemasIn(layer: Schema, name: string): Schema[] | undefined {
  const { properties = {}, patternProperties = {}, additionalProperties = true, propertyNames = {} } = layer;
  if (!accepts(propertyNames, name)) return [never];
  const described = [
    ...(Object.hasOwn(properties, name) ? [properties[name] as Schema] : []),
    ...Object.entries(patternProperties).flatMap(([pattern, schema]) => (matches(pattern, name) ? [schema] : [])),
  ];
  if (described.length > 0) return described;
  if (additionalProperties === true) return undefined;
  return [additionalProperties === false ? never : additionalProperties];
}

/** The names of members that a schema describes under a condition or in a branch: such a member may be there. */
const namesUnderConditions: (schema: Schema) => ReadonlySet<string> = remembered((schema: Schema) => {
  const names = new Set<string>();
  mapSchema(schema, (child, [keyword = ""]) => {
    if (!conditional.has(keyword)) return child;
    const body = expand(child);
    for (const name of [...Object.keys(body.properties ?? {}), ...namesUnderConditions(body)]) names.add(name);
    return child;
  });
  return names;
});

/** The keywords whose schemas hold for some values only, or beside others. */
const conditional = new Set(["then", "else", "dependentSchemas", "anyOf", "oneOf", "allOf"]);

/** The schemas that a member of a name is held to where it is present. */
export function schemasOfMember(name: string, known: Members): Schema[] {
  const all = known.layers.map((layer) => schemasIn(layer, name));
  const isNowhere = all.every((one) => one === undefined) && !isRequired(name, known);
  if (known.assumesAbsent && isNowhere && !known.layers.some((layer) => namesUnderConditions(layer).has(name)))
    return [never];
  return all.flatMap((one) => one ?? []);
}

/**
 * The schemas that members are held to which match a pattern, where no layer describes them by name.
 * @param pattern undefined of members that match no pattern of the schema that asks
 * @returns one list for each kind of such members
 */
export function schemasOfOthers(pattern: string | undefined, known: Members, asking: Schema): Schema[][] {
  const { layers, assumesAbsent } = known;
  const isSaid = layers.some(
    ({ patternProperties, additionalProperties = true }) =>
      patternProperties !== undefined || additionalProperties !== true,
  );
  if (assumesAbsent && !isSaid) return [[never]];
  const common = layers.flatMap(({ patternProperties, additionalProperties = true }): Schema[] => {
    if (patternProperties !== undefined) {
      const own =
        pattern !== undefined && Object.hasOwn(patternProperties, pattern) ? patternProperties[pattern] : undefined;
      return own === undefined ? [] : [own];
    }
    return additionalProperties === true ? [] : [additionalProperties === false ? never : additionalProperties];
  });
  if (pattern !== undefined || common.length > 0) return [common];
  // What matches a pattern of a layer, and none of the schema that asks, and what matches none at all.
  const [layer, ...more] = layers.filter(({ patternProperties }) => patternProperties !== undefined);
  if (layer === undefined || more.length > 0) return [[]];
  const { patternProperties = {}, additionalProperties = true } = layer;
  const asked = Object.keys(asking.patternProperties ?? {});
  return [
    ...Object.entries(patternProperties).flatMap(([own, schema]) => (asked.includes(own) ? [] : [[schema]])),
    additionalProperties === true
      ? assumesAbsent
        ? [never]
        : []
      : [additionalProperties === false ? never : additionalProperties],
  ];
}

/** The names of members that layers speak of. */
export function namesIn({ layers }: Pick<Known, "layers">): string[] {
  return [
    ...new Set(layers.flatMap(({ properties = {}, required = [] }) => [...Object.keys(properties), ...required])),
  ];
}
