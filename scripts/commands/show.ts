import { type Catalog, definitionsOf, type Event } from "../catalog/catalog.ts";
import { hasErrors } from "../report/diagnostic.ts";
import { inline } from "../emit/view.ts";
import { runPipeline } from "../pipeline.ts";
import type { Definition } from "../schema/schema.ts";
import { choose } from "../report/choose.ts";
import { visibleJson } from "../report/visible.ts";
import { UnusableInput } from "../unusable.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/** What is to be shown: an event, a definition of the catalog, or one that the event is composed of. */
export interface Question {
  /** Type of the event. */
  readonly type?: string | undefined;
  /** Title of the definition. */
  readonly definition?: string | undefined;
}

/**
 * Prints a schema with all that it is composed of written out, as JSON.
 * @returns exit code 1 where the schemas have errors: then what is printed may lack something
 * @throws UnusableInput where there is no such event or definition
 */
export async function show(question: Question, context: Context): Promise<Outcome> {
  const result = await runPipeline(context, "lint");
  const errors = complaints(result, context);
  const isBroken = hasErrors(result.diagnostics);
  try {
    const { schema } = find(question, result.catalog);
    return {
      code: isBroken ? exitCodes.findings : exitCodes.done,
      text: visibleJson(inline(schema)),
      errors,
    };
  } catch (error) {
    // What has errors is not in the catalog.
    if (!isBroken || !(error instanceof UnusableInput)) throw error;
    return { code: exitCodes.findings, text: "Not shown: the schemas have errors.", errors };
  }
}

/** @throws UnusableInput where there is none */
function find({ type, definition }: Question, { events, definitions, bases }: Catalog): Definition {
  if (type === undefined && definition === undefined)
    throw new UnusableInput("Say which: give an event's type, or --definition <title>.");
  const event = type === undefined ? undefined : choose("event of type", type, events, (each) => each.type);
  if (definition === undefined) return event as Event;
  const known = event === undefined ? [...definitions, ...bases] : definitionsOf([event]);
  return choose("definition", definition, known, (each) => each.name);
}
