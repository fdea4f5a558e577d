import fc from 'fast-check';
import { halvedBatchSize, nextBatchSize } from '../../migrate/batch-size';

const limits = { targetMs: 300, min: 50, max: 5000 };

test.each([
  { size: 1000, ms: 300, next: 1000, because: 'it took what it should' },
  { size: 1000, ms: 100, next: 1500, because: 'it was fast: half-way to the double' },
  { size: 1000, ms: 3000, next: 750, because: 'it was slow: half-way to the half' },
  { size: 60, ms: 3000, next: 50, because: 'it never falls below the least' },
  { size: 4900, ms: 1, next: 5000, because: 'it never rises above the most' },
])('after $size documents in $ms ms the next batch has $next: $because', ({ size, ms, next }) => {
  expect(nextBatchSize(size, ms, limits)).toBe(next);
});

test('a batch the server gave up on is halved, below the least if need be', () => {
  expect(halvedBatchSize(80, limits)).toBe(40);
  expect(halvedBatchSize(1, limits)).toBe(1);
});

test('on a steady server the batches come to take about the target time, from any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 5000 }), fc.double({ min: 0.08, max: 5, noNaN: true }), (start, msPerDocument) => {
      let size = start;
      for (let batch = 0; batch < 40; batch++) size = nextBatchSize(size, size * msPerDocument, limits);
      expect(size * msPerDocument).toBeGreaterThan(300 * 0.8);
      expect(size * msPerDocument).toBeLessThan(300 * 1.25);
    }),
  );
});
