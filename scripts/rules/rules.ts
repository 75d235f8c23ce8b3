import { eventRules } from "./events.ts";
import { keywordRules } from "./keywords.ts";
import { nameRules } from "./names.ts";
import type { Rule } from "./rule.ts";

/** Every rule that schemas are held to, beside what loading them already finds. */
export const rules: readonly Rule[] = [...keywordRules, ...nameRules, ...eventRules];
