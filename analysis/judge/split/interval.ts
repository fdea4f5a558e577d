import { alternatives, logMixture } from './evidence';
import { extreme } from './fit';
import { spacing } from './law';
import { estimate, type Stream } from './stream';

const precision = 1e-3;
const firstStep = 0.1;
/** A term that is less by a factor of exp(40) changes no digit of a sum. */
const lost = 40;

type Weighed = Pick<Stream, 'tolerated' | 'fit' | 'gains' | 'discounts'>;

/** Ends of an interval of tilts; null where the data do not bound it. */
export type Ends = readonly [low: number | null, high: number | null];

/**
 * The ratios that are not refuted: all at which the mean of the two e-values, "more than this" and "less than this", stays below 1 / alpha.
 *
 * A confidence sequence: with fixed discounts the true ratio lies in it at every look together with a chance of at least 1 - alpha.
 * Ends are found by bisection; the log likelihood between its nodes is interpolated to the fifth order, which is good to 1e-3.
 *
 * Reference: J. Howard, A. Ramdas, J. McAuliffe, J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", Ann. Statist. 49 (2021).
 *
 * @param bound log of 1 / alpha.
 * @param inside the estimate, for whoever has it already.
 * @returns logs of ratios.
 */
export function interval(weighed: Weighed, bound: number, inside = estimate(weighed)): Ends {
  const { tolerated, gains, discounts } = weighed;
  if (gains.length === 0) return [null, null];
  const observed = gains.reduce((sum, { law }, window) => sum + law.observed / (discounts[window] ?? 1), 0);
  const into = { log: 0, mean: 0, variance: 0 };
  const likelihood = interpolated((index) => {
    let value = 0;
    let slope = 0;
    let curve = 0;
    for (let window = 0; window < gains.length; window++) {
      const one = gains[window]?.law.node(index, into);
      if (one === undefined) continue;
      const share = 1 / (discounts[window] ?? 1);
      value += share * one.log;
      slope += share * one.mean;
      curve += share * one.variance;
    }
    return { value, slope, curve };
  });
  // Only ratios towards the data can refute one: the others are less likely still, and would add less than their weight.
  const refuted = (tilt: number): boolean => {
    const base = likelihood(tilt);
    const away = Math.sign(tilt - inside);
    const ratios: number[] = [];
    let largest = Number.NEGATIVE_INFINITY;
    for (const by of logs) {
      const ratio = -away * by * observed - (likelihood(tilt - away * by) - base);
      // The log likelihood is concave: what lies beyond one that is lost in rounding is lost too.
      if (ratio < largest - lost) break;
      largest = Math.max(largest, ratio);
      ratios.push(ratio);
    }
    return logMixture(ratios, halves) >= bound;
  };
  return [end(refuted, inside, tolerated - extreme), end(refuted, inside, tolerated + extreme)];
}

/**
 * Whether one ratio is refuted from above: the data lie below it, and the evidence against it has reached the bound. The same as an interval that ends
 * below it, without looking for the end, unless the counts by themselves say that the ratio is beyond it.
 *
 * @param tilt log of the ratio.
 */
export function refutes({ fit, gains, discounts }: Omit<Weighed, 'tolerated'>, tilt: number, bound: number): boolean {
  if (gains.length === 0 || fit >= tilt) return false;
  const drops = new Float64Array(signed.length);
  let [observed, best] = [0, 0];
  gains.forEach(({ law }, window) => {
    const share = 1 / (discounts[window] ?? 1);
    observed += share * law.observed;
    best += share * (law.observed * (fit - tilt) - law.at(fit).log + law.at(tilt).log);
  });
  // No mixture says more than the ratio that fits best, and mostly this settles it; 1 is for the fit not being weighted.
  if (best + 1 < bound) return false;
  gains.forEach(({ law }, window) => {
    const share = 1 / (discounts[window] ?? 1);
    const base = law.at(tilt).log;
    signed.forEach((by, index) => {
      drops[index] = (drops[index] ?? 0) + share * (law.at(tilt + by).log - base);
    });
  });
  return (
    logMixture(
      signed.map((by, index) => observed * by - (drops[index] ?? 0)),
      shares,
    ) >= bound
  );
}

const logs = alternatives.map(({ ratio }) => Math.log(ratio));
const halves = alternatives.map(({ weight }) => weight / 2);
const signed = logs.flatMap((by) => [by, -by]);
const shares = halves.flatMap((half) => [half, half]);

/** Looks outwards in growing steps, so that no ratio far from the data costs anything, then halves the last step. */
function end(refuted: (tilt: number) => boolean, inside: number, outside: number): number | null {
  const direction = Math.sign(outside - inside);
  let held = inside;
  let lost = inside + direction * firstStep;
  for (let step = firstStep; !refuted(lost); step *= 2) {
    if ((outside - lost) * direction <= 0) return null;
    held = lost;
    lost = direction * Math.min(direction * outside, direction * lost + step);
  }
  while (Math.abs(lost - held) > precision) {
    const middle = (held + lost) / 2;
    if (refuted(middle)) lost = middle;
    else held = middle;
  }
  return lost;
}

interface Node {
  readonly value: number;
  readonly slope: number;
  readonly curve: number;
}

/** Quintic Hermite interpolation between nodes that are computed when they are first needed. */
function interpolated(exact: (index: number) => Node): (x: number) => number {
  const sums = new Map<number, Node>();
  const node = (index: number): Node => {
    const known = sums.get(index) ?? exact(index);
    sums.set(index, known);
    return known;
  };
  return (x) => {
    const index = Math.floor(x / spacing);
    const a = node(index);
    const b = node(index + 1);
    const u = x / spacing - index;
    const v = 1 - u;
    const u3 = u * u * u;
    const v3 = v * v * v;
    return (
      a.value * v3 * (1 + 3 * u + 6 * u * u) +
      b.value * u3 * (1 + 3 * v + 6 * v * v) +
      spacing * (a.slope * v3 * u * (1 + 3 * u) - b.slope * u3 * v * (1 + 3 * v)) +
      (spacing * spacing * (a.curve * v3 * u * u + b.curve * u3 * v * v)) / 2
    );
  };
}
