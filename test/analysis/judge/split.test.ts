import fc from 'fast-check';
import { judgeSplit } from '../../../analysis/judge/split/judge';
import type { Maybe, SideCounts, SplitInput, Verdict } from '../../../analysis/judge/types';
import { release, steady } from './support';

const same = { requests: 300, errors: 0.01 };

describe('the comparison with the baseline', () => {
  test.each([
    { what: 'equal', canary: same, verdict: 'Pass', reason: 'healthy' },
    { what: 'better', canary: { ...same, errors: 0.001, slower: 0.8 }, verdict: 'Pass', reason: 'healthy' },
    { what: 'failing five times as often', canary: { ...same, errors: 0.05 }, verdict: 'Fail', reason: 'worse-than-stable' },
    { what: 'half as fast', canary: { ...same, slower: 2 }, verdict: 'Fail', reason: 'worse-than-stable' },
  ])('a canary that is $what is judged $verdict', ({ canary, verdict, reason }) => {
    expect(judgeSplit({ windows: release({ windows: 40, baseline: same, canary }) })).toMatchObject({ verdict, reason, windows: 40 });
  });

  test('names the bound that spoke loudest, the counts behind it and the ratio with its interval', () => {
    const judged = judgeSplit({ windows: release({ windows: 5, baseline: same, canary: { ...same, slower: 2 } }) });
    const latency = judged.metrics[1];
    expect(latency).toMatchObject({ name: 'latency', verdict: 'Fail', le: expect.any(Number) });
    expect(latency?.interval[0]).toBeGreaterThan(1);
    expect(judged.sentence).toMatch(/^latency worse than stable: [\d,]+ of 1,500 slower than [\d.]+ s against [\d,]+ of 1,500/);
  });

  test('a limit on p99 is told in seconds, and its ratio is that to the limit', () => {
    const limits = [{ metric: 'p99', kind: 'at-most', value: 0.25 }] as const;
    const windows = release({ windows: 5, baseline: same, canary: { ...same, slower: 2 } });
    const [limit] = judgeSplit({ windows, config: { compare: [], limits } }).metrics;
    expect(limit?.sentence).toMatch(
      /^p99 at most 0.25 over its limit: 0\.\d+ s against 0\.\d+ s; [\d.]+ \[[\d.]+, [\d.]+\] times what the limit allows\.$/,
    );
    const slower = { windows: release({ windows: 5, baseline: same, canary: { ...same, slower: 9 } }), config: { compare: [], limits } };
    expect(judgeSplit(slower).metrics[0]?.sentence).toContain('over its limit: beyond the last bucket against 0.');
  });

  test('a canary that turned bad says so, for over the whole release its numbers may be fine', () => {
    const config = { compare: [], limits: [{ metric: 'error-rate', kind: 'at-most', value: 0.05 }] } as const;
    const errors = [...Array<number>(20).fill(2), ...Array<number>(8).fill(120)];
    const side = (errors: readonly number[]): SideCounts => ({ requests: errors.map(() => 1_000), errors, buckets: [] });
    const judged = (errors: readonly number[]) =>
      judgeSplit({ windows: { seconds: 60, le: [], baseline: side(errors.map(() => 2)), canary: side(errors) }, config });
    expect(judged(errors)).toMatchObject({
      verdict: 'Fail',
      sentence: expect.stringMatching(/^error-rate at most 0.05 over its limit lately: 1,000 of 28,000 against 56 of 28,000; 0\.\d+ \[/),
    });
    expect(judged(errors.slice(20)).sentence).toMatch(/^error-rate at most 0.05 over its limit: 960 of 8,000/);
  });

  test('it does not fail on one window, nor on fewer than five events', () => {
    expect(judgeSplit(steady(1, [1000, 10], [1000, 500]))).toMatchObject({ verdict: 'Inconclusive' });
    expect(judgeSplit(steady(2, [1000, 10], [1000, 500]))).toMatchObject({ verdict: 'Fail' });
    expect(judgeSplit(steady(2, [2000, 0], [2, 2]))).toMatchObject({ verdict: 'Inconclusive', metrics: [{ canary: { bad: 4 } }] });
    expect(judgeSplit(steady(3, [2000, 0], [2, 2]))).toMatchObject({ verdict: 'Fail', metrics: [{ canary: { bad: 6 } }] });
  });

  test('too few requests: it says how many more are needed, and about that many are', () => {
    const early = judgeSplit(steady(10, [200, 4], [200, 4]));
    expect(early).toMatchObject({ verdict: 'Inconclusive', reason: 'too-little-evidence' });
    const windows = Math.ceil(10 + (early.requestsNeeded ?? 0) / 400);
    expect(judgeSplit(steady(windows + 2, [200, 4], [200, 4]))).toMatchObject({ verdict: 'Pass', requestsNeeded: 0 });
    expect(judgeSplit(steady(windows - 8, [200, 4], [200, 4]))).toMatchObject({ verdict: 'Inconclusive' });
  });

  test('there is no Pass before the planned windows are over', () => {
    const input = steady(50, [2000, 40], [2000, 40]);
    expect(judgeSplit(input).verdict).toBe('Pass');
    expect(judgeSplit({ ...input, config: { ...input.config, planned: 51 } })).toMatchObject({
      verdict: 'Inconclusive',
      reason: 'too-little-evidence',
    });
  });

  test('without any error on either side it passes when errors are proved to be rare', () => {
    expect(judgeSplit(steady(10, [10, 0], [10, 0])).verdict).toBe('Inconclusive');
    expect(judgeSplit(steady(10, [200, 0], [200, 0])).verdict).toBe('Pass');
  });

  test('what is tolerated does not fail', () => {
    const twice = steady(20, [1000, 20], [1000, 35]);
    expect(judgeSplit(twice).verdict).toBe('Fail');
    expect(judgeSplit({ ...twice, config: { ...twice.config, toleratedErrors: 2, noticeErrors: 4 } }).verdict).toBe('Pass');
    const slower = {
      windows: release({ windows: 20, baseline: same, canary: { ...same, slower: 1.2 } }),
      config: { compare: ['latency'] as const },
    };
    expect(judgeSplit(slower).verdict).toBe('Fail');
    expect(judgeSplit({ ...slower, config: { ...slower.config, toleratedLatency: 1.4 } }).verdict).not.toBe('Fail');
  });

  test('a slowdown within what is tolerated does not fail, though nobody knows how fast the requests in the fastest bucket were', () => {
    const windows = release({ windows: 30, baseline: same, canary: { ...same, slower: 1.3 } });
    expect(judgeSplit({ windows, config: { compare: ['latency'], toleratedLatency: 1.5 } }).verdict).toBe('Pass');
    expect(judgeSplit({ windows, config: { compare: ['latency'], toleratedLatency: 1.05 } }).verdict).toBe('Fail');
  });

  test('a canary that turns bad does not live on its good past', () => {
    const good = steady(60, [500, 5], [500, 5]).windows;
    const late = (errors: readonly Maybe[]) => errors.map((value, window) => (window < 40 ? value : 13));
    const windows = { ...good, canary: { ...good.canary, errors: late(good.canary.errors) } };
    expect(judgeSplit({ windows, config: { compare: ['errors'] } }).verdict).toBe('Fail');
  });
});

describe('no verdict from nothing', () => {
  const side = (requests: readonly Maybe[], errors: readonly Maybe[]): SideCounts => ({ requests, errors, buckets: [] });
  const full = side([1000, 1000], [10, 10]);
  test.each([
    { what: 'empty', canary: side([], []), baseline: full, reason: 'no-canary-data' },
    { what: 'null', canary: side([null, null], [null, null]), baseline: full, reason: 'no-canary-data' },
    { what: 'idle', canary: side([0, 0], [0, 0]), baseline: full, reason: 'no-canary-data' },
    { what: 'NaN', canary: side([Number.NaN, 5], [1, Number.NaN]), baseline: full, reason: 'not-finite' },
    {
      what: 'infinite',
      canary: side([1000, 1000], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
      baseline: full,
      reason: 'not-finite',
    },
    { what: 'without a baseline', canary: full, baseline: null, reason: 'no-stable-data' },
    { what: 'against an idle baseline', canary: full, baseline: side([0, 0], [0, 0]), reason: 'no-stable-data' },
  ])('a canary that is $what is Inconclusive: $reason', ({ canary, baseline, reason }) => {
    const judged = judgeSplit({ windows: { seconds: 30, le: [], baseline, canary }, config: { compare: ['errors'] } });
    expect(judged).toMatchObject({ verdict: 'Inconclusive', reason, metrics: [{ evidence: null, ratio: null, interval: [null, null] }] });
  });

  test('nothing to judge is Inconclusive', () => {
    expect(judgeSplit({ windows: { seconds: 30, le: [], baseline: full, canary: full }, config: { compare: [] } }).verdict).toBe(
      'Inconclusive',
    );
  });

  test('what could not be used is reported', () => {
    const canary = side([null, Number.NaN, 1000], [1, -1, 10]);
    expect(judgeSplit({ windows: { seconds: 30, le: [], baseline: full, canary } }).missing).toEqual({ windows: 2, values: 2 });
  });

  test('whatever comes in, every number that goes out is finite or null, and the sentence is short', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    const values = fc.array(value, { maxLength: 6 });
    const anySide = fc.record({
      requests: values,
      errors: values,
      buckets: fc.array(fc.option(fc.array(value, { maxLength: 4 })), { maxLength: 6 }),
    });
    const exposed = fc.record({ events: values, exposure: values });
    const input = fc.record({
      windows: fc.record({ seconds: fc.constant(30), le: fc.constantFrom([], [0.1, 1]), baseline: fc.option(anySide), canary: anySide }),
      counts: fc.array(fc.record({ name: fc.constant('restarts'), baseline: exposed, canary: exposed }), { maxLength: 1 }),
      gauges: fc.array(fc.record({ name: fc.constant('memory'), baseline: values, canary: values }), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(input, (given) => {
        const limits = [
          { metric: 'p99', kind: 'times-stable', times: 1.5 },
          { metric: 'p99', kind: 'at-most', value: 0.5 },
        ] as const;
        const judged = judgeSplit({ ...given, config: { limits } });
        expect(JSON.parse(JSON.stringify(judged))).toEqual(judged);
        expect(judged.sentence.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('what must not matter', () => {
  const verdicts = (input: SplitInput) => judgeSplit(input).metrics.map(({ name, verdict, evidence }) => ({ name, verdict, evidence }));
  const releases = fc.record({
    windows: fc.integer({ min: 0, max: 12 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
    errors: fc.constantFrom(0.01, 0.05, 0.2),
    slower: fc.constantFrom(1, 1.5, 3),
  });
  const built = ({ windows, seed, errors, slower }: { windows: number; seed: number; errors: number; slower: number }) =>
    release({ windows, seed, baseline: { requests: 60, errors: 0.02 }, canary: { requests: 40, errors, slower } });

  test('the unit of latency', () => {
    fc.assert(
      fc.property(releases, (spec) => {
        const windows = built(spec);
        expect(verdicts({ windows: { ...windows, le: windows.le.map((bound) => bound * 1000) } })).toEqual(verdicts({ windows }));
      }),
      { numRuns: 30, seed: 6 },
    );
  });

  test('windows without traffic on one side, wherever they are', () => {
    fc.assert(
      fc.property(releases, fc.nat(), fc.constantFrom('baseline', 'canary'), (spec, where, idle) => {
        const windows = built(spec);
        const at = where % (spec.windows + 1);
        const wider = {
          ...windows,
          baseline: insert(windows.baseline, at, idle === 'baseline'),
          canary: insert(windows.canary, at, idle === 'canary'),
        };
        expect(verdicts({ windows: wider })).toEqual(verdicts({ windows }));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('a journey through JSON, and being asked again', () => {
    const windows = built({ windows: 12, seed: 1, errors: 0.05, slower: 1.5 });
    const input: SplitInput = { windows, config: { alpha: 0.05 } };
    expect(judgeSplit(JSON.parse(JSON.stringify(input)) as SplitInput)).toEqual(judgeSplit(input));
  });

  function insert(side: SideCounts | null, at: number, idle: boolean): SideCounts {
    const put = <T>(values: readonly T[], value: T): readonly T[] => [...values.slice(0, at), value, ...values.slice(at)];
    const { requests, errors, buckets } = side ?? { requests: [], errors: [], buckets: [] };
    const count = idle ? 0 : 50;
    return { requests: put(requests, count), errors: put(errors, idle ? 0 : 3), buckets: put(buckets, Array(6).fill(count)) };
  }
});

describe('settings', () => {
  test('all that are out of range are named at once', () => {
    const judged = () =>
      judgeSplit({
        ...steady(1, [1, 0], [1, 0]),
        config: { alpha: 2, toleratedErrors: 0, limits: [{ metric: 'p99', kind: 'at-most', value: -1 }] },
      });
    expect(judged).toThrow(
      /alpha: above 0 and at most 0.5 is expected, got 2; toleratedErrors: .* got 0; .*limits\[0\].value: seconds above 0/,
    );
  });

  test('a larger share of the error budget is a lower bound', () => {
    const windows = release({ windows: 3, baseline: same, canary: same });
    const boundsOf = (weights: Record<string, number>) =>
      judgeSplit({ windows, config: { weights } }).metrics.map(({ bound }) => Math.exp(-bound));
    expect(boundsOf({})).toEqual([expect.closeTo(0.005, 9), expect.closeTo(0.005, 9)]);
    expect(boundsOf({ errors: 3 })).toEqual([expect.closeTo(0.0075, 9), expect.closeTo(0.0025, 9)]);
  });

  test('learned noise takes evidence away', () => {
    const noisy = steady(6, [1000, 20], [1000, 40]);
    const evidenceWith = (variance: number) =>
      judgeSplit({ ...noisy, config: { ...noisy.config, dispersion: { errors: { variance, autocorrelation: 4 } } } }).metrics[0]
        ?.evidence ?? 0;
    expect(evidenceWith(0)).toBeGreaterThan(2 * evidenceWith(0.1));
  });
});

test('one failing metric fails the release, and one open metric keeps it open', () => {
  const verdictOf = (errors: number, minutes: number): Verdict =>
    judgeSplit({ windows: release({ windows: minutes, baseline: same, canary: { ...same, errors } }) }).verdict;
  expect([verdictOf(0.2, 10), verdictOf(0.01, 3)]).toEqual(['Fail', 'Inconclusive']);
});
