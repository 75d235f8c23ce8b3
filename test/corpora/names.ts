/** GitHub's name of a leaf: that of the event, and its action or, where it has none, the word "event". */
const leaf = /^(?<event>\w+)\$(?<action>\w+)$/;

/** Whether a definition is of what one kind of delivery carries, such as `pull_request$opened`. */
export function isLeaf(definition: string): boolean {
  return leaf.test(definition);
}

/** The definition of an event with an action: `pull_request$opened`; without one of its own: `create$event`. */
export function leafOf(event: string, action: unknown, definitions: ReadonlySet<string>): string {
  const own = `${event}$${String(action)}`;
  return definitions.has(own) ? own : `${event}$event`;
}

/** The `type` of a leaf's event: `pull_request$opened` gives `github.pull_request.opened`, `create$event` gives `github.create`. */
export function typeOf(definition: string): string {
  return `github.${definition.replace(/\$event$/, "").replace("$", ".")}`;
}

/** `pull-request` as `PullRequest`, `projects_v2_item` as `ProjectsV2Item`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** The title of an event: `github.pull_request.opened` gives `GithubPullRequestOpenedEvent`. */
export function eventTitle(type: string): string {
  return `${pascalCase(type)}Event`;
}

/** The file of a definition, in the schema folder: names of files have no dollar sign. */
export function objectFile(definition: string): string {
  return `objects/${definition.replaceAll("$", ".")}.schema.json`;
}

/** The file of an event, in the schema folder. */
export function eventFile(type: string): string {
  return `events/${type}.schema.json`;
}
