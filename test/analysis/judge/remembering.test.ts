import fc from 'fast-check';
import { judgeSplit } from '../../../analysis/judge/split/judge';
import { remembering } from '../../../analysis/judge/split/remembering';
import { settings } from '../../../analysis/judge/split/settings';
import { cleaned } from '../../../analysis/judge/split/windows';
import type { AbsoluteLimit, SplitConfig, SplitInput } from '../../../analysis/judge/types';
import { release } from './support';

const limits: readonly AbsoluteLimit[] = [
  { metric: 'error-rate', kind: 'at-most', value: 0.05 },
  { metric: 'error-rate', kind: 'times-stable', times: 2 },
  { metric: 'p99', kind: 'times-stable', times: 1.5 },
];
const configs = fc.constantFrom<SplitConfig>({}, { limits }, { toleratedErrors: 2, noticeErrors: 4, limits }, { compare: ['errors'] });
const looks = fc
  .record({
    windows: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer({ min: 1, max: 3 }),
    requests: fc.constantFrom(0, 1, 40),
    config: configs,
  })
  .map(({ windows, seed, requests, config }): SplitInput => {
    const sides = { baseline: { requests: 60, errors: 0.05 }, canary: { requests, errors: 0.2, slower: 1.5 } };
    return { windows: release({ windows, seed, ...sides }), config };
  });

test('what is remembered changes no judgement, whoever asked before, in whatever order, and however little there is room for', () => {
  fc.assert(
    fc.property(fc.array(looks, { minLength: 1, maxLength: 8 }), fc.constantFrom(1, 3, 1_000), (asked, room) => {
      const preparation = remembering(room);
      for (const input of [...asked, ...asked]) expect(judgeSplit(input, preparation)).toEqual(judgeSplit(input));
    }),
    { numRuns: 40, seed: 11 },
  );
});

test('windows that differ in one number only are not taken for each other', () => {
  const windows = release({ windows: 4, baseline: { requests: 60, errors: 0.05 }, canary: { requests: 60, errors: 0.05 } });
  const { canary } = windows;
  const changed: readonly SplitInput['windows'][] = [
    { ...windows, canary: { ...canary, requests: canary.requests.map((n) => (n ?? 0) + 1) } },
    { ...windows, canary: { ...canary, errors: canary.errors.map((n) => (n ?? 0) + 1) } },
    { ...windows, canary: { ...canary, buckets: canary.buckets.map((row) => (row ?? []).map((n, i) => (i === 0 ? (n ?? 0) - 1 : n))) } },
    { ...windows, canary: { ...canary, buckets: canary.buckets.map(() => null) } },
    { ...windows, baseline: canary, canary: windows.baseline ?? canary },
    { ...windows, le: windows.le.map((bound) => 2 * bound) },
  ];
  const preparation = remembering(1_000);
  judgeSplit({ windows }, preparation);
  for (const other of changed) expect(judgeSplit({ windows: other }, preparation)).toEqual(judgeSplit({ windows: other }));
});

test('a window that is seen twice is kept, as long as it is among the newest', () => {
  const sides = { baseline: { requests: 60, errors: 0.05 }, canary: { requests: 60, errors: 0.05 } };
  const windows = release({ windows: 3, ...sides });
  const prepare = remembering(3)(windows.le, settings(), 3);
  const prepared = () => cleaned(windows).windows.map(prepare);
  const [once, twice, again] = [prepared(), prepared(), prepared()];
  expect(twice.map((one, i) => one === once[i])).toEqual([false, false, false]);
  expect(again.map((one, i) => one === twice[i])).toEqual([true, true, true]);
  cleaned(release({ windows: 7, seed: 2, ...sides })).windows.map(prepare);
  expect(prepared().map((one, i) => one === twice[i])).toEqual([false, false, false]);
});

test('a release that is longer than all that is kept pushes nobody out', () => {
  const sides = { baseline: { requests: 60, errors: 0.05 }, canary: { requests: 60, errors: 0.05 } };
  const [short, long] = [release({ windows: 3, ...sides }), release({ windows: 7, seed: 2, ...sides })];
  const preparation = remembering(3);
  const prepared = (windows: typeof short) => {
    const all = cleaned(windows).windows;
    return all.map(preparation(windows.le, settings(), all.length));
  };
  prepared(short);
  const kept = prepared(short);
  for (let look = 0; look < 3; look++) prepared(long);
  expect(prepared(short).map((one, i) => one === kept[i])).toEqual([true, true, true]);
});
