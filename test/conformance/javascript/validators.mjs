// The validator configurations. Each `start` loads its library and answers compile(schema), which answers check(value).

const ajv = (module, options, formats) => async () => {
  const { default: Ajv } = await import(module);
  // Strict mode only logs some findings; the log is not a verdict.
  const instance = new Ajv({ logger: false, ...options });
  if (formats) (await import("ajv-formats")).default(instance, { mode: "full" });
  return (schema) => {
    try {
      return instance.compile(schema);
    } finally {
      instance.removeSchema(schema); // so that two groups may use one $id
    }
  };
};
const AJV_07 = "ajv";
const AJV_2020 = "ajv/dist/2020.js";
const AJV_OFF = { strict: false, validateFormats: false };

const HYPERJUMP_07 = "@hyperjump/json-schema/draft-07";
const HYPERJUMP_2020 = "@hyperjump/json-schema/draft-2020-12";
const hyperjump = (module, formats) => async () => {
  const { removeUriSchemePlugin } = await import("@hyperjump/browser");
  for (const scheme of ["http", "https", "file"]) removeUriSchemePlugin(scheme); // a $ref must not fetch anything
  const { registerSchema, unregisterSchema, validate, setShouldValidateFormat } = await import(module);
  if (formats) {
    await import("@hyperjump/json-schema/formats");
    setShouldValidateFormat(true);
  }
  return async (schema) => {
    const uri = "https://conformance.example/schema";
    try {
      registerSchema(schema, uri);
      const check = await validate(uri);
      return (value) => check(value).valid;
    } finally {
      unregisterSchema(uri);
    }
  };
};

const cfworker = (draft) => async () => {
  const { Validator } = await import("@cfworker/json-schema");
  return (schema) => {
    const validator = new Validator(schema, draft);
    return (value) => validator.validate(value).valid;
  };
};

const schemasafe = (options) => async () => {
  const { validator } = (await import("@exodus/schemasafe")).default;
  return (schema) => validator(schema, options);
};

const jsonschema = (options) => async () => {
  const { Validator } = (await import("jsonschema")).default;
  const validator = new Validator();
  return (schema) => (value) => validator.validate(value, schema, options).valid; // it has no compile step
};

const HYPERJUMP = "@hyperjump/json-schema";
const CFWORKER = "@cfworker/json-schema";
const SCHEMASAFE = "@exodus/schemasafe";
const NO_FORMAT = { formatAssertion: false };

// hyperjump's formats are global to the process once loaded: its configurations without them come first.
export const configurations = [
  // validator, draft, settings, asserts, start, package whose version is told too
  ["ajv", "2020-12", "default (strict, no formats)", false, ajv(AJV_2020)],
  ["ajv", "draft-07", "default (strict, no formats)", false, ajv(AJV_07)],
  ["ajv", "2020-12", "strict: false, validateFormats: false", false, ajv(AJV_2020, AJV_OFF)],
  ["ajv", "draft-07", "strict: false, validateFormats: false", false, ajv(AJV_07, AJV_OFF)],
  ["ajv", "2020-12", "ajv-formats full", true, ajv(AJV_2020, {}, true), "ajv-formats"],
  ["ajv", "draft-07", "ajv-formats full", true, ajv(AJV_07, {}, true), "ajv-formats"],
  [HYPERJUMP, "2020-12", "default", false, hyperjump(HYPERJUMP_2020)],
  [HYPERJUMP, "draft-07", "default", false, hyperjump(HYPERJUMP_07)],
  [HYPERJUMP, "2020-12", "formats, setShouldValidateFormat(true)", true, hyperjump(HYPERJUMP_2020, true)],
  [HYPERJUMP, "draft-07", "formats, setShouldValidateFormat(true)", true, hyperjump(HYPERJUMP_07, true)],
  [CFWORKER, "2020-12", "default", true, cfworker("2020-12")],
  [CFWORKER, "draft-07", "default", true, cfworker("7")],
  [SCHEMASAFE, "2020-12", "default", true, schemasafe({})],
  [SCHEMASAFE, "draft-07", "default", true, schemasafe({})],
  [SCHEMASAFE, "2020-12", "formatAssertion: false", false, schemasafe(NO_FORMAT)],
  [SCHEMASAFE, "draft-07", "formatAssertion: false", false, schemasafe(NO_FORMAT)],
  ["jsonschema", "2020-12", "default", true, jsonschema({})],
  ["jsonschema", "draft-07", "default", true, jsonschema({})],
  ["jsonschema", "2020-12", "disableFormat: true", false, jsonschema({ disableFormat: true })],
  ["jsonschema", "draft-07", "disableFormat: true", false, jsonschema({ disableFormat: true })],
].map(([validator, draft, settings, asserts, start, plugin]) => ({
  validator,
  draft,
  settings,
  asserts,
  start,
  packages: plugin ? [validator, plugin] : [validator],
}));
