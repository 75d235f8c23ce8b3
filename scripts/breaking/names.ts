// What the command line offers: it is described before the code that works on it is loaded.

/** For whom a comparison is: a person, a script, the annotations of a pull request, a release, or a code scanner. */
export const comparisonFormats = ["text", "json", "github", "markdown", "sarif"] as const;

export type ComparisonFormat = (typeof comparisonFormats)[number];

/** The levels that can be asked to count as findings. */
export const findingLevels = ["patch", "minor", "major"] as const;
