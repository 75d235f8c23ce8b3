/**
 * Calls the handler of an event's type. Only handlers that the object itself has count: no type is named like what
 * objects inherit.
 * @param {any} event an event, or what `receive` gives of one that may be newer than the package
 * @param {any} handlers
 * @param {any} fallback
 */
export function route(event, handlers, fallback) {
  if (event.known === false && event.type === undefined) return fallback(event.envelope);
  const known = event.type === undefined ? event.event : event;
  const isHandled = Object.hasOwn(handlers, known.type) && handlers[known.type];
  return isHandled ? handlers[known.type](known) : fallback(known);
}
