import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { burnRates, sloAlerts } from '../../lib/alerts-slo';
import { errorRate } from '../../lib/metric';
import { percent } from '../../lib/units';
import { canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest, series } from './promtool';

const release = canaryRollout();
const [, slo] = releaseRules(release, { alerts: defaultAlerts, runbooks: 'https://runbooks.example.com' });
// Every four minutes is often enough for windows of hours, and keeps the test short.
const slow = slo ? [{ ...slo, interval: '4m' }] : [];
const target = 'namespace="production",app="catalog",version="2.0.0",track="stable"';

/** 10 000 requests a minute for four hours without an error, then a share of them fails for so many minutes, and then none again. */
function incident(share: number, minutes: number): string {
  const step = Math.round(10_000 * share);
  return `0x240 ${step}+${step}x${minutes - 1} ${step * minutes}x600`;
}

const fast = (count: number) => ({ ErrorBudgetBurnsFast: count });
const slowly = (count: number) => ({ ErrorBudgetBurnsSlowly: count });

interface Incident {
  readonly name: string;
  readonly failed?: string;
  /** Successful requests of another version. */
  readonly other?: string;
  /** What fires so many minutes after its beginning. */
  readonly after: readonly (readonly [minutes: number, fires: Readonly<Record<string, number>>])[];
}

// The app is four hours old: over six hours, a day and three days its ratio is the same.
const incidents: readonly Incident[] = [
  { name: 'no error, and no series of errors', after: [[60, {}]] },
  {
    name: 'everything fails: a ticket after 4 minutes, after 8 both pages and no ticket beside them',
    failed: incident(1, 600),
    after: [
      [4, slowly(2)], // 4 of 244 minutes are 1.6 %, more than 3 times the budget
      [8, fast(2)], // 8 of 60 are 13 %, 8 of 248 are 3.2 %
    ],
  },
  {
    name: 'half fails',
    failed: incident(0.5, 600),
    after: [
      [8, slowly(2)], // 4 of 60 are 6.7 %: not yet 14.4 times the budget
      [12, fast(1)], // 6 of 60 are 10 %
    ],
  },
  {
    name: 'a fifth fails',
    failed: incident(0.2, 600),
    after: [
      [20, slowly(2)], // 4 of 60 are 6.7 %
      [24, fast(1)], // 4.8 of 60 are 8 %
    ],
  },
  { name: '3 % fail for an hour: not worth a night', failed: incident(0.03, 600), after: [[60, slowly(1)]] },
  { name: '2 % fail for two hours: a ticket', failed: incident(0.02, 600), after: [[120, slowly(1)]] },
  { name: '1 % fails for two hours: less than the budget, because four hours were good', failed: incident(0.01, 600), after: [[120, {}]] },
  {
    name: 'ten bad minutes are over: first the budget counts and nobody is woken, then nothing is left to do',
    failed: incident(1, 10),
    after: [
      [44, slowly(2)],
      [380, {}],
    ],
  },
  {
    name: '6 % fail, which is not 14.4 times the budget: the page comes by the window of six hours',
    failed: incident(0.06, 600),
    after: [
      [60, slowly(1)], // 3.6 of 300 minutes are 1.2 %
      [160, slowly(2)], // 9.6 of 360 are 2.7 %
      [190, fast(1)], // 11.4 of 360 are 3.2 %, more than 6 times the budget
    ],
  },
  {
    name: 'the process restarts in the middle and its counters begin anew',
    failed: `${incident(0.2, 20).replace(/ \d+x600$/, '')} 2000+2000x100`,
    after: [[24, fast(1)]],
  },
  {
    name: 'the first errors ever make a new series',
    failed: `_x240 2000+2000x600`,
    after: [[26, fast(1)]],
  },
  {
    name: 'one of two versions fails half of its requests: users meet a quarter',
    failed: incident(0.5, 600),
    other: '0+10000x960',
    after: [[22, fast(1)]],
  },
];

describeWithPrometheus('the error budget', () => {
  test(`burns as the windows say in ${incidents.length} incidents`, async () => {
    const cases: Case[] = incidents.flatMap(({ name, failed, other, after }) =>
      after.map(([minutes, fires]) => ({
        name,
        at: `${240 + minutes}m`,
        fires,
        series: series({
          [`http_requests_total{${target},status="200"}`]: '0+10000x960',
          ...(other ? { [`http_requests_total{${target.replace('2.0.0', '1.0.0')},status="200"}`]: other } : {}),
          ...(failed ? { [`http_requests_total{${target},status="503"}`]: failed } : {}),
        }),
      })),
    );
    expect(await promtoolTest(slow, cases, { interval: '1m', evaluation: '4m' })).toBeUndefined();
  }, 60_000);

  test('counts for an app without traffic, or without metrics, as nothing', async () => {
    const idle = series({ [`http_requests_total{${target},status="200"}`]: '5x200' });
    const cases = [
      { name: 'idle', at: '100m', series: idle },
      { name: 'absent', at: '100m', series: [] },
    ];
    expect(await promtoolTest(slow, cases, { interval: '1m', evaluation: '4m' })).toBeUndefined();
  }, 60_000);
});

test('a burn rate that more than all requests would have to reach has no alert', () => {
  const factors = (budget: number) => sloAlerts(release, errorRate.atMost(percent(budget))).length;
  expect(factors(0.5)).toBe(burnRates.length);
  expect(factors(10)).toBe(3); // 14.4 times 10 % is more than everything
  expect(factors(50)).toBe(1);
});
