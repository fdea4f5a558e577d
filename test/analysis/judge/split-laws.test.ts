import fc from 'fast-check';
import { uniform } from '../../../analysis/judge/random';
import { alternatives, evidence, gain, logMixture } from '../../../analysis/judge/split/evidence';
import { fitted } from '../../../analysis/judge/split/fit';
import { hypergeometric, informative } from '../../../analysis/judge/split/hypergeometric';
import { interval } from '../../../analysis/judge/split/interval';
import { joined, type Law, spacing } from '../../../analysis/judge/split/law';
import { logFactorial } from '../../../analysis/judge/split/log-factorial';
import { noisePrior } from '../../../analysis/judge/split/settings';
import { shares } from '../../../analysis/judge/split/shares';
import { estimate, weigh } from '../../../analysis/judge/split/stream';
import { trials } from '../../../analysis/judge/split/trials';
import { binomial } from './support';

const tables = fc
  .record({
    baseline: fc.integer({ min: 1, max: 2000 }),
    canary: fc.integer({ min: 1, max: 2000 }),
    share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  })
  .map(({ baseline, canary, share }) => ({
    baseline,
    canary,
    events: Math.max(1, Math.min(baseline + canary - 1, Math.round(share * (baseline + canary)))),
  }));

test('the logarithm of 5! is that of 120, and of n! grows by log n across the end of the table', () => {
  expect(logFactorial(5)).toBeCloseTo(Math.log(120), 12);
  expect(logFactorial(32_768) - logFactorial(32_767)).toBeCloseTo(Math.log(32_768), 9);
});

test('two of four events, with odds of 2: weights 1, 8 and 4 of 0, 1 and 2', () => {
  const { mean, variance, log } = hypergeometric({ baseline: 2, canary: 2, events: 2, observed: 1 }).at(Math.log(2));
  expect(mean).toBeCloseTo(16 / 13, 12);
  expect(variance).toBeCloseTo(24 / 13 - (16 / 13) ** 2, 12);
  expect(log).toBeCloseTo(Math.log(13), 12);
});

test('a quarter of the exposure expects a quarter of the events', () => {
  expect(shares({ baseline: 3, canary: 1, events: 8, observed: 2 }).at(0).mean).toBe(2);
});

test('100 requests at a limit of 5 percent expect 5 events', () => {
  expect(trials({ requests: 100, observed: 7 }).at(Math.log(0.05 / 0.95)).mean).toBeCloseTo(5, 12);
});

test('a table says something only with requests on both sides and with some, but not all, of them events', () => {
  expect(informative({ baseline: 5, canary: 5, events: 1, observed: 0 })).toBe(true);
  for (const silent of [{ baseline: 0 }, { canary: 0 }, { events: 0 }, { events: 10 }]) {
    expect(informative({ baseline: 5, canary: 5, events: 1, observed: 0, ...silent })).toBe(false);
  }
});

