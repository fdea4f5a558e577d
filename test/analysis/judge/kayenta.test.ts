import { judgeKayenta } from '../../../analysis/judge/kayenta/judge';
import { withoutOutliers } from '../../../analysis/judge/kayenta/outliers';
import { roundHalfUp } from '../../../analysis/judge/kayenta/score';
import { mean, percentile, stats } from '../../../analysis/judge/kayenta/statistics';
import type { KayentaInput, KayentaMetricOptions } from '../../../analysis/judge/kayenta/types';
import { gaussian, uniform } from '../../../analysis/judge/random';

const low = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const high = low.map((value) => value + 100);

function one(baseline: readonly (number | null)[], canary: readonly (number | null)[], options: KayentaMetricOptions = {}) {
  const judged = judgeKayenta(metrics({ m: { baseline, canary, options } }));
  return { ...judged.results[0], score: judged.score };
}

interface Given {
  readonly baseline: readonly (number | null)[];
  readonly canary: readonly (number | null)[];
  readonly options?: KayentaMetricOptions;
  readonly groups?: readonly string[];
}

function metrics(given: Readonly<Record<string, Given>>, groupWeights: Readonly<Record<string, number>> = {}): KayentaInput {
  const entries = Object.entries(given);
  return {
    metrics: entries.map(([name, { baseline, canary }]) => ({ name, baseline, canary })),
    config: {
      metrics: entries.map(([name, { options, groups }]) => ({
        name,
        groups: groups ?? [name],
        analysisConfigurations: { canary: options },
      })),
      classifier: { groupWeights },
    },
  };
}

describe('one metric', () => {
  test.each([
    { what: 'higher', baseline: low, canary: high, options: {}, is: 'High' },
    { what: 'lower', baseline: high, canary: low, options: {}, is: 'Low' },
    { what: 'lower, when only a rise is a failure', baseline: high, canary: low, options: { direction: 'increase' }, is: 'Pass' },
    { what: 'higher, with an unknown direction', baseline: low, canary: high, options: { direction: 'up' }, is: 'High' },
    { what: 'higher by less than allowed', baseline: low, canary: high, options: { effectSize: { allowedIncrease: 100 } }, is: 'Pass' },
    {
      what: 'higher in every pair',
      baseline: low,
      canary: high,
      options: { effectSize: { measure: 'cles', allowedIncrease: 1 } },
      is: 'High',
    },
    { what: 'identical, in another order', baseline: low, canary: [...low].reverse(), options: {}, is: 'Pass' },
    { what: 'the same constant, more often', baseline: [1, 1], canary: [1, 1, 1], options: {}, is: 'Pass' },
    { what: 'another constant', baseline: Array(10).fill(1), canary: Array(10).fill(2), options: {}, is: 'High' },
    { what: 'one point a side', baseline: [1], canary: [1.5], options: {}, is: 'Error' },
    { what: 'infinite once', baseline: low, canary: [...high, Number.POSITIVE_INFINITY], options: {}, is: 'Pass' },
    { what: 'missing', baseline: low, canary: [null, Number.NaN], options: {}, is: 'Nodata' },
    { what: 'missing where it must not be', baseline: low, canary: [null], options: { mustHaveData: true }, is: 'NodataFailMetric' },
    {
      what: 'missing, critical and required',
      baseline: low,
      canary: [null],
      options: { mustHaveData: true, critical: true },
      is: 'Nodata',
    },
    { what: 'missing and replaced by 0', baseline: low, canary: Array(10).fill(null), options: { nanStrategy: 'replace' }, is: 'Low' },
    { what: 'empty, with missing values replaced', baseline: low, canary: [], options: { nanStrategy: 'replace' }, is: 'Pass' },
  ])('a canary that is $what is $is', ({ baseline, canary, options, is }) => {
    expect(one(baseline, canary, options).classification).toBe(is);
  });

  test('reports the ratio of the means, and the text NaN against a baseline of zeros', () => {
    expect(one([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12]).resultMetadata).toEqual({ ratio: 2 });
    expect(one(Array(10).fill(0), low).resultMetadata).toEqual({ ratio: 'NaN' });
  });

  test('a critical metric that is high, but not critically so, fails like any other', () => {
    const options = { critical: true, effectSize: { criticalIncrease: 1000 } };
    expect(one(low, high, options)).toMatchObject({
      classification: 'High',
      critical: false,
      classificationReason: 'm was classified as High',
    });
    expect(one(low, high, { critical: true })).toMatchObject({
      critical: true,
      classificationReason: 'The metric m was classified as High (Critical)',
    });
  });

  test('constant zeros stay zeros: noise is relative to the value', () => {
    expect(one(Array(10).fill(0), Array(10).fill(5)).classification).toBe('High');
  });

  test('options of a wrong type end the judgement', () => {
    expect(() => one(low, high, { critical: 'yes' as unknown as boolean })).toThrow(
      'metric m, critical: true or false is expected, got "yes"',
    );
    expect(() => one(low, high, { outliers: { strategy: 'remove', outlierFactor: 0 } })).toThrow('a number above 0');
  });

  test('values without a configured metric end the judgement', () => {
    expect(() => judgeKayenta({ metrics: [{ name: 'x', baseline: [], canary: [] }], config: { metrics: [] } })).toThrow('metric x');
  });
});

