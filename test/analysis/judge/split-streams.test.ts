import { gaussian, uniform } from '../../../analysis/judge/random';
import { bounds } from '../../../analysis/judge/split/budget';
import { calibrate, noiseOf } from '../../../analysis/judge/split/calibrate';
import { discount, dispersion } from '../../../analysis/judge/split/dispersion';
import { gaugeStream, logEvidence } from '../../../analysis/judge/split/gauge';
import { judgeSplit } from '../../../analysis/judge/split/judge';
import { tail } from '../../../analysis/judge/split/latency';
import { quantile } from '../../../analysis/judge/split/quantile';
import { rareEnough } from '../../../analysis/judge/split/rare';
import { settings } from '../../../analysis/judge/split/settings';
import { shares } from '../../../analysis/judge/split/shares';
import { shownScore } from '../../../analysis/judge/split/shown-score';
import type { AbsoluteLimit, EventCounts, GaugeSeries, SplitInput } from '../../../analysis/judge/types';
import { release, steady } from './support';

const same = { requests: 300, errors: 0.01 };

describe('noise beyond counting', () => {
  const prior = { variance: 0.01, windows: 10, autocorrelation: 5 };

  test('without windows it is the prior, and windows as even as counting shrink it', () => {
    const even = Array.from({ length: 40 }, () => shares({ baseline: 1, canary: 1, events: 100, observed: 50 }));
    expect(dispersion([], prior)).toEqual({ variance: 0.01, autocorrelation: 5 });
    expect(dispersion(even, prior).variance).toBeLessThan(0.003);
  });

  test('windows that are evener than counting allows shrink it further, though never below a quarter', () => {
    const noiseOfWaver = (by: number) => {
      const laws = [42, 58, 45, 55].map((x) => shares({ baseline: 1, canary: 1, events: 100, observed: 50 + by * (x - 50) }));
      return dispersion([...laws, ...laws, ...laws], prior).variance;
    };
    expect(noiseOfWaver(0.8)).toBeLessThan(noiseOfWaver(0.9));
    expect(noiseOfWaver(0.9)).toBeLessThan(noiseOfWaver(1));
    expect(noiseOfWaver(0)).toBe(prior.variance / 4);
  });

  test('windows that swing more than counting allows raise it, a lasting difference does not', () => {
    const swinging = Array.from({ length: 40 }, (_, window) =>
      shares({ baseline: 1, canary: 1, events: 100, observed: window % 2 === 0 ? 35 : 65 }),
    );
    const shifted = Array.from({ length: 40 }, () => shares({ baseline: 1, canary: 1, events: 100, observed: 65 }));
    expect(dispersion(swinging, prior).variance).toBeGreaterThan(0.2);
    expect(dispersion(shifted, prior).variance).toBeLessThan(0.003);
  });

  test('a count of variance 20 counts half at a variance of 0.01 and an autocorrelation of 5', () => {
    expect(discount({ variance: 0.01, autocorrelation: 5 }, 20)).toBe(2);
  });

  test('two halves of the stable pods teach variance and memory', () => {
    const normal = gaussian(uniform(3));
    let state = 0;
    const laws = Array.from({ length: 2000 }, () => {
      state = 0.6 * state + 0.8 * 0.3 * normal();
      const share = 1 / (1 + Math.exp(-state));
      return shares({ baseline: 1, canary: 1, events: 400, observed: 400 * share + Math.sqrt(400 * share * (1 - share)) * normal() });
    });
    const learned = noiseOf(laws);
    expect(learned?.variance).toBeGreaterThan(0.08);
    expect(learned?.variance).toBeLessThan(0.12);
    expect(learned?.autocorrelation).toBeGreaterThan(3.2);
    expect(learned?.autocorrelation).toBeLessThan(5);
  });

  test('too few windows teach nothing, and each stream has its own noise', () => {
    expect(calibrate(release({ windows: 20, baseline: same, canary: same }))).toEqual({});
    const learned = calibrate(release({ windows: 150, baseline: { requests: 200, errors: 0.1 }, canary: { requests: 200, errors: 0.1 } }));
    expect(Object.keys(learned)).toEqual(expect.arrayContaining(['errors', 'latency', 'latency at 0.1']));
    expect(learned['errors']?.variance).toBeLessThan(0.05);
  });
});

