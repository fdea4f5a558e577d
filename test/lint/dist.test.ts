import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../lib/lint/lint';
import { readManifests } from '../../lib/lint/read';
import { type Mutant, type Row, rows } from './mutants';
import { withValue } from './place';

const dist = join(__dirname, '../../dist/production');
const present = existsSync(dist);
if (!present && process.env['REQUIRE_DIST'] === '1')
  throw new Error('dist/production: the synthesized releases, got none; run npm run synth');
if (!present) console.warn('SKIPPED the lint of dist: it is not there; npm run synth writes it');
const released = present ? readManifests([dist]).objects : [];

const canary = 'spec.strategy.canary';
const blueGreen = 'spec.strategy.blueGreen';
const app = 'spec.template.spec.containers[0]';
const annotated = (name: string) => `metadata.annotations["bluecanary.dev/${name}"]`;

const faults: readonly Row[] = [
  ['R02', 'Rollout catalog', 'spec.selector', undefined],
  ['R03', 'Rollout catalog', 'spec.template.metadata.labels.app', 'catalogue'],
  ['R03', 'Rollout myapp', `${app}.image`, undefined],
  ['R05', 'Rollout myapp', 'spec.progressDeadlineSeconds', 20],
  ['R06', 'Rollout myapp', `${blueGreen}.previewService`, 'myapp'],
  ['R10', 'Rollout catalog', `${canary}.canaryService`, 'catalog-stable'],
  ['R11', 'Rollout catalog', `${canary}.stableService`, undefined],
  ['R16', 'Rollout catalog', `${canary}.steps[4].setWeight`, 120],
  ['R21', 'Rollout catalog', `${canary}.trafficRouting.managedRoutes`, [], `${canary}.steps[1].setHeaderRoute.name`],
  ['R24', 'Service catalog-canary', 'metadata.name', 'catalog-kanary', `${canary}.canaryService`, 'Rollout catalog'],
  ['R25', 'Service myapp-preview', 'spec.selector.app', 'web'],
  [
    'R27',
    'AnalysisTemplate myapp-watch',
    'metadata.name',
    'myapp-look',
    `${blueGreen}.postPromotionAnalysis.templates[0].templateName`,
    'Rollout myapp',
  ],
  ['R28', 'Rollout myapp', `${blueGreen}.postPromotionAnalysis.args`, undefined],
  ['R30', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].count', undefined],
  [
    'R34',
    'VirtualService catalog-canary',
    'metadata.name',
    'catalogue',
    `${canary}.trafficRouting.istio.virtualService.name`,
    'Rollout catalog',
  ],
  ['R37', 'VirtualService catalog-canary', 'spec.http[0].route[1]', undefined, 'spec.http[0].route'],
  ['R42', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].provider.web.method', 'GET'],
  ['X02', 'Rollout catalog', `${canary}.steps[3].setCanaryScale`, { replicas: 1 }, `${canary}.steps[7].setWeight`],
  ['X03', 'Rollout catalog', `${canary}.stabelService`, 'x'],
  ['X05', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].successCondition', undefined],
  ['X06', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].failureCondition', 'result.verdict == "Failed"'],
  ['X10', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].failureLimit', 1000],
  ['X12', 'AnalysisTemplate catalog-judge', 'spec.metrics[0].provider.web.timeoutSeconds', 60],
  ['X16', 'Rollout myapp', `${blueGreen}.scaleDownDelaySeconds`, 60],
  ['X24', 'VirtualService catalog-canary', 'spec.http[0].route[1].weight', 10],
  ['X28', 'Service catalog', 'spec.selector.rollouts-pod-template-hash', 'abc'],
  ['X29', 'Service myapp-preview', 'spec.ports[0].port', 8080, 'spec.ports'],
  ['X31', 'PodDisruptionBudget myapp', 'spec.maxUnavailable', 0],
  ['X35', 'Rollout myapp', `${app}.lifecycle`, undefined, `${app}.lifecycle.preStop`],
  ['X42', 'NetworkPolicy judge', 'spec.ingress', [], 'spec.metrics[0].provider.web.url', 'AnalysisTemplate catalog-judge'],
  ['Y02', 'Deployment orders-green', `${app}.readinessProbe`, undefined],
  ['Y04', 'ServiceAccount myapp', 'metadata.name', 'my-app', 'spec.template.spec.serviceAccountName', 'Rollout myapp'],
  ['Y05', 'Rollout catalog', annotated('pool-size'), '500', annotated('connection-budget'), 'Namespace production'],
  ['Y12', 'Rollout myapp', `${blueGreen}.scaleDownDelaySeconds`, 3600],
  ['Y13', 'Rollout myapp', `${app}.image`, 'registry.example.com/myapp:latest'],
  ['Y18', 'AnalysisTemplate catalog-judge', annotated('no-data'), undefined],
  [
    'Y14',
    'PrometheusRule blue-green-deployment-rules',
    'spec.groups[0].rules[0].expr',
    'rate(http_requests_total{namespace="production"}[5m]) / rate(http_requests_total{namespace="production"}[5m])',
  ],
];

