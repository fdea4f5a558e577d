import { at, finder, manifests } from './manifests';

const all = manifests();
const find = finder(all);
const field = (which: string, path: string) => at(find(which), path);
/** The looks that a judge's template asks for. */
const metric = (template: string) => at(find(`AnalysisTemplate/${template}`), 'spec.metrics.judge') as Readonly<Record<string, unknown>>;

describe('a blue/green release', () => {
  const strategy = 'spec.strategy.blueGreen';

  test.each([
    ['1 the new image runs beside the running one, behind a Service of its own', `${strategy}.previewService`, 'myapp-preview'],
    ['2 it is scaled to 3', 'spec.replicas', 3],
    // The controller's clock runs during the analyses before the switch, and the migration's gate may take 2 h.
    [
      '3 it is available within 600 s, beside the 7200 s that the gate of its migration may hold it',
      'spec.progressDeadlineSeconds',
      600 + 7200,
    ],
    ['3 or the release is aborted', 'spec.progressDeadlineAbort', true],
    ['5 smoke tests come before the switch', `${strategy}.prePromotionAnalysis.templates.0.templateName`, 'myapp-smoke'],
    ['6 production traffic is switched by itself', `${strategy}.autoPromotionEnabled`, true],
    ['6 through the production Service', `${strategy}.activeService`, 'myapp'],
    ['6 and the active side is recorded on its pods', `${strategy}.activeMetadata.labels.track`, 'active'],
    ['7 the watch comes after the switch', `${strategy}.postPromotionAnalysis.templates.0.templateName`, 'myapp-watch'],
    ['8 the old side is kept for 24 h', `${strategy}.scaleDownDelaySeconds`, 24 * 3600],
  ])('%s', (_rule, path, value) => {
    expect(field('Rollout/myapp', path)).toEqual(value);
  });

  test('4, 5 the smoke test asks the new side for its health, its version and its database', () => {
    const command = field('AnalysisTemplate/myapp-smoke', 'spec.metrics.smoke.provider.job.spec.template.spec.containers.smoke.command');
    expect((command as string[]).slice(-4)).toEqual(['http://myapp-preview', '/health', '/api/version', '/api/db/ping']);
  });

  test('7 the watch lasts 300 s with a look every 30 s, and all looks must pass in a row', () => {
    expect(metric('myapp-watch')).toMatchObject({ interval: '30s', consecutiveSuccessLimit: 1 + 300 / 30, failureLimit: 0 });
  });

  test('a step that needs the migration waits for it', () => {
    expect(field('Rollout/myapp', `${strategy}.prePromotionAnalysis.templates.1.templateName`)).toBe('myapp-drift');
  });
});

describe('a canary release', () => {
  const steps = field('Rollout/catalog', 'spec.strategy.canary.steps') as readonly Readonly<Record<string, unknown>>[];
  const from = steps.findIndex((step) => 'setWeight' in step);

  test('has the stages 10, 25, 50, 75 and 100 %', () => {
    expect(steps.flatMap((step) => ('setWeight' in step ? [step['setWeight']] : []))).toEqual([10, 25, 50, 75, 100]);
  });

  test('each stage shifts traffic, settles 30 s and is judged, and nothing else', () => {
    const stages = steps.slice(from);
    expect(stages.map((step) => Object.keys(step)[0])).toEqual([10, 25, 50, 75, 100].flatMap(() => ['setWeight', 'pause', 'analysis']));
    for (const step of stages) if ('pause' in step) expect(step).toEqual({ pause: { duration: '30s' } });
    for (const step of stages) if ('analysis' in step) expect(at(step, 'analysis.templates')).toEqual([{ templateName: 'catalog-judge' }]);
  });

  test('each stage is watched for 300 s with a look every 30 s', () => {
    expect(metric('catalog-judge')).toMatchObject({ interval: '30s', consecutiveSuccessLimit: 1 + 300 / 30, failureLimit: 0 });
  });

  test('is aborted over 5 % errors, or over 1.5 times the stable p99', () => {
    const text = field('ConfigMap/judge-catalogue', 'data.catalogue\\.json') as string;
    const catalogue = JSON.parse(text) as { rollouts: { name: string; objectives: unknown }[] };
    expect(catalogue.rollouts.find(({ name }) => name === 'catalog')?.objectives).toEqual([
      { metric: 'error-rate', limit: { kind: 'at-most', value: 0.05 } },
      { metric: 'p99', limit: { kind: 'times-stable', times: 1.5 } },
    ]);
  });

  test('keeps the stable side whole, so that an abort is a change of weights', () => {
    expect(field('Rollout/catalog', 'spec.strategy.canary.dynamicStableScale')).toBeUndefined();
    expect(field('Rollout/catalog', 'spec.strategy.canary.trafficRouting.istio.virtualService.name')).toBe('catalog-canary');
  });

  test('brings testers with x-canary: true to the canary, while nobody else is there', () => {
    const header = steps.slice(0, from).find((step) => 'setHeaderRoute' in step);
    expect(at(header, 'setHeaderRoute.match')).toEqual([{ headerName: 'x-canary', headerValue: { exact: 'true' } }]);
  });
});

describe('the change of the schema', () => {
  const phases = ['backup', 'expand', 'backfill', 'verify', 'contract'] as const;
  const waves = phases.map((phase) =>
    Number(field(`Job/users-full-name-${phase}-*`, 'metadata.annotations.argocd\\.argoproj\\.io/sync-wave')),
  );

  test('is expanded before the release, backfilled beside it, verified and contracted after it, and a backup comes first', () => {
    expect(waves).toEqual([-2, -1, 0, 1, 2]);
  });

  test('is contracted only after approval, when the previous version is gone', () => {
    const contract = 'Job/users-full-name-contract-*';
    expect(field(contract, 'spec.suspend')).toBe(true);
    expect(field(contract, 'spec.template.spec.containers.contract.env.MIG_OLD_PODS.value')).toBe('app=myapp,version=1.4.0');
    expect(field(contract, 'spec.template.spec.containers.contract.env.MIG_OLD_CLIENTS.value')).toBe('myapp@1.4.0');
  });

  test.each(phases.slice(0, -1))('%s is not suspended', (phase) => {
    expect(field(`Job/users-full-name-${phase}-*`, 'spec.suspend')).toBeUndefined();
  });

  test('apps and migration have users of their own, and every pool is bounded', () => {
    expect(field('Rollout/myapp', 'spec.template.spec.containers.app.env.MONGODB_URI.valueFrom.secretKeyRef.name')).toBe('mongodb-uri');
    const uri = 'spec.template.spec.containers.expand.env.MONGODB_URI.valueFrom.secretKeyRef.name';
    expect(field('Job/users-full-name-expand-*', uri)).toBe('mongodb-migrations-uri');
    expect(field('Rollout/myapp', 'spec.template.spec.containers.app.env.MONGODB_MAX_POOL_SIZE.value')).toBe('20');
  });
});
