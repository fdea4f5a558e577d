import type { Dispersion } from '../types';
import { type DispersionPrior, discount, dispersion } from './dispersion';
import { evidence, type Gain } from './evidence';

/** A stream of windows about one ratio, weighed so far. */
export interface Stream {
  /** Log of the e-value against "at most the tolerated ratio". */
  readonly evidence: number;
  /** The log likelihood ratio to be expected by now if the ratio were the one worth noticing. */
  readonly expected: number;
  readonly gains: readonly Gain[];
  readonly discounts: readonly number[];
}

/** Weighs a stream: every window by what it says, less what its noise takes away. */
export function weigh(
  gains: readonly Gain[],
  noise: { readonly learned: Dispersion | undefined; readonly prior: DispersionPrior },
): Stream {
  const laws = gains.map(({ law }) => law);
  const dispersed = noise.learned ?? dispersion(laws, noise.prior);
  const discounts = gains.map(({ variance }) => discount(dispersed, variance));
  const expected = gains.reduce((sum, one, window) => sum + one.expected / (discounts[window] ?? 1), 0);
  return { evidence: evidence(gains, discounts), expected, gains, discounts };
}
