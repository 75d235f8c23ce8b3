import { closedRules } from "./closed.ts";
import { enumRules } from "./enums.ts";
import { eventRules } from "./events.ts";
import { fileRules } from "./files.ts";
import { keywordRules } from "./keywords.ts";
import { legacyRules } from "./legacy.ts";
import { loadingRules } from "./loading.ts";
import { nameRules } from "./names.ts";
import { numberRules } from "./numbers.ts";
import { ownKeywordRules } from "./own.ts";
import { patternRules } from "./patterns.ts";
import { propertyRules } from "./properties.ts";
import { prototypeRules } from "./prototypes.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schemas.ts";
import { lintOff } from "./switches.ts";
import { textRules } from "./texts.ts";
import { typeRules } from "./types.ts";
import { valueRules } from "./values.ts";

/** Every rule that schemas are held to, those that loading applies first. A new one is a row in one of these. */
export const rules: readonly Rule[] = [
  ...loadingRules,
  ...fileRules,
  ...keywordRules,
  ...ownKeywordRules,
  ...legacyRules,
  ...schemaRules,
  ...typeRules,
  ...propertyRules,
  ...closedRules,
  ...valueRules,
  ...enumRules,
  ...numberRules,
  ...textRules,
  ...prototypeRules,
  ...patternRules,
  ...nameRules,
  ...eventRules,
  lintOff,
];
