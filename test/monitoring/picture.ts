/**
 * Draws a generated dashboard as Grafana would lay it out, with the answers of a real Prometheus on a canned release:
 * `npx tsx test/monitoring/picture.ts` writes docs/dashboard.png. CHROMIUM names the browser.
 */
import { join } from 'node:path';
import { App } from 'cdk8s';
import { chromium } from 'playwright-core';
import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { CompanionFile } from '../../lib/folder';
import { limitsOf } from '../../lib/limits';
import { Monitoring } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import { referenceRules } from '../../lib/reference-rules';
import type { RecordingRule } from '../../lib/rules';
import type { Series } from '../support/prometheus';
import { range, startWithRecords } from './ask';
import { appSeries, begin, now, platformSeries, type Version } from './canned';
import { type Drawing, drawn, page } from './picture-panels';
import { canaryRollout } from './releases';

/** A canary that gets a sixth of the traffic from the seventh minute on and fails 8 % of it. */
const stable: Version = {
  app: 'catalog',
  version: '1.0.0',
  hash: 'aaaaaaaaaa',
  track: 'stable',
  rps: 100,
  failing: 0.2,
  within: [0.992, 1, 1],
};
const canary: Version = {
  app: 'catalog',
  version: '2.0.0',
  hash: 'bbbbbbbbbb',
  track: 'canary',
  rps: 20,
  failing: 1.6,
  within: [0.9, 0.98, 1],
  traffic: [420, 9_999],
};
const release = canaryRollout({ migrations: ['users-full-name'] });

async function main(): Promise<void> {
  const addresses = { runbooks: 'https://runbooks.example.com' };
  const groups = [
    ...releaseRules(release, { alerts: defaultAlerts, ...addresses }),
    referenceRules('production', [release], limitsOf(defaultAlerts), addresses),
  ];
  const records = groups.flatMap(({ rules }) => rules).filter((rule): rule is RecordingRule => 'record' in rule);
  const prometheus = await startWithRecords(
    [...appSeries(stable), ...appSeries(canary), ...platformSeries({ progressing: 'catalog', judged: 'another' }), ...course()],
    records,
    begin + 60,
    now,
  );
  try {
    const dashboards = await Promise.all(
      models().map((model) => drawn(model, (expr) => range(prometheus.url, interpolated(expr), begin + 60, now), [begin + 60, now])),
    );
    await picture(dashboards, join(__dirname, '../../docs/dashboard.png'));
  } finally {
    await prometheus.stop();
  }
}

/** What the controller and the judge did meanwhile. */
function course(): Series[] {
  const from = (at: number, value: (seconds: number) => number) =>
    Array.from({ length: (1_800 - at) / 15 + 1 }, (_, i) => [begin + at + i * 15, value(i * 15)] as const);
  const event = { namespace: 'production', name: 'catalog', type: 'Normal' };
  const verdict = (name: string) => ({ namespace: 'production', app: 'catalog', verdict: name, pod: 'judge-1' });
  const first = 1_740;
  return [
    { name: 'rollout_events_total', labels: { ...event, reason: 'RolloutUpdated' }, samples: from(420, () => 1) },
    { name: 'rollout_events_total', labels: { ...event, reason: 'RolloutStepCompleted' }, samples: from(1_020, () => 1) },
    {
      name: 'canary_analysis_verdict_total',
      labels: verdict('Inconclusive'),
      samples: from(0, (seconds) => Math.floor(Math.max(0, Math.min(seconds, first) - 420) / 30)),
    },
    { name: 'canary_analysis_verdict_total', labels: verdict('Fail'), samples: from(0, (seconds) => Number(seconds >= first)) },
    {
      name: 'canary_analysis_score',
      labels: { namespace: 'production', app: 'catalog', version: 'bbbbbbbbbb', pod: 'judge-1' },
      samples: from(450, (seconds) => (seconds + 450 >= first ? 50 : 100)),
    },
    {
      name: 'analysis_run_metric_phase',
      labels: { namespace: 'production', name: 'catalog-bbbbbbbbbb-2-1', metric: 'judge', phase: 'Running' },
      samples: from(450, () => 1),
    },
  ];
}

function models() {
  const production = new Production(new App(), 'production');
  const monitoring = new Monitoring(production, 'monitoring', { of: [{ release }] });
  const files = monitoring.node.findAll().filter((one) => one instanceof CompanionFile);
  return ['monitoring/deployment.dashboard.json', 'catalog/overview.dashboard.json'].map((path) =>
    JSON.parse(files.find((file) => file.path === path)?.content() ?? '{}'),
  );
}

function interpolated(expr: string): string {
  return expr.replaceAll('$__rate_interval', '1m').replaceAll('$namespace', 'production').replaceAll('$app', 'catalog');
}

async function picture(dashboards: readonly Drawing[], path: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const view = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await view.setContent(page(dashboards));
    await view.screenshot({ path, fullPage: true });
  } finally {
    await browser.close();
  }
}

void main();
