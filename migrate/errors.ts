/**
 * Exit codes of the engine, one meaning each. 10 to 12 stay wrong however often a Job tries again (`FailJob`); 20 to 22 and 143 are
 * worth another attempt.
 */
export const exitCodes = {
  done: 0,
  refused: 10,
  checksum: 11,
  invariant: 12,
  fenced: 20,
  transient: 21,
  unsettled: 22,
  stopped: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Every way the engine refuses or stops, with the exit code of the process it ends. */
export const errorTable = {
  CONFIG_INVALID: exitCodes.refused,
  DECLARATION_INVALID: exitCodes.refused,
  MIGRATION_UNKNOWN: exitCodes.refused,
  SERVER_TOO_OLD: exitCodes.refused,
  NOT_AUTHORIZED: exitCodes.refused,
  DATABASE_MISMATCH: exitCodes.refused,
  PRECONDITION_FAILED: exitCodes.refused,
  INDEX_CONFLICT: exitCodes.refused,
  STATE_REFUSED: exitCodes.refused,
  GATE_CLOSED: exitCodes.refused,
  OPERATION_REFUSED: exitCodes.refused,
  CHECKSUM_CHANGED: exitCodes.checksum,
  INVARIANT_VIOLATED: exitCodes.invariant,
  FENCED: exitCodes.fenced,
  LOCKED: exitCodes.fenced,
  UNSETTLED: exitCodes.unsettled,
  DATABASE_UNAVAILABLE: exitCodes.transient,
  STOPPED: exitCodes.stopped,
} as const satisfies Readonly<Record<string, ExitCode>>;

export type ErrorCode = keyof typeof errorTable;

/** A function of the declaration failed on a document: a matter of this document, as when the server refuses it. */
export class NotMapped extends Error {}

/** Where, what must hold, what came, the way out; `reasons` lists every single one when there are several. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly exitCode: ExitCode;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly reasons: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super([message, ...reasons.map((reason) => `  - ${reason}`)].join('\n'), options);
    this.exitCode = errorTable[code];
  }
}
