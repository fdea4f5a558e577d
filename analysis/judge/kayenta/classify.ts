import { type Shift, shift, winShare } from './mann-whitney';
import type { MetricOptions } from './options';
import { mean } from './statistics';
import type { KayentaClassification } from './types';

/** Share of the estimated shift by which the whole interval must clear 0: a constant of the judge. */
const margin = 0.25;
/** Standard deviation of the noise added to constant data, relative to the value. */
const jitter = 1e-5;

/** How one metric of the canary compares with the baseline. */
export interface Classified {
  readonly classification: KayentaClassification;
  readonly reason: string | undefined;
  readonly ratio: number;
  readonly critical: boolean;
}

/**
 * Classifies one metric, after missing values and outliers are dealt with.
 *
 * @param gaussian draws the noise that keeps two different constants from being all ties.
 * @throws AllTied when the rank test is impossible, for example with one value a side.
 */
export function classify(
  name: string,
  canary: readonly number[],
  baseline: readonly number[],
  options: MetricOptions,
  gaussian: () => number,
): Classified {
  const pass = (reason?: string): Classified => ({ classification: 'Pass', reason, ratio: 1, critical: false });
  if (canary.length === 0 || baseline.length === 0) return withoutData(name, options, pass);
  if (identical(canary, baseline)) return pass('The Canary and Baseline data are identical');
  const [distinctCanary, distinctBaseline] = [new Set(canary).size, new Set(baseline).size];
  if (new Set([...canary, ...baseline]).size === 1) return pass();
  const constant = distinctCanary === 1 && distinctBaseline === 1;
  const noisy = (values: readonly number[]): readonly number[] =>
    constant ? values.map((value) => value + gaussian() * jitter * value) : values;
  return compare(name, noisy(canary), noisy(baseline), options);
}

function withoutData(name: string, options: MetricOptions, pass: () => Classified): Classified {
  if (options.replaceNaN) return pass();
  const failing = options.mustHaveData && !options.critical;
  const classification = failing ? 'NodataFailMetric' : 'Nodata';
  return { classification, reason: `Missing data for ${name}`, ratio: 1, critical: options.critical };
}

function compare(name: string, canary: readonly number[], baseline: readonly number[], options: MetricOptions): Classified {
  const moved = shift(canary, baseline);
  const ratio = meanRatio(canary, baseline);
  const effect = options.measure === 'cles' ? winShare(canary, baseline) : ratio;
  const direction = deviation(moved, effect, options);
  if (direction === undefined) return { classification: 'Pass', reason: undefined, ratio, critical: false };
  const severe =
    direction === 'High'
      ? Number.isNaN(effect) || effect >= options.criticalIncrease
      : Number.isNaN(effect) || effect <= options.criticalDecrease;
  const critical = options.critical && severe;
  const reason = critical ? `The metric ${name} was classified as ${direction} (Critical)` : `${name} was classified as ${direction}`;
  return { classification: direction, reason, ratio, critical };
}

function deviation({ low, high, estimate }: Shift, effect: number, options: MetricOptions): 'High' | 'Low' | undefined {
  const least = margin * Math.abs(estimate);
  const unknown = Number.isNaN(effect);
  if (options.direction !== 'decrease' && low > least && (unknown || effect >= options.allowedIncrease)) return 'High';
  if (options.direction !== 'increase' && high < -least && (unknown || effect <= options.allowedDecrease)) return 'Low';
  return undefined;
}

/** NaN when either mean is 0: Kayenta then skips the limits on the effect. */
function meanRatio(canary: readonly number[], baseline: readonly number[]): number {
  const [above, below] = [mean(canary), mean(baseline)];
  return above === 0 || below === 0 ? Number.NaN : above / below;
}

function identical(canary: readonly number[], baseline: readonly number[]): boolean {
  if (canary.length !== baseline.length) return false;
  const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
  const other = ascending(baseline);
  return ascending(canary).every((value, index) => value === other[index]);
}
