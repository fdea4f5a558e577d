import { Tally } from '../../migrate/tally';

const of = (passed: number, done = 0) => ({
  ...{ migration: 'm', activity: 'backfill' as const, pass: 1, ranges: { done, total: 8 }, passed, total: 10_000 },
  ...{ lagMs: undefined, throttle: [] },
});

test('how long still is the time of all processes together, from the first documents on', () => {
  let now = 0;
  const tally = new Tally({ monotonic: () => now, sleep: async () => undefined }, 100);
  tally.add(1, { scanned: 0, modified: 0, quarantined: 0 }, 1);
  tally.progress(of(0));
  now = 1000;
  tally.add(1, { scanned: 1000, modified: 0, quarantined: 0 }, 1);
  // Another process has done as much; no range has ended yet.
  expect(tally.progress(of(2000))).toMatchObject({ rate: 1000, passed: 2000, etaSeconds: 4 });
  now = 5000;
  expect(tally.progress(of(10_500, 8))).toMatchObject({ etaSeconds: 0 });
});
