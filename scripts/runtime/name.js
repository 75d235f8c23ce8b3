/** Name of the package; each package that is generated gets its own in this place. */
export const packageName = "gigs-events";
