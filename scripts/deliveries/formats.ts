/** For whom the result of `probe` is: a person, a script, or a build server. */
export const probeFormats = ["text", "json", "junit"] as const;
export type ProbeFormat = (typeof probeFormats)[number];
