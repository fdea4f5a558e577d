import type { Law } from './law';

/** Beyond this log ratio (a factor of 1000) a ratio is as good as infinite. */
export const extreme = Math.log(1000);

/**
 * The tilt under which the canary's events are what was to be expected: the maximum likelihood estimate of the common log ratio, by Newton's method.
 *
 * @param centre where the search begins; it ends at most `extreme` away from it.
 * @returns the centre without any law.
 * @example fitted([shares({ baseline: 1, canary: 1, events: 30, observed: 20 })]) // 0.693: log of 2
 */
export function fitted(laws: readonly Law[], centre = 0): number {
  let tilt = centre;
  for (let round = 0; round < 40; round++) {
    let [surplus, variance] = [0, 0];
    for (const law of laws) {
      const { mean, variance: one } = law.near(tilt);
      surplus += law.observed - mean;
      variance += one;
    }
    if (variance < 1e-9) return Math.abs(surplus) < 1e-9 ? tilt : centre + Math.sign(surplus) * extreme;
    const step = Math.max(-1, Math.min(1, surplus / variance));
    tilt = Math.max(centre - extreme, Math.min(centre + extreme, tilt + step));
    if (Math.abs(step) < 1e-5) break;
  }
  return tilt;
}