describe('gauges', () => {
  const normal = gaussian(uniform(8));
  const level = (mean: number, windows: number) => Array.from({ length: windows }, () => mean * Math.exp(0.05 * normal()));
  const judged = (gauge: Partial<GaugeSeries>) =>
    judgeSplit({
      ...steady(0, [1, 0], [1, 0]),
      gauges: [{ name: 'memory', baseline: level(100, 40), canary: level(100, 40), ...gauge }],
      config: { compare: [] },
    });

  test('the evidence of an effect of 2 in ten windows is 5.58', () => {
    expect(logEvidence(10, 2)).toBeCloseTo(-Math.log(11) / 2 + 5 * Math.log((1 + 40 / 9) / (1 + 40 / 99)), 12);
    expect(logEvidence(10, 2)).toBeCloseTo(5.58, 2);
    expect(logEvidence(1, 5)).toBe(0);
  });

  test.each([
    { what: 'as on the baseline', canary: 100, verdict: 'Pass' },
    { what: '5 % more', canary: 105, verdict: 'Pass' },
    { what: '60 % more', canary: 160, verdict: 'Fail' },
    { what: '60 % less', canary: 40, verdict: 'Pass' },
  ])('a level $what is a $verdict', ({ canary, verdict }) => {
    expect(judged({ canary: level(canary, 40) }).verdict).toBe(verdict);
  });

  test('a level has no unit that the judge knows', () => {
    expect(judged({ canary: level(160, 40) }).sentence).toMatch(/^memory worse than stable: 1\d\d against [\d.]+, ratio 1\.[\d]+ \[/);
  });

  test.each([
    { what: 'one window', gauge: { baseline: [1], canary: [9] } },
    { what: 'a constant ratio', gauge: { baseline: Array(50).fill(1), canary: Array(50).fill(9) } },
    { what: 'equal constants', gauge: { baseline: Array(50).fill(1), canary: Array(50).fill(1) } },
    { what: 'no numbers', gauge: { canary: Array(50).fill(Number.NaN) } },
    { what: 'zeros', gauge: { canary: Array(50).fill(0) } },
  ])('$what: Inconclusive', ({ gauge }) => {
    expect(judged(gauge).verdict).toBe('Inconclusive');
  });

  test('a constant ratio is named as such', () => {
    expect(gaugeStream({ baseline: [1, 2, 3], canary: [2, 4, 6] }, 1.1, 5, undefined)).toMatchObject({ constant: true, evidence: 0 });
  });
});

describe('rare events without a denominator', () => {
  const restarts = (baseline: number, canary: number, windows = 12): EventCounts => {
    const side = (events: number) => ({ events: Array(windows).fill(events), exposure: Array(windows).fill(90) });
    return { name: 'restarts', baseline: side(baseline), canary: side(canary) };
  };
  const judged = (counts: EventCounts) => judgeSplit({ ...steady(12, [0, 0], [0, 0]), counts: [counts], config: { compare: [] } });

  test.each([
    { what: 'only on the canary', counts: restarts(0, 1), verdict: 'Fail' },
    { what: 'on neither side for ten windows', counts: restarts(0, 0), verdict: 'Pass' },
    { what: 'on neither side for five windows', counts: restarts(0, 0, 5), verdict: 'Inconclusive' },
    { what: 'as often on both sides, and few', counts: restarts(1, 1), verdict: 'Inconclusive' },
    { what: 'as often on both sides, and many', counts: restarts(40, 40), verdict: 'Pass' },
  ])('$what: $verdict', ({ counts, verdict }) => {
    expect(judged(counts).verdict).toBe(verdict);
  });

  test('about 11 events that are all on the canary are enough at equal exposure', () => {
    expect([judged(restarts(0, 1, 7)).verdict, judged(restarts(0, 1, 13)).verdict]).toEqual(['Inconclusive', 'Fail']);
  });
});

describe('what is tolerated of rare events', () => {
  const side = { events: Array(12).fill(4), exposure: Array(12).fill(600) };
  const counts: EventCounts = { name: 'restarts', baseline: side, canary: side };
  const judged = (config: SplitInput['config']) =>
    judgeSplit({ ...steady(12, [0, 0], [0, 0]), counts: [counts], config: { compare: [], ...config } });

  test('is less than what is worth noticing, if nothing is said of that', () => {
    expect(judged({ toleratedEvents: 3 })).toEqual(judged({ toleratedEvents: 3, noticeErrors: 4.5 }));
    expect(judged({ toleratedEvents: 3 }).verdict).toBe('Pass');
  });

  test('cannot be as much as what is worth noticing', () => {
    expect(() => judged({ toleratedEvents: 3, noticeErrors: 3 })).toThrow(
      'noticeErrors: a finite ratio above toleratedEvents is expected, got 3',
    );
    expect(() => judged({ toleratedErrors: 3, noticeErrors: 2 })).toThrow(
      'noticeErrors: a finite ratio above toleratedErrors is expected, got 2',
    );
  });
});

describe('absolute limits', () => {
  const limited = (limit: AbsoluteLimit, input: SplitInput) => judgeSplit({ ...input, config: { compare: [], limits: [limit] } });
  const errorsAt = (errors: number, windows = 20) => steady(windows, [0, 0], [200, errors]);

  test.each([
    { errors: 2, verdict: 'Pass' },
    { errors: 10, verdict: 'Pass' },
    { errors: 12, verdict: 'Inconclusive' },
    { errors: 20, verdict: 'Fail' },
  ])('20 windows with $errors errors in 200 requests, at most 5 percent: $verdict', ({ errors, verdict }) => {
    expect(limited({ metric: 'error-rate', kind: 'at-most', value: 0.05 }, errorsAt(errors)).verdict).toBe(verdict);
  });

  test('a single bad window is noise', () => {
    expect(limited({ metric: 'error-rate', kind: 'at-most', value: 0.05 }, errorsAt(40, 1)).verdict).toBe('Inconclusive');
  });

  test.each([
    { slower: 1, limit: { metric: 'p99', kind: 'at-most', value: 0.5 } as const, verdict: 'Pass' },
    { slower: 4, limit: { metric: 'p99', kind: 'at-most', value: 0.5 } as const, verdict: 'Fail' },
    { slower: 1, limit: { metric: 'p99', kind: 'times-stable', times: 1.5 } as const, verdict: 'Pass' },
    { slower: 3, limit: { metric: 'p99', kind: 'times-stable', times: 1.5 } as const, verdict: 'Fail' },
  ])('latency times $slower against $limit is a $verdict', ({ slower, limit, verdict }) => {
    const judged = limited(limit, { windows: release({ windows: 20, baseline: same, canary: { ...same, slower } }) });
    expect(judged.metrics[0]).toMatchObject({ verdict, canary: { n: 6000 } });
  });

  test('a limit on the canary alone needs no baseline, one against the baseline does', () => {
    const windows = { ...release({ windows: 20, baseline: same, canary: same }), baseline: null };
    expect(limited({ metric: 'error-rate', kind: 'at-most', value: 0.05 }, { windows }).verdict).toBe('Pass');
    expect(limited({ metric: 'p99', kind: 'times-stable', times: 1.5 }, { windows })).toMatchObject({
      verdict: 'Inconclusive',
      reason: 'no-stable-data',
    });
  });

  test('a limit beyond the last bucket bound is never decided, and says why', () => {
    const windows = release({ windows: 20, baseline: same, canary: { ...same, slower: 30 } });
    expect(limited({ metric: 'p99', kind: 'at-most', value: 5 }, { windows })).toMatchObject({
      verdict: 'Inconclusive',
      reason: 'too-little-evidence',
      sentence: 'p99 at most 5 too little evidence: no latency bucket reaches 5 s.',
    });
  });
});

test('limits beside the comparison have a fifth of the error budget', () => {
  const drafts = [
    { name: 'errors', kind: 'comparison' },
    { name: 'latency', kind: 'comparison' },
    { name: 'p99 at most 1', kind: 'limit' },
  ] as const;
  const shared = bounds(drafts, settings()).map((bound) => Math.exp(-bound));
  expect(shared).toEqual([expect.closeTo(0.004, 9), expect.closeTo(0.004, 9), expect.closeTo(0.002, 9)]);
});

test('30 of 100 requests are slower than half way between bounds with 50 and 10 slower ones', () => {
  const side = { slower: [50, 10], timed: 100, requests: 100, errors: 0 };
  expect(tail(side, [0.1, 0.2], 0.15, 'linear')).toBeCloseTo(30, 9);
  expect(tail(side, [0.1, 0.2], Math.sqrt(0.02), 'logit')).toBeCloseTo(101 / (1 + Math.sqrt(90.5 / 10.5)) - 0.5, 9);
  expect(tail(side, [0.1, 0.2], 0.3, 'linear')).toBeNaN();
});

test('the 75th percentile is half way into the bucket that holds the second half', () => {
  expect(quantile({ slower: [50, 0], timed: 100 }, [0.1, 0.2], 0.75)).toBeCloseTo(0.15, 9);
  expect(quantile({ slower: [50, 10], timed: 100 }, [0.1, 0.2], 0.99)).toBeNull();
});

test('no events in 1500 requests are rare enough, 8 are not', () => {
  expect([rareEnough(0, 1500, Math.log(200)), rareEnough(8, 1500, Math.log(200))]).toEqual([true, false]);
});

test('an open verdict is a score between the thresholds, a pass to none of them', () => {
  const thresholds = { pass: 95, marginal: 75 };
  expect((['Pass', 'Fail', 'Inconclusive'] as const).map((verdict) => shownScore(verdict, thresholds))).toEqual([100, 0, 85]);
});