(present ? describe : describe.skip)('the reference releases', () => {
  test('have no error; what they warn of are values of the reference system', () => {
    const { findings } = lint(released);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const known = ['X17', 'X32', 'Y07', 'Y10', 'Y13', 'Y19'];
    expect([...new Set(findings.map(({ rule }) => rule))].filter((rule) => !known.includes(rule))).toEqual([]);
  });

  test.each(rows(faults).map((mutant): [string, Mutant] => [`${mutant.rule} ${mutant.object} ${mutant.path}`, mutant]))(
    'with one fault: %s',
    (_, mutant) => {
      const { findings } = lint(withValue(released, mutant.object, mutant.path, mutant.value));
      const caught = findings.map(({ rule, object, path }) => `${rule} ${object.replace(' production/', ' ')} ${path}`);
      expect(caught).toContain(`${mutant.rule} ${mutant.at ?? mutant.object} ${mutant.found ?? mutant.path}`);
    },
  );

  // What the engine runs is in the Job, so a fault of the declaration is one of the release.
  const bare = { $set: { fullName: { $concat: ['$firstName', '$lastName'] } } };
  test.each([
    ['Y24', 'backfill', { transform: [bare] }],
    ['Y24', 'backfill', { drift: { fullName: { $exists: false } } }],
    ['Y25', 'backfill', { invariants: [] }],
    ['Y25', 'backfill', { transform: [bare], invariants: [{ name: 'same', none: { $expr: { $ne: ['$fullName', bare.$set.fullName] } } }] }],
    ['Y26', 'backfill', { batched: false }],
    ['Y27', 'expand', { database: 'test' }],
    ['Y28', 'contract', { drainedSeconds: 60 }],
    ['X43', 'backfill', { phase: 'expand' }],
  ])('%s sees what the %s of a migration declares', (rule, phase, change) => {
    const job = released.find(({ manifest }) => (manifest as Named).metadata?.name?.startsWith(`users-full-name-${phase}-`));
    const { name = '', annotations = {} } = (job?.manifest as Named | undefined)?.metadata ?? {};
    const declared: unknown = JSON.parse(annotations['bluecanary.dev/migration'] ?? '');
    const changed = withValue(released, `Job ${name}`, annotated('migration'), JSON.stringify({ ...(declared as object), ...change }));
    // Contract waits for a person; this one does not.
    const running = rule === 'Y28' ? withValue(changed, `Job ${name}`, 'spec.suspend', undefined) : changed;
    expect(lint(running).findings.map((finding) => `${finding.rule} ${finding.object}`)).toContain(`${rule} Job production/${name}`);
  });
});

interface Named {
  readonly metadata?: { readonly name?: string; readonly annotations?: Readonly<Record<string, string>> };
}
