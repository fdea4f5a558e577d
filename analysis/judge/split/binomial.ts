import { type Law, type LogMoments, type Moments, spacing } from './law';

interface Binomial {
  readonly observed: number;
  /** Events or requests, each of which may be counted on the canary. */
  readonly count: number;
  /** The chance of each under a tilt. */
  readonly share: (tilt: number) => number;
  /** Log of the normaliser for one of them, up to a constant. */
  readonly log: (tilt: number) => number;
}

/** The law of a count of independent yes-or-no variables with one chance: laws differ in how it follows the tilt. */
export function binomial({ observed, count, share, log }: Binomial): Law {
  const near = <T extends Moments>(tilt: number, into: T): T => {
    const chance = share(tilt);
    into.mean = count * chance;
    into.variance = count * chance * (1 - chance);
    return into;
  };
  const at = (tilt: number, into: LogMoments = { log: 0, mean: 0, variance: 0 }): LogMoments => {
    into.log = count * log(tilt);
    return near(tilt, into);
  };
  return {
    observed,
    at,
    node: (index, into) => at(index * spacing, into),
    near: (tilt, into = { mean: 0, variance: 0 }) => near(tilt, into),
  };
}
