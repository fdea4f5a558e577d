import { type Law, type LogMoments, type Moments, spacing } from './law';

/**
 * Events among requests of the canary alone: binomial. The tilt is the log odds of an event, so a limit on a share is a limit on the tilt.
 *
 * Events may be fractions between 0 and 1 a request: exp is convex, so a fraction is worth no more evidence than a coin with that chance.
 *
 * @example trials({ requests: 100, observed: 7 }).at(Math.log(0.05 / 0.95)).mean // 5
 */
export function trials({ requests, observed }: { readonly requests: number; readonly observed: number }): Law {
  const near = <T extends Moments>(tilt: number, into: T): T => {
    const share = 1 / (1 + Math.exp(-tilt));
    into.mean = requests * share;
    into.variance = requests * share * (1 - share);
    return into;
  };
  const at = (tilt: number, into: LogMoments = { log: 0, mean: 0, variance: 0 }): LogMoments => {
    into.log = requests * Math.log1p(Math.exp(tilt));
    return near(tilt, into);
  };
  return {
    observed,
    at,
    node: (index, into) => at(index * spacing, into),
    near: (tilt, into = { mean: 0, variance: 0 }) => near(tilt, into),
  };
}
