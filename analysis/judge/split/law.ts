/**
 * How the events of one window spread over the two sides when only their ratio is unknown: a one-parameter exponential family.
 *
 * All tests of the `split` judge are this: the chance of x events on the canary is proportional to exp(x * tilt), the tilt being the log of a ratio
 * (of odds, of rates, or of a share to its limit). Whatever else differs from window to window cancels.
 */
export interface Law {
  /** Events on the canary, x. */
  readonly observed: number;
  /** Exact: log of the normaliser (up to a constant), mean and variance of x under a tilt. */
  at(tilt: number): Moments & { readonly log: number };
  /** The same at a multiple of `spacing`, where intervals are looked for again and again: kept by laws that it costs something. */
  node(index: number): Moments & { readonly log: number };
  /** Mean and variance of x under a tilt, by a formula: for estimates, never for the evidence itself. */
  near(tilt: number): Moments;
}

/** Distance of the nodes between which the log likelihood is interpolated. */
export const spacing = 0.4;

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Several laws that share one tilt and are independent given what came before, as one: logs, means and variances add. */
export function joined(laws: readonly Law[]): Law {
  return new Joined(laws);
}

class Joined implements Law {
  constructor(private readonly laws: readonly Law[]) {}

  get observed(): number {
    return this.laws.reduce((sum, law) => sum + law.observed, 0);
  }

  at(tilt: number): Moments & { readonly log: number } {
    return added(this.laws.map((law) => law.at(tilt)));
  }

  node(index: number): Moments & { readonly log: number } {
    return added(this.laws.map((law) => law.node(index)));
  }

  near(tilt: number): Moments {
    let [mean, variance] = [0, 0];
    for (const law of this.laws) {
      const one = law.near(tilt);
      mean += one.mean;
      variance += one.variance;
    }
    return { mean, variance };
  }
}

function added(all: readonly (Moments & { readonly log: number })[]): Moments & { readonly log: number } {
  let [log, mean, variance] = [0, 0, 0];
  for (const one of all) {
    log += one.log;
    mean += one.mean;
    variance += one.variance;
  }
  return { log, mean, variance };
}
