import { fill } from '../../analysis/providers/prometheus/template';
import { alertingRule } from '../../lib/alert';
import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { platformAlerts } from '../../lib/alerts-platform';
import { deploymentDashboard } from '../../lib/dashboard-deployment';
import type { Dashboard } from '../../lib/dashboard-model';
import { overviewDashboard } from '../../lib/dashboard-overview';
import { limitsOf, releaseLimits } from '../../lib/limits';
import { judgeQueries, type MetricSource } from '../../lib/promql';
import { referenceRules } from '../../lib/reference-rules';
import type { AlertingRule, RecordingRule } from '../../lib/rules';
import { describeWithPrometheus, type RunningPrometheus } from '../support/prometheus';
import { ask, number, startWithRecords } from './ask';
import { appSeries, begin, istioSeries, now, platformSeries, type Version } from './canned';
import { canned, stable } from './canned-releases';
import { canaryRollout } from './releases';

const revised = {
  namespace: 'production',
  app: 'twin',
  version: '1.0.0',
  track: 'canary',
  rollouts_pod_template_hash: 'gggggggggg',
  pod: 'twin-gggggggggg-0',
};
const all = Object.values(canned);
const addresses = { runbooks: 'https://runbooks.example.com' };
const options = { alerts: defaultAlerts, ...addresses };
const reference = referenceRules(
  'production',
  all.map(({ release }) => release),
  limitsOf(defaultAlerts),
  addresses,
);
const platform = platformAlerts({ namespace: 'production', rollouts: true, database: { connectionBudget: 1500 } });
const rules = [...all.flatMap(({ release }) => releaseRules(release, options)).flatMap((group) => group.rules), ...reference.rules];
const isRecord = (rule: RecordingRule | AlertingRule): rule is RecordingRule => 'record' in rule;

jest.setTimeout(30_000);

