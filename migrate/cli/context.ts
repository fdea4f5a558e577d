/** What the commands need of the program they belong to. */
export interface MigrateContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data. */
  readonly stdout: NodeJS.WriteStream;
  /** Messages and progress. */
  readonly stderr: NodeJS.WriteStream;
  /** Called once by a command that runs: its signal ends the phase after the batch in hand. */
  readonly signal: () => AbortSignal;
  /** Takes the exit code of the command. */
  readonly exit: (code: number) => void;
}
