import { logMixture } from './evidence';

/** A share of events that is not worth holding a release for, whatever it is on the baseline. */
const negligible = 0.005;
/** Fractions of the negligible share that the canary's could be. */
const fractions = [0.5, 0.25, 0.1, 0.02];

/**
 * Whether the canary's events are proved to be rare: a ratio cannot be measured where (almost) nothing happens on either side, and need not be.
 *
 * The proof is an e-value against "at least the negligible share", so it holds at every look.
 *
 * @param bound log of 1 / alpha.
 * @example rareEnough(0, 1500, Math.log(200)) // true: 0 of 1500
 */
export function rareEnough(events: number, requests: number, bound: number): boolean {
  const logs = fractions.map((fraction) => {
    const share = negligible * fraction;
    return events * Math.log(fraction) + (requests - events) * Math.log((1 - share) / (1 - negligible));
  });
  return (
    logMixture(
      logs,
      fractions.map(() => 1 / fractions.length),
    ) >= bound
  );
}
