import { type Law, type LogMoments, type Moments, spacing } from './law';
import { logFactorial } from './log-factorial';

/** One window as a 2 x 2 table, in whole numbers. */
export interface Table {
  /** Requests on the baseline and on the canary. */
  readonly baseline: number;
  readonly canary: number;
  /** Events on both sides together, and those on the canary among them. */
  readonly events: number;
  readonly observed: number;
}

/** Terms below this share of the sum change nothing that anybody looks at. */
const negligible = 1e-14;
/** Above this variance the terms are summed with a stride. */
const wide = 200;

/**
 * The events of the canary given how many requests each side had and how many events both had together: Fisher's noncentral hypergeometric law.
 * The rate that both sides share in this window has no influence on it. The tilt is the log odds ratio.
 *
 * Reference: R. A. Fisher, J. R. Statist. Soc. 98 (1935).
 *
 * @example hypergeometric({ baseline: 2, canary: 2, events: 2, observed: 1 }).at(Math.log(2)).mean // 16 / 13: weights 1, 4 x 2, 1 x 4 of 0, 1, 2 events
 */
export function hypergeometric(table: Table): Law {
  return new Hypergeometric(table);
}

/** A class because there are many: methods are shared, closures are not. */
class Hypergeometric implements Law, Table {
  readonly baseline: number;
  readonly canary: number;
  readonly events: number;
  readonly observed: number;
  /** Three numbers a node; one list is one object to the garbage collector. */
  private nodes: number[] | undefined;

  constructor({ baseline, canary, events, observed }: Table) {
    this.baseline = baseline;
    this.canary = canary;
    this.events = events;
    this.observed = observed;
  }

  at(tilt: number): LogMoments {
    return summed(this, tilt);
  }

  node(index: number, into: LogMoments = { log: 0, mean: 0, variance: 0 }): LogMoments {
    this.nodes ??= [];
    const place = 3 * (index < 0 ? -1 - 2 * index : 2 * index);
    const log = this.nodes[place];
    if (log === undefined) {
      const one = this.at(index * spacing);
      this.nodes[place] = one.log;
      this.nodes[place + 1] = one.mean;
      this.nodes[place + 2] = one.variance;
      return Object.assign(into, one);
    }
    into.log = log;
    into.mean = this.nodes[place + 1] ?? Number.NaN;
    into.variance = this.nodes[place + 2] ?? Number.NaN;
    return into;
  }

  near(tilt: number, into?: Moments): Moments {
    return moments(this, Math.exp(tilt), into);
  }
}

/** Whether the table says anything about the odds ratio: both sides had requests, and not all of them, nor none, were events. */
export function informative({ baseline, canary, events }: Table): boolean {
  return baseline > 0 && canary > 0 && events > 0 && events < baseline + canary;
}

/** The mean that solves the odds equation, and the variance that belongs to it; both good to order 1 / variance. */
function moments({ baseline, canary, events }: Table, ratio: number, into: Moments = { mean: 0, variance: 0 }): Moments {
  const b = ratio * (canary + events) + baseline - events;
  const root = Math.sqrt(Math.max(0, b * b - 4 * (ratio - 1) * ratio * canary * events));
  const mean = (2 * ratio * canary * events) / (b + root);
  const variance = 1 / (1 / mean + 1 / (canary - mean) + 1 / (events - mean) + 1 / (baseline - events + mean));
  into.mean = mean;
  into.variance = Math.max(variance, 0);
  return into;
}

/** Sums around the mode of the tilted law itself. */
function summed(table: Table, tilt: number): LogMoments {
  const { baseline, canary, events } = table;
  const least = Math.max(0, events - baseline);
  const most = Math.min(canary, events);
  const ratio = Math.exp(tilt);
  const about = moments(table, ratio);
  const mode = Math.min(most, Math.max(least, Math.round(about.mean)));
  const peak = logWeight(table, mode) + mode * tilt;
  const sums = about.variance > wide ? strided(table, tilt, peak, mode, stride(about.variance)) : neighbouring(table, ratio, mode);
  const shift = sums.first / sums.total;
  const constant = logFactorial(canary) + logFactorial(baseline);
  return {
    log: constant + peak + Math.log(sums.total),
    mean: mode + shift,
    variance: Math.max(0, sums.second / sums.total - shift * shift),
  };
}

/** Sums of the terms relative to the mode, times 1, the distance, and its square. */
interface Sums {
  total: number;
  first: number;
  second: number;
}

/** Each term from its neighbour: one multiplication and one division. */
function neighbouring({ baseline, canary, events }: Table, ratio: number, mode: number): Sums {
  let total = 1;
  let first = 0;
  let second = 0;
  const rest = baseline - events;
  for (let x = mode, term = 1; ; ) {
    term *= (ratio * (canary - x) * (events - x)) / ((x + 1) * (rest + x + 1));
    if (!(term > negligible * total)) break;
    x++;
    const distance = x - mode;
    total += term;
    first += distance * term;
    second += distance * distance * term;
  }
  for (let x = mode, term = 1; ; ) {
    term *= (x * (rest + x)) / (ratio * (canary - x + 1) * (events - x + 1));
    if (!(term > negligible * total)) break;
    x--;
    const distance = x - mode;
    total += term;
    first += distance * term;
    second += distance * distance * term;
  }
  return { total, first, second };
}

/**
 * Every s-th term, times s. The law is a sum of independent yes-or-no variables (its generating polynomial has real roots only), so its characteristic
 * function at t is at most exp(-V (1 - cos t)) and by Poisson's formula the error is of the order 2 exp(-V (1 - cos(2 pi / s))): with s two thirds of a
 * standard deviation less than 1e-15.
 */
function strided(table: Table, tilt: number, peak: number, mode: number, by: number): Sums {
  let [total, first, second] = [1, 0, 0];
  const least = Math.max(0, table.events - table.baseline);
  const most = Math.min(table.canary, table.events);
  for (const step of [by, -by]) {
    for (let x = mode + step; x >= least && x <= most; x += step) {
      const term = Math.exp(logWeight(table, x) + x * tilt - peak);
      if (!(term > negligible * total)) break;
      const distance = x - mode;
      total += term;
      first += distance * term;
      second += distance * distance * term;
    }
  }
  return { total: total * by, first: first * by, second: second * by };
}

function stride(variance: number): number {
  return Math.max(1, Math.floor(Math.sqrt(variance) / 1.5));
}

/** Log of the number of tables with x events on the canary, less the part that is the same for every x. */
function logWeight({ baseline, canary, events }: Table, x: number): number {
  return -logFactorial(x) - logFactorial(canary - x) - logFactorial(events - x) - logFactorial(baseline - events + x);
}
