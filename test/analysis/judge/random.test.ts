import { gaussian, uniform } from '../../../analysis/judge/random';

test('the same seed gives the same numbers, another seed others', () => {
  const five = (seed: number) => Array.from({ length: 5 }, uniform(seed));
  expect(five(1)).toEqual(five(1));
  expect(five(1)).not.toEqual(five(2));
});

test('numbers are even in [0, 1), and normal ones have mean 0 and variance 1', () => {
  const draws = Array.from({ length: 20_000 }, uniform(4));
  const normal = Array.from({ length: 20_000 }, gaussian(uniform(4)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  expect(mean(draws)).toBeCloseTo(0.5, 2);
  expect(mean(normal)).toBeCloseTo(0, 1);
  expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
});