test('under the tolerated ratio every likelihood ratio has the mean 1, whatever the table', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(1, 1.1, 2), (table, tolerated) => {
      const start = Math.log(tolerated);
      const weights = tableWeights(table).map(({ x, log }) => ({ x, log: log + x * start }));
      const all = sum(weights.map(({ log }) => log));
      const law = hypergeometric({ ...table, observed: 0 });
      for (const { ratio } of alternatives) {
        const by = Math.log(ratio);
        const drop = law.at(start + by).log - law.at(start).log;
        expect(sum(weights.map(({ x, log }) => log - all + x * by - drop))).toBeCloseTo(0, 9);
      }
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('mean and variance are those of all tables with these margins, summed one by one', () => {
  fc.assert(
    fc.property(tables, fc.double({ min: -3, max: 3, noNaN: true }), (table, tilt) => {
      const weights = tableWeights(table).map(({ x, log }) => ({ x, log: log + x * tilt }));
      const all = sum(weights.map(({ log }) => log));
      const moment = (power: number) => weights.reduce((total, { x, log }) => total + x ** power * Math.exp(log - all), 0);
      const found = hypergeometric({ ...table, observed: 0 }).at(tilt);
      expect(found.mean).toBeCloseTo(moment(1), 6);
      expect(found.variance / (moment(2) - moment(1) ** 2 + 1e-9)).toBeCloseTo(1, 3);
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('two events out of two on the canary are log((3/4)^2 / (1/2)^2) for a ratio of 3', () => {
  const one = gain(shares({ baseline: 1, canary: 1, events: 2, observed: 2 }), 0, Math.log(2));
  expect([0, 1, 2, 3, 4].reduce((sum, alternative) => sum + one.step(alternative), 0)).toBeCloseTo(2 * Math.log(1.5), 12);
  expect(one.variance).toBe(0.5);
});

test('a mixture of 1 and 3 in equal parts is 2, also far outside the range of exp', () => {
  expect(logMixture([0, Math.log(3)], [0.5, 0.5])).toBeCloseTo(Math.log(2), 12);
  expect(logMixture([2000, 2000], [0.5, 0.5])).toBeCloseTo(2000, 9);
});

test('no windows are no evidence, and the weights of the alternatives add up to 1', () => {
  expect(evidence([], 0)).toBe(0);
  expect(alternatives.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
});

test('20 events of 30 at equal exposure fit a ratio of 2', () => {
  expect(fitted([shares({ baseline: 1, canary: 1, events: 30, observed: 20 })])).toBeCloseTo(Math.log(2), 6);
  expect(fitted([])).toBe(0);
});

test('joined laws add up', () => {
  const one = shares({ baseline: 1, canary: 1, events: 4, observed: 3 });
  const both = joined([one, one]);
  expect([both.observed, both.at(0.3).mean, both.near(0).variance]).toEqual([6, 2 * one.at(0.3).mean, 2 * one.near(0).variance]);
});

test('however often one looks, healthy canaries reach 1 / alpha in at most a share alpha', () => {
  const random = uniform(5);
  const [runs, looks] = [10_000, 10];
  const reached = { '0.1': 0, '0.01': 0 };
  for (let run = 0; run < runs; run++) {
    const [baseline, canary, rate] = run % 2 === 0 ? [40, 10, 0.05] : [20, 20, 0.3];
    let most = 0;
    const gains = [];
    for (let look = 0; look < looks; look++) {
      const [stable, observed] = [binomial(baseline, rate, random), binomial(canary, rate, random)];
      const table = { baseline, canary, events: stable + observed, observed };
      if (informative(table)) gains.push(gain(hypergeometric(table), 0, Math.log(2)));
      most = Math.max(most, evidence(gains, 0));
    }
    if (most >= Math.log(10)) reached['0.1']++;
    if (most >= Math.log(100)) reached['0.01']++;
  }
  expect(reached['0.1'] / runs).toBeLessThanOrEqual(0.1);
  expect(reached['0.01'] / runs).toBeLessThanOrEqual(0.01);
  expect(reached['0.1']).toBeGreaterThan(0);
});

test.each([
  { mean: 0.75, noise: 0.76 },
  { mean: 3, noise: 0.2 },
  { mean: 10, noise: 0.76 },
])(
  'a count of $mean that wavers by a variance of $noise gives no evidence on average: the likelihood ratio of the negative binomial',
  ({ mean, noise }) => {
    const counted = poisson(mean);
    let [all, expected] = [0, 0];
    for (let x = 0; x < 400; x++) {
      const share = negativeBinomial(x, mean, 1 / noise);
      all += share;
      // Less the trust that is kept for later beginnings.
      expected += share * Math.exp(evidence([gain({ ...counted, observed: x }, 0, Math.log(2))], noise));
    }
    expect(all).toBeCloseTo(1, 9);
    expect(expected).toBeLessThanOrEqual(1);
    expect(expected).toBeGreaterThan(0.8);
  },
);

test('the interval holds the ratio of the data, and loses exactly what the e-values refute', () => {
  const law = shares({ baseline: 1, canary: 1, events: 300, observed: 200 });
  const gains = [gain(law, 0, Math.log(2))];
  const [low, high] = interval({ tolerated: 0, fit: fitted(gains.map(({ law }) => law)), gains, discounts: [1] }, Math.log(200));
  expect(low).toBeLessThan(Math.log(2));
  expect(high).toBeGreaterThan(Math.log(2));
  const refuted = (at: number) => {
    const logs = alternatives.flatMap(({ ratio }) => [1, -1].map((sign) => sign * Math.log(ratio)));
    const trust = alternatives.flatMap(({ weight }) => [weight / 2, weight / 2]);
    return logMixture(
      logs.map((by) => law.observed * by - law.at(at + by).log + law.at(at).log),
      trust,
    );
  };
  expect(refuted(low ?? 0)).toBeCloseTo(Math.log(200), 1);
  expect(refuted(high ?? 0)).toBeCloseTo(Math.log(200), 1);
});

test('the reported ratio lies inside its interval, also where busy windows disagree with quiet ones', () => {
  const counts = [{ events: 20_000, observed: 19_000 }, ...Array.from({ length: 20 }, () => ({ events: 300, observed: 100 }))];
  const gains = counts.map((one) => gain(shares({ baseline: 1, canary: 1, ...one }), 0, Math.log(2)));
  const stream = weigh(gains, { learned: undefined, prior: noisePrior });
  const [low, high] = interval(stream, Math.log(200)).map((end) => end ?? Number.NaN);
  // All counts together say 15, most windows a half.
  expect(stream.fit).toBeGreaterThan(high ?? Number.NaN);
  const [below, above] = [estimate(stream) - (low ?? Number.NaN), (high ?? Number.NaN) - estimate(stream)];
  expect(below).toBeGreaterThan(0.1);
  expect(above).toBeGreaterThan(0.1);
});

test('an interval without events on one side is open there', () => {
  const gains = [gain(shares({ baseline: 1, canary: 1, events: 12, observed: 12 }), 0, Math.log(2))];
  const [low, high] = interval({ tolerated: 0, fit: fitted(gains.map(({ law }) => law)), gains, discounts: [1] }, Math.log(200));
  expect([low === null, high]).toEqual([false, null]);
});

function tableWeights({ baseline, canary, events }: { baseline: number; canary: number; events: number }) {
  const least = Math.max(0, events - baseline);
  const most = Math.min(canary, events);
  const choose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Array.from({ length: most - least + 1 }, (_, index) => ({
    x: least + index,
    log: choose(canary, least + index) + choose(baseline, events - least - index),
  }));
}

function sum(logs: readonly number[]): number {
  const most = logs.reduce((largest, one) => Math.max(largest, one), Number.NEGATIVE_INFINITY);
  return most + Math.log(logs.reduce((total, one) => total + Math.exp(one - most), 0));
}

/** Events that come alone: the limit of all laws for rare ones. */
function poisson(mean: number): Law {
  const at = (tilt: number) => {
    const value = mean * Math.exp(tilt);
    return { log: value, mean: value, variance: value };
  };
  return { observed: 0, at, node: (index) => at(index * spacing), near: at };
}

/** Chance of x events when their mean is drawn from a gamma law with this shape. */
function negativeBinomial(x: number, mean: number, shape: number): number {
  let log = shape * Math.log(shape / (shape + mean));
  for (let i = 0; i < x; i++) log += Math.log(((shape + i) * mean) / ((i + 1) * (shape + mean)));
  return Math.exp(log);
}
