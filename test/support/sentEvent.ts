import type { Json, JsonObject } from "../../scripts/json/json.ts";
import { draft } from "./codegen.ts";

/** Words for a member: without them lint has more to say. */
export const description = "A member.";

/** The schema of an event `test.sent` with another member, and with changes. */
export function sentEvent(member: Json = { type: "string", description }, changes: JsonObject = {}): JsonObject {
  return {
    $schema: draft,
    title: "SentEvent",
    description: "Sent.",
    type: "object",
    required: ["type"],
    properties: { type: { const: "test.sent", description }, member },
    examples: [{ type: "test.sent" }],
    ...changes,
  };
}
