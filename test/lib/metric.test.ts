import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { errorRate, p99, percent, timesStable } from '../../lib';
import { toCatalogue } from '../../lib/metric';
import { trimmed } from '../../lib/units';

test('an objective reads as the requirement', () => {
  expect(errorRate.atMost(percent(5)).text).toBe('error rate at most 5 %');
  expect(p99.atMost(Duration.millis(250)).text).toBe('p99 latency at most 0.25 s');
  expect(p99.atMost(timesStable(1.5)).text).toBe('p99 latency at most 1.5 x stable');
});

test('a limit crosses to the judge in the unit of the metric: a ratio, or seconds', () => {
  expect(toCatalogue(errorRate.atMost(percent(5)))).toEqual({ metric: 'error-rate', limit: { kind: 'at-most', value: 0.05 } });
  expect(toCatalogue(p99.atMost(Duration.millis(250)))).toEqual({ metric: 'p99', limit: { kind: 'at-most', value: 0.25 } });
  expect(toCatalogue(errorRate.atMost(timesStable(2)))).toEqual({ metric: 'error-rate', limit: { kind: 'times-stable', times: 2 } });
});

test('a share is above 0 and at most 100, and is kept as a ratio', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer({ min: -10, max: 110 })), (value) => {
      const share = percent(value);
      expect(share.problem === undefined).toBe(value > 0 && value <= 100);
      if (share.problem === undefined) expect(share.ratio).toBe(value / 100);
    }),
  );
});

test('a factor is a number from 1 to 100', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.double({ min: 0, max: 110 })), (value) => {
      expect(timesStable(value).problem === undefined).toBe(value >= 1 && value <= 100);
    }),
  );
});

test('a number for people has at most four decimals and no zeros behind', () => {
  expect([0.1 + 0.2, 5, 2.5, 1 / 3, 0].map(trimmed)).toEqual(['0.3', '5', '2.5', '0.3333', '0']);
});
