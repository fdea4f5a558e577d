import { gaussian, uniform } from '../../../analysis/judge/random';
import type { ReleaseWindows, SideCounts, SplitInput } from '../../../analysis/judge/types';

/** The bounds of the test data, in seconds. */
export const le: readonly number[] = [0.05, 0.1, 0.25, 0.5, 1];

/** What one side is like. */
export interface SideSpec {
  readonly requests: number;
  readonly errors: number;
  /** Times the latency of 100 ms. */
  readonly slower?: number;
}

/** Windows of simulated requests: lognormal latency with median 100 ms. */
export function release(options: { windows: number; baseline: SideSpec; canary: SideSpec; seed?: number }): ReleaseWindows {
  const random = uniform(options.seed ?? 1);
  const normal = gaussian(random);
  const side = ({ requests, errors, slower = 1 }: SideSpec): SideCounts => {
    const rows = Array.from({ length: options.windows }, () => {
      const times = Array.from({ length: requests }, () => 0.1 * slower * Math.exp(0.5 * normal()));
      return le.map((bound) => times.filter((time) => time <= bound).length);
    });
    return {
      requests: rows.map(() => requests),
      errors: rows.map(() => binomial(requests, errors, random)),
      buckets: rows.map((row) => [...row, requests]),
    };
  };
  return { seconds: 30, le, baseline: side(options.baseline), canary: side(options.canary) };
}

/** The same counts in every window. */
export function steady(
  windows: number,
  baseline: readonly [requests: number, errors: number],
  canary: readonly [requests: number, errors: number],
): SplitInput {
  const side = ([requests, errors]: readonly [number, number]): SideCounts => ({
    requests: Array(windows).fill(requests),
    errors: Array(windows).fill(errors),
    buckets: [],
  });
  return { windows: { seconds: 30, le: [], baseline: side(baseline), canary: side(canary) }, config: { compare: ['errors'] } };
}

export function binomial(n: number, p: number, random: () => number): number {
  let count = 0;
  for (let trial = 0; trial < n; trial++) if (random() < p) count++;
  return count;
}
