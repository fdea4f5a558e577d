/** What the judge asks of a metrics backend, and how a backend says that it cannot answer. */
import type { JudgedRollout } from '../contract/catalogue.generated';
import type { ReasonCode } from '../contract/judgement.generated';
import type { QueryRecord } from '../contract/record';
import type { Windows } from '../contract/windows.generated';

/** Answers one question: what was counted in a release, window by window, up to an instant. */
export interface Provider {
  /**
   * @param signal ends the wait; the provider then throws a `ProviderFailure` with `provider-timeout`
   * @throws {ProviderFailure} when there is no answer, or one that cannot be trusted
   */
  release(question: ReleaseQuestion, signal: AbortSignal): Promise<ReleaseData>;
}

export interface ReleaseQuestion {
  readonly rollout: JudgedRollout;
  readonly canaryHash: string;
  /** Null when no stable side is to be read. */
  readonly stableHash: string | null;
  /** End of the last window: seconds since 1970, a multiple of the rollout's window. */
  readonly until: number;
}

export interface ReleaseData {
  /** From the first window with canary traffic to the last one; no windows when there was none. */
  readonly windows: Windows;
  /** Seconds from the newest sample of the canary to `until`; null when it has none. */
  readonly age: number | null;
  /** Values that were NaN or infinite and are null in the windows. */
  readonly notFinite: number;
  /** Warnings of the backend: the data are incomplete. */
  readonly warnings: readonly string[];
  readonly queries: readonly QueryRecord[];
}

/** Why a backend gave no usable answer, in the words of the contract. */
export type ProviderReason = Extract<ReasonCode, `provider-${string}`>;

/** The backend gave no usable answer. Never a verdict: the judgement becomes Inconclusive with this reason. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';

  constructor(
    readonly reason: ProviderReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
