import fc from 'fast-check';
import { AllTied, shift, winShare } from '../../../analysis/judge/kayenta/mann-whitney';
import { zero } from '../../../analysis/judge/kayenta/zero';

const z = 2.3263478740408408;

test('the root of x^2 - 2 is found within the tolerance, and an end that is a root is taken at once', () => {
  const square = (x: number) => x * x - 2;
  expect(Math.abs(zero(square, 0, 2, 1e-4) - Math.SQRT2)).toBeLessThan(1e-4);
  expect(zero((x) => x, 0, 5, 1e-4)).toBe(0);
  expect(zero((x) => x - 5, 0, 5, 1e-4)).toBe(5);
});

test('below five points a side the interval is the range of the data', () => {
  expect(shift([11, 12, 13], [1, 2, 3])).toEqual({ low: 8, high: 12, estimate: 10 });
});

test('the share of won pairs is W / (n m): 35 of 50 in the data of R wilcox.test', () => {
  const permeability = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  expect(winShare(permeability, [1.15, 0.88, 0.9, 0.74, 1.21])).toBeCloseTo(35 / 50, 12);
});

test('ties count half', () => {
  expect(winShare([1, 2], [1, 2])).toBe(0.5);
});

test('one value a side cannot be ranked apart once shifted onto each other', () => {
  expect(() => shift([3], [1])).toThrow(AllTied);
});

test('both ends lie where the standardised rank sum, counted pair by pair, crosses the quantile', () => {
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 6, maxLength: 14 });
  fc.assert(
    fc.property(values, values, (x, y) => {
      fc.pre(new Set([...x, ...y]).size > 1);
      const { low, high } = shift(x, y);
      expect(Math.abs(low - crossing(x, y, z))).toBeLessThan(2e-4);
      expect(Math.abs(high - crossing(x, y, -z))).toBeLessThan(2e-4);
    }),
    { numRuns: 100, seed: 1 },
  );
});

/** The shift beyond which the statistic is below the quantile: it only changes where a pair is tied, so those places are all there is to look at. */
function crossing(x: readonly number[], y: readonly number[], quantile: number): number {
  const places = [...new Set(x.flatMap((a) => y.map((b) => a - b)))].sort((a, b) => a - b);
  const [least = 0, most = 0] = [places[0], places.at(-1)];
  if (byPairs(x, y, least) <= quantile) return least;
  if (byPairs(x, y, most) >= quantile) return most;
  const beyond = (place: number, next: number): boolean => byPairs(x, y, (place + next) / 2) < quantile;
  return places.find((place, index) => beyond(place, places[index + 1] ?? place + 1)) ?? most;
}

function byPairs(x: readonly number[], y: readonly number[], by: number): number {
  const all = [...x.map((value) => value - by), ...y];
  const won = x.reduce((sum, a) => sum + y.reduce((wins, b) => wins + (a - by > b ? 1 : a - by === b ? 0.5 : 0), 0), 0);
  const groups = [...new Set(all)].map((value) => all.filter((other) => other === value).length);
  const ties = groups.reduce((sum, size) => sum + size ** 3 - size, 0);
  const [pairs, n] = [x.length * y.length, all.length];
  const distance = won - pairs / 2;
  return (distance - Math.sign(distance) / 2) / Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))));
}
