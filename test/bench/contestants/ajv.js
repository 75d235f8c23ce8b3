// Ajv with ajv-formats, from the schemas that people write.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const event = "events/com.gigs.portOutCredentials.issued.schema.json";
for (const path of ["event.schema.json", "objects/portOutCredentials.schema.json", event]) {
  const text = readFileSync(new URL(`../../../schemas/${path}`, import.meta.url), "utf8");
  ajv.addSchema(JSON.parse(text), `https://schemas.example/${path}`);
}

export const is = ajv.getSchema(`https://schemas.example/${event}`);
