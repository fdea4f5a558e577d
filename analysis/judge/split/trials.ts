import { binomial } from './binomial';
import type { Law } from './law';

/**
 * Events among requests of the canary alone: binomial. The tilt is the log odds of an event, so a limit on a share is a limit on the tilt.
 *
 * Events may be fractions between 0 and 1 a request: exp is convex, so a fraction is worth no more evidence than a coin with that chance.
 *
 * @example trials({ requests: 100, observed: 7 }).at(Math.log(0.05 / 0.95)).mean // 5
 */
export function trials({ requests, observed }: { readonly requests: number; readonly observed: number }): Law {
  return binomial({
    observed,
    count: requests,
    share: (tilt) => 1 / (1 + Math.exp(-tilt)),
    log: (tilt) => Math.log1p(Math.exp(tilt)),
  });
}
