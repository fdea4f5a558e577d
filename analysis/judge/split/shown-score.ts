import type { Verdict } from '../types';

/**
 * A verdict as a score from 0 to 100, for clients that read Kayenta's: an open verdict lies between their two thresholds, so that it is a pass to none of
 * them.
 *
 * @example shownScore('Inconclusive', { pass: 95, marginal: 75 }) // 85
 */
export function shownScore(verdict: Verdict, thresholds: { readonly pass: number; readonly marginal: number }): number {
  if (verdict === 'Inconclusive') return (thresholds.pass + thresholds.marginal) / 2;
  return verdict === 'Pass' ? 100 : 0;
}
