import { type Law, spacing } from './law';

/**
 * Events among requests of the canary alone: binomial. The tilt is the log odds of an event, so a limit on a share is a limit on the tilt.
 *
 * Events may be fractions between 0 and 1 a request: exp is convex, so a fraction is worth no more evidence than a coin with that chance.
 *
 * @example trials({ requests: 100, observed: 7 }).at(Math.log(0.05 / 0.95)).mean // 5
 */
export function trials({ requests, observed }: { readonly requests: number; readonly observed: number }): Law {
  const at = (tilt: number) => {
    const share = 1 / (1 + Math.exp(-tilt));
    return { log: requests * Math.log1p(Math.exp(tilt)), mean: requests * share, variance: requests * share * (1 - share) };
  };
  return { observed, at, node: (index) => at(index * spacing), near: at };
}
