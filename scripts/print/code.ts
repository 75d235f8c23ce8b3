/** A condition with what is done where it holds, and where it does not. */
export interface Choice {
  readonly when: string;
  readonly body: readonly Statement[];
  readonly otherwise?: readonly Statement[];
  /** Whether the condition takes long: what is quick is tried before it, where the order does not matter. */
  readonly isSlow?: true;
}

/** A loop or another head, with the statements that it governs. */
export interface Block {
  readonly head: string;
  readonly body: readonly Statement[];
}

/** A statement of JavaScript. It is laid out by its structure, never by its text, which may hold strings of schemas. */
export type Statement = string | Choice | Block;

function isSlow(statement: Statement): boolean {
  if (typeof statement === "string") return false;
  // Loops are slow, and what stands behind a condition can be.
  return (
    !("when" in statement) ||
    statement.isSlow === true ||
    [...statement.body, ...(statement.otherwise ?? [])].some(isSlow)
  );
}

/** How many statements a group begins with that are quick; a variable goes with the slow statement that it is for. */
function countQuick(group: readonly Statement[]): number {
  const slow = group.findIndex(isSlow);
  if (slow < 0) return group.length;
  return group.slice(0, slow).findLastIndex((one) => typeof one !== "string") + 1;
}

/**
 * Statements that each end a function where something is wrong: the slow ones last.
 * @param groups statements that belong together, in an order that stays
 */
export function quickFirst(groups: readonly (readonly Statement[])[]): Statement[] {
  return [
    ...groups.flatMap((group) => group.slice(0, countQuick(group))),
    ...groups.flatMap((group) => group.slice(countQuick(group))),
  ];
}

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

/**
 * The reverse of a condition, where that is as short: `a !== b` as `a === b`, `!f(x)` as `f(x)`.
 * @returns undefined where it would only be the condition in parentheses
 */
export function reversed(condition: string): string | undefined {
  const isOne = !/&&|\|\||=>/.test(condition);
  const [left, right, ...rest] = condition.split(" !== ");
  if (isOne && right !== undefined && rest.length === 0) return `${left} === ${right}`;
  return isOne && /^![\w$.]+\([^()]*\)$/.test(condition) ? condition.slice(1) : undefined;
}

/** Statements that end in a verdict: a last refusal becomes the verdict itself. */
export function withVerdict(statements: readonly Statement[]): Statement[] {
  const last = statements.at(-1);
  const [only] = typeof last === "object" && "when" in last && last.otherwise === undefined ? last.body : [];
  const verdict = only === "return false;" ? reversed((last as Choice).when) : undefined;
  return verdict === undefined ? [...statements, "return true;"] : [...statements.slice(0, -1), `return ${verdict};`];
}

/** `if (a) { if (b) … }` as `if (a && b) …`. */
function joined(choice: Choice): Choice {
  const [only, ...rest] = choice.body;
  if (choice.otherwise !== undefined || rest.length > 0 || typeof only !== "object" || !("when" in only)) return choice;
  if (only.otherwise !== undefined) return choice;
  return joined({ when: and(choice.when, only.when), body: only.body });
}

/** A head with its body: on one line where the body is one simple statement. */
function withBody(head: string, body: readonly Statement[]): string[] {
  const [only, ...rest] = body;
  const lines = render(body);
  // Whatever its length: the texts of schemas must not change the structure of code.
  if (rest.length === 0 && typeof only === "string" && lines.length === 1) return [`${head} ${lines[0]}`.trimStart()];
  return [`${head} {`, ...indent(lines), "}"];
}

function renderChoice(choice: Choice): string[] {
  const { when, body, otherwise = [] } = joined(choice);
  const lines = withBody(`if (${when})`, body);
  if (otherwise.length === 0) return lines;
  const [next] = otherwise;
  const isChain = otherwise.length === 1 && typeof next === "object" && "when" in next;
  const tail = isChain
    ? renderChoice(next)
    : withBody("", otherwise).map((line, i) => (i === 0 ? line.trimStart() : line));
  const [first = "", ...rest] = tail;
  return lines.at(-1) === "}"
    ? [...lines.slice(0, -1), `} else ${first}`, ...rest]
    : [...lines, `else ${first}`, ...rest];
}

/** Statements as lines of code, indented by two spaces. */
export function render(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => {
    if (typeof statement === "string") return statement.split("\n");
    return "when" in statement ? renderChoice(statement) : withBody(statement.head, statement.body);
  });
}
