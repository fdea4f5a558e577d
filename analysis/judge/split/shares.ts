import { binomial } from './binomial';
import type { Law } from './law';

/**
 * Which side rare events fall on, given how many there were: binomial, each side's chance being its exposure times its rate. The tilt is the log ratio
 * of the rates.
 *
 * For counts without a denominator (restarts, logged errors; exposure is pod-seconds). It is also safe for events among requests, and for fractional
 * events between 0 and 1 a request, since exp is convex; it then gives away a factor 1 - rate of the evidence.
 *
 * Reference: J. Przyborowski and H. Wilenski, Biometrika 31 (1940).
 *
 * @example shares({ baseline: 3, canary: 1, events: 8, observed: 2 }).at(0).mean // 2: a quarter of the exposure, a quarter of the events
 */
export function shares(window: {
  readonly baseline: number;
  readonly canary: number;
  readonly events: number;
  readonly observed: number;
}): Law {
  const { baseline, canary, events, observed } = window;
  const weight = (tilt: number) => canary * Math.exp(tilt);
  return binomial({
    observed,
    count: events,
    share: (tilt) => weight(tilt) / (weight(tilt) + baseline),
    log: (tilt) => Math.log(weight(tilt) + baseline),
  });
}
