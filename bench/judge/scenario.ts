/** Noise that the two sides of a release have in common, and noise that each has of its own. */
export interface Scenario {
  readonly name: string;
  /** Traffic on the baseline: as much as on the canary, or all the rest (Argo's stable against canary). */
  readonly baseline: 'equal' | 'rest';
  /** Load, latency and error rate of both sides swing together. */
  readonly trend: boolean;
  /** Each side has its own autocorrelated minutes. */
  readonly autocorrelated: boolean;
  /** The noise is learned beforehand from two halves of the stable pods. */
  readonly calibrated: boolean;
}

export const scenarios: readonly Scenario[] = [
  { name: 'iid', baseline: 'equal', trend: false, autocorrelated: false, calibrated: false },
  { name: 'trend', baseline: 'equal', trend: true, autocorrelated: false, calibrated: false },
  { name: 'ar1', baseline: 'equal', trend: true, autocorrelated: true, calibrated: false },
  { name: 'stable', baseline: 'rest', trend: true, autocorrelated: false, calibrated: false },
  { name: 'stable-ar1', baseline: 'rest', trend: true, autocorrelated: true, calibrated: false },
  { name: 'ar1-calibrated', baseline: 'equal', trend: true, autocorrelated: true, calibrated: true },
  { name: 'stable-ar1-calibrated', baseline: 'rest', trend: true, autocorrelated: true, calibrated: true },
];

/** What is wrong with the canary. */
export interface Effect {
  readonly name: string;
  /** Its latency, times the baseline's. */
  readonly latency: number;
  /** Its share of errors, beyond the baseline's. */
  readonly errors: number;
  /** The window from which on it is so, from 0. */
  readonly from?: number;
}

export const healthy: Effect = { name: 'none', latency: 1, errors: 0 };

export const effects: readonly Effect[] = [
  { name: 'latency x1.1', latency: 1.1, errors: 0 },
  { name: 'latency x1.25', latency: 1.25, errors: 0 },
  { name: 'latency x1.5', latency: 1.5, errors: 0 },
  { name: 'latency x2', latency: 2, errors: 0 },
  { name: 'errors +0.5pp', latency: 1, errors: 0.005 },
  { name: 'errors +1pp', latency: 1, errors: 0.01 },
  { name: 'errors +4pp', latency: 1, errors: 0.04 },
  { name: 'late latency x1.25', latency: 1.25, errors: 0, from: 25 },
  { name: 'late errors +2pp', latency: 1, errors: 0.02, from: 25 },
];

/** The release: five stages of ten windows. */
export const stages: readonly number[] = [0.05, 0.1, 0.2, 0.35, 0.5];
export const windowSeconds = 30;
export const errorRate = 0.01;
export const latency = { median: 0.1, sigma: 0.5 };
/** Prometheus' default buckets. */
export const le: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
export const swing = { load: 0.3, latency: 0.15, errors: 0.3, windows: 25 };
export const noise = { correlation: 0.6, latency: 0.05, errors: 0.3 };
