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
  at(tilt: number): LogMoments;
  /**
   * The same at a multiple of `spacing`, where intervals are looked for again and again: kept by laws that it costs something.
   *
   * @param into is overwritten with the answer: a look asks thousands of times, and should leave no garbage behind.
   */
  node(index: number, into?: LogMoments): LogMoments;
  /**
   * Mean and variance of x under a tilt, by a formula: for estimates, never for the evidence itself.
   *
   * @param into is overwritten with the answer.
   */
  near(tilt: number, into?: Moments): Moments;
}

/** Distance of the nodes between which the log likelihood is interpolated. */
export const spacing = 0.4;

export interface Moments {
  mean: number;
  variance: number;
}

export interface LogMoments extends Moments {
  log: number;
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

  at(tilt: number): LogMoments {
    const into = { log: 0, mean: 0, variance: 0 };
    for (const law of this.laws) add(law.at(tilt), into);
    return into;
  }

  node(index: number, into: LogMoments = { log: 0, mean: 0, variance: 0 }): LogMoments {
    const one = { log: 0, mean: 0, variance: 0 };
    into.log = into.mean = into.variance = 0;
    for (const law of this.laws) add(law.node(index, one), into);
    return into;
  }

  near(tilt: number, into: Moments = { mean: 0, variance: 0 }): Moments {
    const one = { mean: 0, variance: 0 };
    into.mean = into.variance = 0;
    for (const law of this.laws) {
      law.near(tilt, one);
      into.mean += one.mean;
      into.variance += one.variance;
    }
    return into;
  }
}

function add(one: Readonly<LogMoments>, into: LogMoments): void {
  into.log += one.log;
  into.mean += one.mean;
  into.variance += one.variance;
}
