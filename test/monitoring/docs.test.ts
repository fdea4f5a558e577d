import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { sectionsOf } from '../../lib/alert';
import { alertRunbookSections } from '../../lib/alerts';
import { platformAlerts } from '../../lib/alerts-platform';
import { errorRate, p99 } from '../../lib/metric';
import { Monitoring } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import { percent } from '../../lib/units';
import { blueGreenDeployment, blueGreenRollout, canaryRollout } from './releases';

const page = readFileSync(join(__dirname, '../../docs/monitoring.md'), 'utf8');

test('the snippet does what the page says', () => {
  const [, snippet = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const production = new Production(new App(), 'production');
  const names = {
    Monitoring,
    production,
    errorRate,
    percent,
    catalog: { release: canaryRollout() },
    myapp: { release: blueGreenRollout() },
    fewErrors: errorRate.atMost(percent(5)),
    fast: p99.atMost(Duration.seconds(1)),
  };
  new Function(...Object.keys(names), snippet)(...Object.values(names));
  expect(production.node.findAll().flatMap((one) => one.node.validate())).toEqual([]);
  expect(production.node.tryFindChild('monitoring')).toBeInstanceOf(Monitoring);
});

test.each([
  { metricSource: 'app', says: /`http_request_duration_seconds` needs a bucket whose bound is exactly 0.8 s/ },
  { metricSource: 'istio', says: /^Istio's own bounds are .*a bound at 0.8 s by the annotation `sidecar.istio.io\/statsHistogramBuckets`/ },
] as const)('a missing bucket is mended where the histogram of $metricSource is declared', ({ metricSource, says }) => {
  const release = canaryRollout({ metricSource, objectives: [p99.atMost(Duration.millis(800))] });
  expect(alertRunbookSections(release).find(({ title }) => title === 'LatencyBucketsMissing')?.text).toMatch(says);
});

test('the table names every alert, and no other', () => {
  const own = { objectives: [errorRate.atMost(percent(1)), p99.atMost(Duration.seconds(2))] } as const;
  const sections = [canaryRollout(own), blueGreenRollout(own), blueGreenDeployment(own)].flatMap((release) =>
    alertRunbookSections(release),
  );
  const platform = sectionsOf(platformAlerts({ namespace: 'production', rollouts: true, database: { connectionBudget: 1500 } }));
  const rows = page.split('\n').filter((line) => /^\| [A-Z]\w+/.test(line));
  const named = rows.flatMap(
    (row) =>
      row
        .split('|')[1]
        ?.split(',')
        .map((name) => name.trim()) ?? [],
  );
  expect(named.sort()).toEqual([...new Set([...sections, ...platform].map(({ title }) => title))].sort());
});
