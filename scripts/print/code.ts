/** A condition with what is done where it holds, and where it does not. */
export interface Choice {
  readonly when: string;
  readonly body: readonly Statement[];
  readonly otherwise?: readonly Statement[];
}

/** What stands behind a loop or another head. */
export interface Block {
  readonly head: string;
  readonly body: readonly Statement[];
}

/** A statement of JavaScript. It is laid out by its structure, never by its text, which may hold strings of schemas. */
export type Statement = string | Choice | Block;

/** Lines, two spaces deeper. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? line : `  ${line}`));
}

/** An operand of `&&` or `!`: in parentheses where its own operators bind less. */
function operand(condition: string): string {
  return /\|\||\?|=>/.test(condition) ? `(${condition})` : condition;
}

/** Both conditions. */
export function and(...conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] as string) : conditions.map(operand).join(" && ");
}

/** `if (a) { if (b) … }` as `if (a && b) …`. */
function joined(choice: Choice): Choice {
  const [only, ...rest] = choice.body;
  if (choice.otherwise !== undefined || rest.length > 0 || typeof only !== "object" || !("when" in only)) return choice;
  if (only.otherwise !== undefined) return choice;
  return joined({ when: and(choice.when, only.when), body: only.body });
}

/** A head with its body: on one line where the body is one plain statement. */
function withBody(head: string, body: readonly Statement[]): string[] {
  const [only, ...rest] = body;
  const lines = render(body);
  const line = `${head} ${lines[0]}`;
  if (rest.length === 0 && typeof only === "string" && lines.length === 1 && line.length <= 110) return [line];
  return [`${head} {`, ...indent(lines), "}"];
}

function renderChoice(choice: Choice): string[] {
  const { when, body, otherwise = [] } = joined(choice);
  const lines = withBody(`if (${when})`, body);
  if (otherwise.length === 0) return lines;
  const [next] = otherwise;
  const isChain = otherwise.length === 1 && typeof next === "object" && "when" in next;
  const tail = isChain ? renderChoice(next) : withBody("", otherwise).map((line, i) => (i === 0 ? line.trimStart() : line));
  const [first = "", ...rest] = tail;
  return lines.at(-1) === "}" ? [...lines.slice(0, -1), `} else ${first}`, ...rest] : [...lines, `else ${first}`, ...rest];
}

/** Statements as lines of code, indented by two spaces. */
export function render(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => {
    if (typeof statement === "string") return statement.split("\n");
    return "when" in statement ? renderChoice(statement) : withBody(statement.head, statement.body);
  });
}
