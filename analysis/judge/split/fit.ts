import type { Law } from './law';

/** Beyond this log ratio (a factor of 1000) a ratio is as good as infinite. */
export const extreme = Math.log(1000);

/**
 * The tilt under which the canary's events are what was to be expected: the maximum likelihood estimate of the common log ratio, by Newton's method.
 *
 * @param centre the answer is at most `extreme` away from it, and is it without any law.
 * @param start where the search begins.
 * @param discounts by how much each law counts less.
 * @example fitted([shares({ baseline: 1, canary: 1, events: 30, observed: 20 })]) // 0.693: log of 2
 */
export function fitted(laws: readonly Law[], centre = 0, start = centre, discounts: readonly number[] = []): number {
  let tilt = start;
  const one = { mean: 0, variance: 0 };
  for (let round = 0; round < 40; round++) {
    let surplus = 0;
    let variance = 0;
    for (let index = 0; index < laws.length; index++) {
      const law = laws[index];
      if (law === undefined) continue;
      law.near(tilt, one);
      const share = 1 / (discounts[index] ?? 1);
      surplus += share * (law.observed - one.mean);
      variance += share * one.variance;
    }
    if (variance < 1e-9) return Math.abs(surplus) < 1e-9 ? tilt : centre + Math.sign(surplus) * extreme;
    const step = Math.max(-1, Math.min(1, surplus / variance));
    tilt = Math.max(centre - extreme, Math.min(centre + extreme, tilt + step));
    // Newton's method squares the error.
    if (Math.abs(step) < 1e-4) break;
  }
  return tilt;
}
