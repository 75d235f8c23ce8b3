/** Name of the package; each package that is generated gets its own here. */
export const packageName = "gigs-events";
