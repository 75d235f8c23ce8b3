// Generated from schemas/; do not edit.

/**
 * What is wrong with a value, in Ajv's words. `params` and `instancePath` can repeat names that a payload made up:
 * unlike the package's own issues, it is not safe to log.
 */
export interface AjvError {
  /** JSON Pointer of the wrong value; of the object, where a member is missing. */
  instancePath: string;
  /** Where in the schema the broken keyword stands, such as "#/properties/id/type". */
  schemaPath: string;
  keyword: string;
  /** What the keyword says of the error, such as `{ missingProperty: "id" }`. */
  params: Record<string, unknown>;
  message: string;
}

/** A validate function as Ajv compiles it. It ends at the first error. */
export interface AjvValidator<T> {
  (data: unknown): data is T;
  /** What was wrong with the last value; null where it was valid. Absent before the first call. */
  errors?: AjvError[] | null;
}

/** Whether a value is a `com.gigs.portOutCredentials.issued` event. */
export declare const PortOutCredentialsIssuedEvent: AjvValidator<import("./events/com.gigs.portOutCredentials.issued.cjs").PortOutCredentialsIssuedEvent>;
