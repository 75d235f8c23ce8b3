/** Thrown where Ajv's strict mode refuses a schema that no rule has found before. */
export class SchemaRefused extends Error {
  override name = "SchemaRefused";
  /** Path of the event's file, relative to the schema folder. */
  readonly file: string;

  /**
   * @param file path of the event's file
   * @param cause what Ajv threw
   */
  constructor(file: string, cause: unknown) {
    super(`is refused by Ajv: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.file = file;
  }
}
