/** What a command gives back: its exit code, and what it prints. */
export interface Outcome {
  readonly code: ExitCode;
  /** For standard output; no final newline. */
  readonly text: string;
  /** Whether the lines of the text are workflow commands, which no other line may look like. */
  readonly isCommands?: boolean;
  /** For standard error; no final newline. */
  readonly errors?: string;
}

/** The exit codes; of several outcomes the highest is returned. */
export const exitCodes = {
  done: 0,
  findings: 1,
  unusable: 2,
  bug: 3,
  // As shells tell of a process that a signal ended: 128 and the number of SIGINT, SIGPIPE and SIGTERM.
  interrupted: 130,
  brokenPipe: 141,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
