/** What is likely wrong where a valid event is not acknowledged, by the status of the answer. */
const causes: readonly (readonly [statuses: readonly number[], cause: string])[] = [
  [[401, 403], "the secret: --secret and the receiver's have to be the same; or the names of the headers: webhook-*"],
  [[404, 405, 410, 501], "the path: --to has to be the URL that webhooks are posted to"],
  [[400, 422], "the names of the headers, webhook-*, or the secret; or the receiver refuses the documented example"],
  [[413], "the limit of the body: an event has about a kilobyte"],
  [[301, 302, 303, 307, 308], "the path: --to has to be the URL that it redirects to"],
];

const otherwise = "the secret, the path of --to or the names of the headers, webhook-*: look at what the receiver logs";

/** Says what is likely wrong with a receiver, or with how it is called, that does not acknowledge a valid event. */
export function likelyCause(status: number | undefined): string {
  const found = causes.find(([statuses]) => status !== undefined && statuses.includes(status));
  return `likely ${found?.[1] ?? otherwise}`;
}