describe('the score', () => {
  const bad = { baseline: low, canary: high };
  const good = { baseline: low, canary: low };
  const none = { baseline: low, canary: [] };

  test.each([
    {
      what: 'half of one group',
      given: { a: { ...bad, groups: ['g'] }, b: { ...good, groups: ['g'] } },
      weights: {},
      score: 50,
      is: 'Fail',
    },
    {
      what: 'two of three in one group',
      given: { a: { ...bad, groups: ['g'] }, b: { ...good, groups: ['g'] }, c: { ...good, groups: ['g'] } },
      weights: {},
      score: 66.67,
      is: 'Fail',
    },
    { what: 'groups by weight', given: { a: bad, b: good }, weights: { a: 20, b: 80 }, score: 80, is: 'Marginal' },
    { what: 'groups without weights share the rest', given: { a: bad, b: good, c: good }, weights: { a: 40 }, score: 60, is: 'Fail' },
    { what: 'the weight of an absent group is lost', given: { b: good }, weights: { a: 50, b: 50 }, score: 50, is: 'Fail' },
    { what: 'a group without data counts in full', given: { a: good, b: good, c: none }, weights: {}, score: 100, is: 'Pass' },
    { what: 'half of the metrics missing', given: { a: good, b: none }, weights: {}, score: 0, is: 'Fail' },
    { what: 'a muted failure', given: { a: good, b: { ...bad, options: { muted: true } } }, weights: {}, score: 100, is: 'Pass' },
    { what: 'all muted', given: { a: { ...good, options: { muted: true } } }, weights: {}, score: 0, is: 'Fail' },
    {
      what: 'a critical failure',
      given: { a: good, b: { ...bad, options: { critical: true } }, c: good },
      weights: {},
      score: 0,
      is: 'Fail',
    },
    { what: 'no groups', given: { a: { ...good, groups: [] } }, weights: {}, score: 0, is: 'Fail' },
    { what: 'nothing at all', given: {}, weights: {}, score: 0, is: 'Fail' },
  ])('$what: $score, $is', ({ given, weights, score, is }) => {
    expect(judgeKayenta(metrics(given as Record<string, Given>, weights as Record<string, number>)).score).toMatchObject({
      score,
      classification: is,
    });
  });

  test('names the reason of a score of 0', () => {
    expect(judgeKayenta(metrics({ a: good, b: { ...none, options: { critical: true } } })).score.classificationReason).toBe(
      'Canary Failed: Missing data for b',
    );
    expect(judgeKayenta(metrics({ a: good, b: none })).score.classificationReason).toBe(
      'Canary Failed: 50% or more metrics returned NODATA',
    );
  });

  test.each([
    [66.665, 66.67],
    [200 / 3, 66.67],
    [2.675, 2.68],
    [1e-9, 0],
    [100, 100],
  ])('%d is rounded to %d', (value, rounded) => {
    expect(roundHalfUp(value)).toBe(rounded);
  });
});

describe('transforms', () => {
  test('far values are dropped, but never inside the 1st and 99th percentile', () => {
    expect(withoutOutliers([1, 2, 3, 4, 100], 3)).toEqual([1, 2, 3, 4]);
    expect(withoutOutliers([], 3)).toEqual([]);
  });

  test('percentiles lie between order statistics', () => {
    expect(percentile([1, 2, 3, 4], 25)).toBe(1.75);
    expect(percentile([7], 99)).toBe(7);
  });

  test('statistics describe the values that were judged', () => {
    expect(stats([1, 2, 3])).toEqual({ min: 1, max: 3, mean: 2, std: 1, count: 3 });
    expect(stats([])).toEqual({ min: 0, max: 0, mean: 0, std: 0, count: 0 });
    expect(mean([0.1, 0.1, 0.1])).toBe(0.1);
  });
});

describe('its known weaknesses, which parity includes', () => {
  const normal = gaussian(uniform(11));
  const lognormal = (size: number, scale = 1) => Array.from({ length: size }, () => scale * Math.exp(0.25 * normal()));

  test.each([
    { size: 2, least: 20, most: 28 },
    { size: 3, least: 3, most: 6.5 },
    { size: 10, least: 0, most: 1 },
  ])('$size equal points a side are called High or Low in $least to $most %', ({ size, least, most }) => {
    const wrong = Array.from({ length: 1500 }, () => one(lognormal(size), lognormal(size)).classification).filter((is) => is !== 'Pass');
    expect((100 * wrong.length) / 1500).toBeGreaterThanOrEqual(least);
    expect((100 * wrong.length) / 1500).toBeLessThanOrEqual(most);
  });

  test.each([
    { scale: 1, least: 94, most: 100 },
    { scale: 1e-4, least: 20, most: 36 },
    { scale: 1e-5, least: 0, most: 0 },
  ])('a rise by 40 % at scale $scale is found in $least to $most %', ({ scale, least, most }) => {
    const found = Array.from({ length: 500 }, () => one(lognormal(30, scale), lognormal(30, 1.4 * scale)).classification).filter(
      (is) => is === 'High',
    );
    expect(found.length / 5).toBeGreaterThanOrEqual(least);
    expect(found.length / 5).toBeLessThanOrEqual(most);
  });
});
