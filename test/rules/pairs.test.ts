import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { defaultAlerts, type ReleaseRulesOptions, releaseRules } from '../../lib/alerts';
import { errorRate, p99 } from '../../lib/metric';
import type { Release } from '../../lib/release';
import { rulesFile } from '../../lib/rule-files';
import { ruleTests } from '../../lib/rule-tests';
import { percent, timesStable } from '../../lib/units';
import { blueGreenDeployment, blueGreenRollout, canaryDeployment, canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { promtool } from './promtool';

const dist = join(__dirname, '../../dist');
const defaults: ReleaseRulesOptions = { alerts: defaultAlerts, runbooks: 'https://runbooks.example.com' };
const strict = [errorRate.atMost(percent(1)), p99.atMost(Duration.millis(250))] as const;

const built: readonly { readonly name: string; readonly release: Release; readonly options?: Partial<ReleaseRulesOptions> }[] = [
  { name: 'objectives of its own', release: canaryRollout({ objectives: strict }) },
  {
    name: 'one relative objective, and no alert on latency',
    release: canaryRollout({ objectives: [p99.atMost(timesStable(3))] }),
    options: { alerts: [errorRate.atMost(percent(5))] },
  },
  { name: 'a wide error budget', release: blueGreenRollout({ metricSource: 'istio' }), options: { slo: errorRate.atMost(percent(20)) } },
  {
    name: 'limits of all apps that are looser than its own',
    release: blueGreenDeployment(),
    options: { alerts: [errorRate.atMost(percent(10))] },
  },
  { name: 'an error budget of five nines', release: canaryRollout(), options: { slo: errorRate.atMost(percent(0.001)) } },
  { name: 'a canary that rests at a weight of 0', release: canaryDeployment({ stages: [0] }) },
  { name: 'Istio under two Deployments', release: canaryDeployment({ objectives: strict }) },
];

describeWithPrometheus('rules and the tests that synth writes beside them', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'bluecanary-pairs-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each(built)(
    '$name',
    async ({ release, options }) => {
      const all = { ...defaults, ...options };
      writeFileSync(join(dir, 'rules.yaml'), rulesFile(releaseRules(release, all)));
      writeFileSync(join(dir, 'rules.test.yaml'), ruleTests(release, all));
      expect(await promtool(['check', 'rules', '--lint=all', '--lint-fatal', join(dir, 'rules.yaml')])).toBeUndefined();
      expect(await promtool(['test', 'rules', join(dir, 'rules.test.yaml')])).toBeUndefined();
    },
    60_000,
  );

  const folders = existsSync(dist) ? readdirSync(dist).filter((folder) => existsSync(join(dist, folder, 'rules.yaml'))) : [];
  for (const folder of folders) {
    test(`dist/${folder}`, async () => {
      expect(await promtool(['check', 'rules', '--lint=all', '--lint-fatal', join(dist, folder, 'rules.yaml')])).toBeUndefined();
      const tests = join(dist, folder, 'rules.test.yaml');
      if (existsSync(tests)) expect(await promtool(['test', 'rules', tests])).toBeUndefined();
    }, 60_000);
  }
});