describeWithPrometheus('every query, executed on canned releases', () => {
  let prometheus: RunningPrometheus;
  beforeAll(async () => {
    const series = [
      ...all.flatMap(({ release, versions }) =>
        versions.flatMap((one) => (release.metricSource === 'app' ? appSeries(one) : istioSeries(one))),
      ),
      ...platformSeries({ progressing: 'bad', judged: 'switch' }),
      {
        name: 'up',
        labels: revised,
        samples: [[begin, 1] as const, ...Array.from({ length: 120 }, (_, i) => [begin + 15 * (i + 1), 1] as const)],
      },
    ];
    prometheus = await startWithRecords(series, rules.filter(isRecord), begin + 600, now + 60);
  }, 60_000);
  afterAll(() => prometheus?.stop());

  /** What was put in, by app and version, as it is at the moment of the look. */
  const flowing = all.flatMap(({ versions }) =>
    versions.filter(({ gone = 9_999, traffic: [from, to] = [0, 9_999] }) => gone > 1_800 && from <= 1_500 && to >= 1_800),
  );

  describe('the records', () => {
    test.each(flowing.map((one) => ({ ...one, name: `${one.app} ${one.version}` })))(
      '$name: requests, errors and latency are what was put in',
      async (one) => {
        const own = `{namespace="production",app="${one.app}",version="${one.version}"}`;
        const value = (record: string) => number(prometheus.url, `${record}${own}`, now);
        const share = (one.failing ?? 0) / one.rps;
        expect(await value('app_version:http_requests:rate5m')).toBeCloseTo(one.rps, 6);
        if (one.rps === 0) {
          expect(await value('app_version:http_requests_errors:ratio_rate5m')).toBeUndefined();
          expect(await value('deployment:latency:p99')).toBeUndefined();
          return;
        }
        expect(await value('app_version:http_requests_errors:ratio_rate5m')).toBeCloseTo(share, 6);
        expect(await value('app_version:http_request_duration_seconds:p50_rate5m')).toBeCloseTo(percentile(one, 0.5), 6);
        expect(await value('app_version:http_request_duration_seconds:p95_rate5m')).toBeCloseTo(percentile(one, 0.95), 6);
        expect(await value('deployment:error_rate:rate5m')).toBeCloseTo(100 * share, 4);
        expect(await value('deployment:latency:p99')).toBeCloseTo(percentile(one, 0.99), 6);
        expect(await value('app_version:http_request_duration_seconds:p99_rate5m')).toBeCloseTo(percentile(one, 0.99), 6);
        expect(await value('app_version:http_requests_slow:ratio_rate5m')).toBeCloseTo(1 - (one.within?.[1] ?? 1), 6);
      },
    );

    test('a canary that was taken away is no longer there', async () => {
      expect(await ask(prometheus.url, 'app_version:http_requests:rate5m{app="rollback",track="canary"}', now)).toEqual([]);
      const then = await number(
        prometheus.url,
        'app_version:http_requests_errors:ratio_rate5m{app="rollback",track="canary"}',
        begin + 690,
      );
      expect(then).toBeCloseTo(0.2, 6);
    });

    test('two revisions of one version are one row without a track', async () => {
      const rows = await ask(prometheus.url, 'app_version:http_requests:rate5m{app="twin"}', now);
      expect(rows.map(({ labels, value }) => [labels['version'], labels['track'], Math.round(value)])).toEqual([['1.0.0', undefined, 100]]);
    });

    test('after the switch the old side is idle: no ratio, no percentile', async () => {
      const old = '{app="switch",version="1.0.0"}';
      expect(await number(prometheus.url, `app_version:http_requests:rate5m${old}`, now)).toBe(0);
      expect(await ask(prometheus.url, `app_version:http_requests_errors:ratio_rate5m${old}`, now)).toEqual([]);
      expect(await ask(prometheus.url, `app_version:http_request_duration_seconds:p99_rate5m${old}`, now)).toEqual([]);
    });
  });

  test('every alert is a query that Prometheus answers, and the right ones have rows', async () => {
    const alerts = [
      ...rules.filter((rule): rule is AlertingRule => !isRecord(rule)),
      ...platform.map((one) => alertingRule(one, { runbook: '' })),
    ];
    const pending = await Promise.all(
      alerts.map(async ({ alert, expr }) =>
        (await ask(prometheus.url, expr, now)).map(({ labels }) => `${alert} ${labels['app'] ?? labels['name'] ?? ''}`.trim()),
      ),
    );
    expect([...new Set(pending.flat())].sort()).toEqual([
      'CanaryErrorRatioDivergence bad',
      'CanaryErrorRatioDivergence mesh',
      'CanaryLatencyDivergence bad',
      'CanaryLatencyDivergence mesh',
      'CanaryNoTraffic idle',
      'ErrorBudgetBurnsFast bothbad',
      'ErrorBudgetBurnsSlowly bad',
      'ErrorBudgetBurnsSlowly bothbad', // until the page fires and silences it
      'ErrorBudgetBurnsSlowly mesh',
      'ErrorBudgetBurnsSlowly rollback',
      'HighErrorRate bad',
      'HighErrorRate bothbad',
      'HighErrorRate mesh',
      'HighLatency bad',
      'HighLatency mesh',
      'PerformanceDivergence bad',
      'PerformanceDivergence mesh',
      'RolloutStuck bad', // it is under way, and the clock runs
      'SlowRequests bad',
      'SlowRequests mesh',
    ]);
  });

  describe('the queries of the judge', () => {
    const sides = all
      .filter(({ release }) => release.name !== 'twin')
      .flatMap(({ release, versions }) =>
        versions
          .filter(({ gone }) => gone === undefined)
          .map((one) => ({ ...one, source: release.metricSource, name: `${one.app} ${one.version}` })),
      );

    test.each(sides)('$name by $source: what happened in a minute', async (one) => {
      const judge = askAsJudge(one.source, one.app, one.hash);
      const [from, to] = one.traffic ?? [0, 9_999];
      const rps = from <= 1_740 && to >= 1_800 ? one.rps : 0;
      const failing = rps === 0 ? 0 : (one.failing ?? 0);
      expect(await judge('requests', number)).toBeCloseTo(60 * rps, 4);
      expect(await judge('errors', number)).toBeCloseTo(60 * failing, 4);
      expect(await judge('up', number, now + 7)).toBe(7);
      const buckets = await judge('buckets', ask);
      const counts = Object.fromEntries(buckets.map(({ labels, value }) => [Number(labels['le']), Math.round(value)]));
      const [half = 1, second = 1, four = 1] = one.within ?? [];
      const expected = { 0.5: half, 1: second, 4: four, NaN: 1 }; // +Inf is no JavaScript number
      expect(counts).toEqual(Object.fromEntries(Object.entries(expected).map(([le, share]) => [le, Math.round(60 * rps * share)])));
    });

    test.each<MetricSource>(['app', 'istio'])('an unknown hash has no answer, by %s', async (source) => {
      const judge = askAsJudge(source, source === 'app' ? 'good' : 'mesh', 'zzzzzzzzzz');
      for (const query of ['requests', 'errors', 'buckets', 'up'] as const) expect(await judge(query, ask)).toEqual([]);
    });

    test('two revisions of one version are no two sides for Istio: no answer, rather than a mixture', async () => {
      for (const hash of [stable.hash, revised.rollouts_pod_template_hash]) {
        const judge = askAsJudge('istio', 'twin', hash);
        for (const query of ['requests', 'errors', 'buckets', 'up'] as const) expect(await judge(query, ask)).toEqual([]);
      }
    });

    function askAsJudge(source: MetricSource, app: string, hash: string) {
      const queries = judgeQueries({ metricSource: source });
      return <T>(name: keyof typeof queries, how: (url: string, query: string, time: number) => Promise<T>, time = now) =>
        how(prometheus.url, fill(queries[name], { namespace: 'production', app, hash, window: '60s' }), time);
    }
  });

  describe('the dashboards', () => {
    const overview = (app: keyof typeof canned) => {
      const release = canned[app]?.release ?? canaryRollout();
      return overviewDashboard(release, { limits: releaseLimits(release, defaultAlerts), slo: 0.005, links: [] });
    };
    const panels = (dashboard: Dashboard, app: string) =>
      dashboard.rows
        .flatMap(({ panels: some }) => some)
        .flatMap(({ title, queries }) => queries.map(({ expr }) => ({ title, expr: interpolated(expr, app) })));

    test.each(['bad', 'switch', 'plain', 'mesh'] as const)('every panel on %s shows something', async (app) => {
      const empty: string[] = [];
      for (const { title, expr } of panels(overview(app), app)) if ((await ask(prometheus.url, expr, now)).length === 0) empty.push(title);
      // The judge and the controller have said nothing of a plain release, nothing fails a Job, and Istio's apps have no metrics of their own.
      expect(empty).toEqual(
        {
          bad: ['Score of the judge', 'Verdicts', 'Metrics of the AnalysisRuns'],
          switch: [],
          plain: [],
          mesh: ['Available pods', 'Event loop delay'],
        }[app],
      );
    });

    test('the reference dashboard shows the canary that fails', async () => {
      const shown = await Promise.all(
        panels(deploymentDashboard('production', limitsOf(defaultAlerts)), 'bad').map(({ expr }) => ask(prometheus.url, expr, now)),
      );
      const rows = shown.map((some) =>
        Object.fromEntries(some.map(({ labels, value }) => [labels['version'] ?? labels['label_version'], Number(value.toFixed(4))])),
      );
      expect(rows).toEqual([
        { '1.0.0': 100, '2.0.0': 20 },
        { '1.0.0': 0.2, '2.0.0': 8 },
        { '1.0.0': 1, '2.0.0': 1 },
        { '1.0.0': 0.499, '2.0.0': 2.5 },
        { '1.0.0': 100, '2.0.0': 20 },
      ]);
    });

    test('a side without traffic is shown as zero, and not left out', async () => {
      const [pie] = panels(deploymentDashboard('production', limitsOf(defaultAlerts)), 'switch');
      const rows = await ask(prometheus.url, pie?.expr ?? '', now);
      expect(Object.fromEntries(rows.map(({ labels, value }) => [labels['version'], Math.round(value)]))).toEqual({
        '1.0.0': 0,
        '2.0.0': 40,
      });
    });

    test('the first row tells how the canary differs', async () => {
      const value = async (title: string) => {
        const expr = panels(overview('bad'), 'bad').find((one) => one.title === title)?.expr ?? '';
        return Number((await number(prometheus.url, expr, now))?.toFixed(4));
      };
      expect(await value('Share of the canary')).toBe(0.1667); // 20 of 120
      expect(await value('Requests of the canary')).toBe(6_000);
      expect(await value('Error difference')).toBe(0.078); // 8 % less 0.2 %
      expect(await value('P99 ratio')).toBe(Number((2.5 / percentile({ app: '', ...stable }, 0.99)).toFixed(4)));
      expect(await value('Error budget left')).toBe(-2); // 1.8 of 120 fail, three times the budget of 0.5 %
    });

    test('a migration is shown as its ledger says', async () => {
      const shown = panels(overview('switch'), 'switch').filter(({ title }) =>
        /^(Migration|Progress of the pass|Documents left)$/.test(title),
      );
      const rows = await Promise.all(shown.map(({ expr }) => ask(prometheus.url, expr, now)));
      expect(rows.map(([only]) => only?.value)).toEqual([1, 0.75, 1_400, 2]); // 6 of 8 ranges
      expect(rows[0]?.map(({ labels }) => labels['state'])).toEqual(['backfilling']);
    });

    test.each(['good', 'mesh'])('the age of the data of %s is the time since the last scrape', async (app) => {
      const age = panels(overview(app), app).find(({ title }) => title === 'Age of the data')?.expr ?? '';
      expect((await ask(prometheus.url, age, now + 7)).map(({ value }) => value)).toEqual([7, 7]);
    });

    test('a template that gets pods is marked when it does, and neither later nor when it is scaled', async () => {
      const [marker] = overview('plain').markers ?? [];
      const marked = async (time: number) =>
        (await ask(prometheus.url, interpolated(marker?.expr ?? '', 'plain'), time)).map(({ labels }) => labels['replicaset']);
      expect(await marked(now)).toEqual(['plain-green-76f4c9d5b8']);
      expect(await marked(now - 120)).toEqual([]);
      expect(await marked(now - 195)).toEqual(['plain-blue-5c7d8f9b6c']);
    });

    test('the markers are queries that Prometheus answers', async () => {
      const markers = overview('switch').markers ?? [];
      const rows = await Promise.all(markers.map(({ expr }) => ask(prometheus.url, interpolated(expr, 'switch'), now)));
      expect(markers.map(({ name }) => name)).toEqual(['Release', 'Migration', 'Alerts']);
      expect(rows[1]?.map(({ value }) => value)).toEqual([(begin + 60) * 1000]);
    });
  });
});

/** As Grafana would, over an hour. */
function interpolated(expr: string, app: string): string {
  return expr.replaceAll('$__rate_interval', '1m').replaceAll('$namespace', 'production').replaceAll('$app', app);
}

/** By hand: the request at this share of all lies in the first bucket that holds so many, as far along as its share says. */
function percentile({ within: [half, one, four] = [1, 1, 1] }: Version, share: number): number {
  if (half >= share) return (0.5 * share) / half;
  if (one >= share) return 0.5 + (0.5 * (share - half)) / (one - half);
  return 1 + (3 * (share - one)) / (four - one);
}
