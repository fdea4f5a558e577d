import { finished } from '../../../analysis/judge/work';
import { briefOf } from '../../../analysis/judging/brief';
import { quantileOf } from '../../../analysis/judging/figures';
import { kayentaJudge } from '../../../analysis/judging/kayenta';
import type { JudgedRelease } from '../../../analysis/judging/opinion';
import { splitJudge } from '../../../analysis/judging/split';
import { warmUp } from '../../../analysis/judging/warm-up';
import { type Counted, counted, rolloutWith } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const rollout = rolloutWith({});

/** Counts that rise and fall a little, as they do: equal windows have nothing to compare. */
function released(data: Counted, objectives = rollout.objectives): JudgedRelease {
  const { windows } = counted(data);
  const { canary, stable } = windows;
  const waver = (n: number | null, i: number) => (n === null ? null : Math.max(0, n + (i % 3) - 1));
  return {
    rollout,
    objectives,
    windows: {
      ...windows,
      canary: { ...canary, errors: canary.errors.map(waver) },
      stable: stable && { ...stable, errors: stable.errors.map((n, i) => waver(n, i + 1)) },
    },
  };
}

describe('a comparison that nobody asked for', () => {
  const onlyErrors = rolloutWith({ objectives: [{ metric: 'error-rate', limit: { kind: 'at-most', value: 0.05 } }] }).objectives;
  const few = { windows: 5, canary: { requests: 100, errors: 0 }, stable: { requests: 900, errors: 1 } };

  test('is a veto: a release need not wait until it could have seen something', () => {
    const { verdict, message, details } = finished(splitJudge.judge(released(few, onlyErrors)));
    expect(details.map(({ name, verdict: one, vetoOnly }) => [name, one, vetoOnly])).toEqual([
      ['errors', 'Inconclusive', true],
      ['error-rate at most 0.05', 'Pass', false],
    ]);
    expect([verdict, message]).toEqual(['Pass', 'Healthy: error-rate at most 0.05; nothing speaks against errors.']);
  });

  test('holds a release as long as something speaks against the canary', () => {
    const { verdict, reason, details } = finished(splitJudge.judge(released({ ...few, canary: { requests: 100, errors: 1 } }, onlyErrors)));
    expect(details[0]?.evidence).toBeGreaterThan(0);
    expect([verdict, reason]).toEqual(['Inconclusive', 'too-little-evidence']);
    expect(briefOf(details)[0]).toMatchObject({ name: 'error-rate', verdict: 'Inconclusive' });
  });

  test('fails a release below the absolute limit', () => {
    const { verdict, reason } = finished(
      splitJudge.judge(released({ ...few, canary: { requests: 3_000, errors: 60 }, stable: { requests: 27_000, errors: 4 } }, onlyErrors)),
    );
    expect([verdict, reason]).toEqual(['Fail', 'worse-than-stable']);
  });

  test('does not stand in the short answer unless it decided', () => {
    expect(briefOf(finished(splitJudge.judge(released(few, onlyErrors))).details)).toEqual([
      expect.objectContaining({ name: 'error-rate', verdict: 'Pass' }),
    ]);
  });

  test('is none where an objective is relative to stable', () => {
    expect(finished(splitJudge.judge(released(few))).details.map(({ name, vetoOnly }) => [name, vetoOnly])).toEqual([
      ['errors', true],
      ['latency', false],
      ['error-rate at most 0.05', false],
      ['p99 at most 1.5 x stable', false],
    ]);
  });
});

describe('the judge of Kayenta', () => {
  test('passes a canary like the stable side', () => {
    const { verdict, details } = finished(kayentaJudge.judge(released({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } })));
    expect(verdict).toBe('Pass');
    expect(details.map(({ name, kind }) => [name, kind])).toEqual([
      ['errors', 'comparison'],
      ['latency', 'comparison'],
      ['error-rate at most 0.05', 'limit'],
      ['p99 at most 1.5 x stable', 'limit'],
    ]);
  });

  test('fails a canary with more errors, naming the metric', () => {
    const { verdict, reason, message } = finished(kayentaJudge.judge(released({ windows: 20, canary: { requests: 600, errors: 12 } })));
    expect([verdict, reason, message]).toEqual(['Fail', 'worse-than-stable', expect.stringMatching(/errors was classified as High/)]);
  });

  test('one window is Inconclusive, where Kayenta itself would pass', () => {
    expect(finished(kayentaJudge.judge(released({ windows: 1 }))).verdict).toBe('Inconclusive');
  });

  test('no data is Inconclusive', () => {
    expect(finished(kayentaJudge.judge(released({ windows: 0 })))).toMatchObject({ verdict: 'Inconclusive', reason: 'no-canary-data' });
  });

  test('an absolute limit holds beside it', () => {
    const same = { requests: 600, errors: 60 };
    const { verdict, reason } = finished(kayentaJudge.judge(released({ windows: 20, canary: same, stable: same })));
    expect([verdict, reason]).toEqual(['Fail', 'over-limit']);
  });
});

test.each([
  [0.5, [10, 20, 20], 1],
  [0.25, [10, 20, 20], 0.5],
  [0.99, [10, 20, 40], 2],
  [0.5, [0, 0, 0], null],
])('the %p quantile of the cumulative counts %p up to 1 s, 2 s and above is %p', (share, counts, value) => {
  expect(quantileOf(share, [1, 2], counts)).toBe(value);
});

describe('practice before the first release', () => {
  test('goes through every comparison and limit of the catalogue, with no window twice, and changes no opinion', () => {
    const seen: JudgedRelease[] = [];
    const rollouts = [rolloutWith({}), rolloutWith({ name: 'other', windowSeconds: 30 })];
    const before = finished(splitJudge.judge(released({})));
    warmUp({ name: 'split', judge: (release) => splitJudge.judge(seen[seen.push(release) - 1] ?? release) }, rollouts);
    const counts = seen.flatMap(({ windows }) => windows.canary.requests);
    expect(new Set(seen.map(({ rollout }) => rollout))).toEqual(new Set(rollouts));
    expect(new Set(counts).size).toBe(counts.length);
    expect(finished(splitJudge.judge(released({})))).toEqual(before);
  });

  test('without a rollout there is nothing to practise', () => {
    expect(() => warmUp(splitJudge, [])).not.toThrow();
  });
});
