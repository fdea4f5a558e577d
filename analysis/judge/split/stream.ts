import type { Dispersion } from '../types';
import { type DispersionPrior, discount, dispersion } from './dispersion';
import { evidences, type Gain } from './evidence';
import { fitted } from './fit';

/** A stream of windows about one ratio, weighed so far. */
export interface Stream {
  /** Log of the ratio that is accepted. */
  readonly tolerated: number;
  /** Log of the e-value against "at most the tolerated ratio". */
  readonly evidence: number;
  /** The same of the stream as a whole, without a tenth for later beginnings. */
  readonly whole: number;
  /** The log likelihood ratio to be expected by now if the ratio were the one worth noticing. */
  readonly expected: number;
  /** Log of the ratio that fits best. */
  readonly fit: number;
  readonly gains: readonly Gain[];
  readonly discounts: readonly number[];
}

/** What is known of the noise of a stream: learned before the release, or a prior to start from. */
export interface Noise {
  readonly learned: Dispersion | undefined;
  readonly prior: DispersionPrior;
}

/**
 * Weighs a stream: every window by what it says, less what its noise takes away.
 *
 * @param weights how much is put on each alternative.
 */
export function weigh(gains: readonly Gain[], noise: Noise, tolerated = 0, weights?: readonly number[]): Stream {
  const laws = gains.map(({ law }) => law);
  const fit = fitted(laws, tolerated, tolerated + firstStep(gains));
  const dispersed = noise.learned ?? dispersion(laws, noise.prior, fit);
  const { all, whole } = evidences(gains, dispersed.variance * dispersed.autocorrelation, weights);
  return {
    tolerated,
    evidence: all,
    whole,
    expected: gains.reduce((sum, { expected, noticed }) => sum + expected / discount(dispersed, noticed), 0),
    fit,
    gains,
    discounts: gains.map(({ variance }) => discount(dispersed, variance)),
  };
}

/**
 * Log of the ratio to report: the one that fits best when every window counts by what its noise leaves of it. The interval is about the same likelihood,
 * so the ratio lies in it; `fit` need not, where windows disagree.
 */
export function estimate({ tolerated, fit, gains, discounts }: Omit<Stream, 'evidence' | 'whole' | 'expected'>): number {
  return fitted(
    gains.map(({ law }) => law),
    tolerated,
    fit,
    discounts,
  );
}

/** The first step of Newton's method, from what is known already. */
function firstStep(gains: readonly Gain[]): number {
  let [surplus, variance] = [0, 0];
  for (const gain of gains) {
    surplus += gain.law.observed - gain.mean;
    variance += gain.variance;
  }
  return variance < 1e-9 ? 0 : Math.max(-1, Math.min(1, surplus / variance));
}
