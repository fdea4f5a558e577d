/** Every wait has a limit; these are all of them, in milliseconds. The server stops its own work at the same limits (`maxTimeMS`). */
export const timeLimits = {
  serverSelectionMs: 5_000,
  /** Longer than any command's own limit, so that the server answers first. */
  socketMs: 120_000,
  majorityMs: 30_000,
  /** One read or write of a ledger document. */
  ledgerMs: 10_000,
  /** One probe of the throttle. */
  probeMs: 1_000,
  /** One range of a verification. */
  verifyMs: 60_000,
} as const;
