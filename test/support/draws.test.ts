import { drawsOf } from './draws';

const draws = 20_000;

/** Mean and variance of many draws. */
function momentsOf(draw: () => number): { readonly mean: number; readonly variance: number } {
  const all = Array.from({ length: draws }, draw);
  const mean = all.reduce((sum, one) => sum + one, 0) / draws;
  return { mean, variance: all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (draws - 1) };
}

/** Within five standard errors of the mean, and within a tenth of the variance. */
function expectLaw(draw: () => number, mean: number, variance: number): void {
  const seen = momentsOf(draw);
  expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / draws));
  expect(seen.variance / variance).toBeGreaterThan(0.9);
  expect(seen.variance / variance).toBeLessThan(1.1);
}

test.each([
  [5, 0.95],
  [5, 0.5],
  [40, 0.02],
  [600, 0.999],
  [600, 0.3],
  [10_000, 0.004],
  [10_000, 0.996],
  [10_000, 0.4],
])('hits in %i trials with a chance of %d', (trials, chance) => {
  const { binomial } = drawsOf(1);
  expectLaw(() => binomial(trials, chance), trials * chance, trials * chance * (1 - chance));
});

test.each([0.3, 7, 250, 4_000])('%d events on average', (mean) => {
  const { poisson } = drawsOf(1);
  expectLaw(() => poisson(mean), mean, mean);
});

test('never more hits than trials, and none without a chance', () => {
  const { binomial } = drawsOf(1);
  const hits = Array.from({ length: draws }, () => binomial(3, 0.9));
  expect(new Set(hits)).toEqual(new Set([0, 1, 2, 3]));
  expect([binomial(10, 0), binomial(10, 1)]).toEqual([0, 10]);
});
