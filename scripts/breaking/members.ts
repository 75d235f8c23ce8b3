import { never } from "../schema/never.ts";
import type { Schema } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";

/** A member that only one side describes, or has to be there on one side only. */
export interface MemberChange extends Found {
  readonly name: string;
  /** Whether it is in the list of `keyword` on one side only. */
  readonly isListed?: true;
}

/** What a schema says of a member, which can be one of a map; undefined where it does not describe it. */
export function describedAs({ properties = {}, additionalProperties }: Schema, name: string): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** What a schema says of members that it does not describe. */
export function undescribed({ additionalProperties = true }: Schema): Schema {
  return additionalProperties === true ? {} : additionalProperties === false ? never : additionalProperties;
}

/** The names that two schemas describe, those of the schema after the change first. */
export function namesOf(before: Schema, after: Schema): string[] {
  return [...new Set([...Object.keys(after.properties ?? {}), ...Object.keys(before.properties ?? {})])];
}

/** Finds members that come and go, or whose presence is asked for on one side only. */
export function memberChanges(before: Schema, after: Schema): MemberChange[] {
  return namesOf(before, after).flatMap((name): MemberChange[] => {
    const [old, next] = [describedAs(before, name), describedAs(after, name)];
    const [was, is] = [before, after].map(({ required = [] }) => required.includes(name));
    const change = (rule: string, keyword: string, message: string): MemberChange[] => [
      { name, rule, keyword, message },
    ];
    if (old === undefined) {
      if (is) return change("member-added-required", "required", "is new, and has to be there");
      const isClosed = before.additionalProperties === false;
      return change(isClosed ? "member-added-closed" : "member-added", "properties", "is new, and need not be there");
    }
    if (next === undefined) {
      const isAnnounced = old.deprecated === true && !was;
      const rule = isAnnounced ? "deprecated-removed" : was ? "member-removed-required" : "member-removed";
      return change(rule, "properties", isAnnounced ? "was deprecated, and is gone" : "is gone");
    }
    if (was === is) return [];
    const [rule, message] = is
      ? ["member-required", "has to be there now"]
      : ["member-optional", "need not be there any more"];
    return [{ name, rule, keyword: "required", message, isListed: true }];
  });
}

/** Names that members may have on one side only. */
function nameChanges(
  { propertyNames: old = {} }: Schema,
  { propertyNames: next = {} }: Schema,
  includes: Includes,
): Found[] {
  const keyword = "propertyNames";
  const [isNarrow, isWide] = [includes(next, old), includes(old, next)];
  return [
    ...(isWide ? [] : [{ rule: "object-closed", keyword, message: "takes fewer names of members" }]),
    ...(isNarrow ? [] : [{ rule: "object-opened", keyword, message: "takes more names of members" }]),
  ];
}

/** An object that takes members which it does not describe on one side only. */
export function closingChanges(before: Schema, after: Schema, includes: Includes): Found[] {
  return [...othersChanges(before, after), ...nameChanges(before, after, includes)];
}

function othersChanges(before: Schema, after: Schema): Found[] {
  const [was, is] = [before, after].map(({ additionalProperties = true }) => additionalProperties);
  const keyword = "additionalProperties";
  if (was === is || (typeof was === "object" && typeof is === "object")) return [];
  if (is === false || was === true)
    return [
      {
        rule: "object-closed",
        keyword,
        message: `takes ${is === false ? "no" : "only some"} members that it does not describe`,
      },
    ];
  return [{ rule: "object-opened", keyword, message: "takes members that it does not describe" }];
}
