import { classify, translate } from './classify';
import type { Clock } from './clock';
import { MigrationError } from './errors';

export interface RetryOptions {
  readonly clock: Clock;
  /** How long a lost database is waited for in all. */
  readonly retryMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called before every attempt; throws when going on would be wrong, as when the lease is gone. */
  readonly check?: () => void;
  /** Told of every attempt whose outcome nobody knows. */
  readonly onUnknown?: (error: unknown) => void;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Does something until the database has answered: what the driver never repeats (updates of many documents) and what it repeats only once.
 * Only for work that may be done twice.
 *
 * @throws MigrationError `DATABASE_UNAVAILABLE` when the time is over, `STOPPED` when the signal aborts while waiting
 */
export async function persist<T>(doing: string, attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { clock, retryMs, signal, check, onUnknown } = options;
  const until = clock.monotonic() + retryMs;
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    check?.();
    try {
      return await attempt();
    } catch (error) {
      if (classify(error) !== 'transient') throw error;
      onUnknown?.(error);
      if (clock.monotonic() + pause > until) throw translate(error, doing);
    }
    // Jitter, so that many pods do not come back in the same instant.
    await clock.sleep(pause * (0.5 + Math.random() / 2), signal);
    if (signal?.aborted) throw new MigrationError('STOPPED', `${doing}: stopped while the database was away; nothing is lost`);
  }
}
