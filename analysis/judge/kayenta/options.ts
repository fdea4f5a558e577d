import type { KayentaMetricOptions } from './types';

/** The options of one metric with all defaults filled in. */
export interface MetricOptions {
  readonly direction: 'increase' | 'decrease' | 'either';
  readonly replaceNaN: boolean;
  readonly removeOutliers: boolean;
  readonly outlierFactor: number;
  readonly critical: boolean;
  readonly mustHaveData: boolean;
  readonly muted: boolean;
  readonly measure: 'meanRatio' | 'cles';
  readonly allowedIncrease: number;
  readonly allowedDecrease: number;
  readonly criticalIncrease: number;
  readonly criticalDecrease: number;
}

/**
 * Reads the options as Kayenta does: a missing value or an unknown text is the default, a value of the wrong type ends the judgement.
 *
 * @example metricOptions('m', { direction: 'up' }).direction // 'either'
 */
export function metricOptions(metric: string, given: KayentaMetricOptions = {}): MetricOptions {
  const read = reader(metric);
  const effect: Record<string, unknown> = { ...given.effectSize };
  const outliers: Record<string, unknown> = { ...given.outliers };
  const measure = read.text(effect['measure'], 'effectSize.measure') === 'cles' ? 'cles' : 'meanRatio';
  const same = measure === 'cles' ? 0.5 : 1;
  const direction = read.text(given.direction, 'direction');
  return {
    direction: direction === 'increase' || direction === 'decrease' ? direction : 'either',
    replaceNaN: read.text(given.nanStrategy, 'nanStrategy') === 'replace',
    removeOutliers: read.text(outliers['strategy'], 'outliers.strategy') === 'remove',
    outlierFactor: read.number(outliers['outlierFactor'], 'outliers.outlierFactor', 3),
    critical: read.flag(given.critical, 'critical'),
    mustHaveData: read.flag(given.mustHaveData, 'mustHaveData'),
    muted: read.flag(given.muted, 'muted'),
    measure,
    allowedIncrease: read.number(effect['allowedIncrease'], 'effectSize.allowedIncrease', same),
    allowedDecrease: read.number(effect['allowedDecrease'], 'effectSize.allowedDecrease', same),
    criticalIncrease: read.number(effect['criticalIncrease'], 'effectSize.criticalIncrease', same),
    criticalDecrease: read.number(effect['criticalDecrease'], 'effectSize.criticalDecrease', same),
  };
}

function reader(metric: string) {
  const wrong = (option: string, what: string, value: unknown): Error =>
    new Error(`metric ${metric}, ${option}: ${what} is expected, got ${JSON.stringify(value)}`);
  return {
    text(value: unknown, option: string): string {
      if (value === undefined || value === null) return '';
      if (typeof value !== 'string') throw wrong(option, 'a text', value);
      return value;
    },
    number(value: unknown, option: string, fallback: number): number {
      if (value === undefined || value === null) return fallback;
      if (typeof value !== 'number') throw wrong(option, 'a number', value);
      return value;
    },
    flag(value: unknown, option: string): boolean {
      if (value === undefined || value === null) return false;
      if (typeof value !== 'boolean') throw wrong(option, 'true or false', value);
      return value;
    },
  };
}
