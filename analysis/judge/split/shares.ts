import { type Law, type LogMoments, type Moments, spacing } from './law';

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
  const near = <T extends Moments>(tilt: number, into: T): T => {
    const weight = canary * Math.exp(tilt);
    const share = weight / (weight + baseline);
    into.mean = events * share;
    into.variance = events * share * (1 - share);
    return into;
  };
  const at = (tilt: number, into: LogMoments = { log: 0, mean: 0, variance: 0 }): LogMoments => {
    into.log = events * Math.log(canary * Math.exp(tilt) + baseline);
    return near(tilt, into);
  };
  return {
    observed,
    at,
    node: (index, into) => at(index * spacing, into),
    near: (tilt, into = { mean: 0, variance: 0 }) => near(tilt, into),
  };
}
