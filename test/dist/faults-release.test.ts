import { at, fields, finder, type Manifest, manifests } from './manifests';

/** The same for routes, Rollouts, their analyses, migrations and rules. */
const all = manifests();
const find = finder(all);
const of = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind));
const guilty = (suspects: readonly Manifest[], breaks: (manifest: Manifest) => unknown) => suspects.filter(breaks).map(({ path }) => path);
const having = (key: RegExp, suspects = all) => guilty(suspects, ({ value }) => fields(value).some((field) => key.test(field.key)));
const objects = (path: string) => (value: unknown) => (at(value, path) ?? []) as readonly unknown[];
const metrics = of('AnalysisTemplate').flatMap((template) =>
  objects('spec.metrics')(template.value).map((value) => ({ ...template, value, text: JSON.stringify(value) })),
);
const asked = metrics.filter(({ value }) => at(value, 'provider.web') !== undefined);
const jobs = metrics.filter(({ value }) => at(value, 'provider.job') !== undefined);

describe('Ingress and Istio', () => {
  test('I1 connection pools stand in DestinationRules', () => {
    expect(having(/^connectionPool$/, of('VirtualService'))).toEqual([]);
  });

  test('I2 outliers are counted by the field that is not obsolete, and never on a canary', () => {
    expect(having(/^consecutiveErrors$/)).toEqual([]);
    expect(at(find('DestinationRule/catalog-canary'), 'spec.trafficPolicy.outlierDetection')).toBeUndefined();
    expect(at(find('DestinationRule/search'), 'spec.subsets.canary.trafficPolicy.outlierDetection')).toEqual({ consecutive5xxErrors: 0 });
  });

  test('I4 at least one release retries writes only when they cannot have arrived', () => {
    expect(at(find('VirtualService/catalog-canary'), 'spec.http.primary.retries.retryOn')).toBe('connect-failure,refused-stream');
  });

  test('I6 a host has one way in', () => {
    const hosts = [
      ...of('Ingress').flatMap(({ value }) => objects('spec.rules')(value).map((rule) => at(rule, 'host'))),
      ...of('VirtualService').flatMap(({ value }) => objects('spec.hosts')(value)),
    ];
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test('I7 every route is named, so that a controller finds it by name', () => {
    expect(guilty(of('VirtualService'), ({ value }) => objects('spec.http')(value).some((route) => !at(route, 'name')))).toEqual([]);
    const managed = at(find('Rollout/catalog'), 'spec.strategy.canary.trafficRouting.istio.virtualService.routes');
    expect(managed).toEqual(objects('spec.http')(find('VirtualService/catalog-canary')).map((route) => at(route, 'name')));
  });

  test('I8 a Rollout brings testers by a managed route', () => {
    const http = objects('spec.http')(find('VirtualService/catalog-canary'));
    expect(http.filter((route) => JSON.stringify(route).includes('x-canary'))).toEqual([]);
    expect(at(find('Rollout/catalog'), 'spec.strategy.canary.trafficRouting.managedRoutes')).toEqual([{ name: 'x-canary' }]);
  });

  test('I9 a Rollout routes by host, not by subset', () => {
    expect(
      having(
        /^subsets?$/,
        of('VirtualService', 'DestinationRule').filter(({ path }) => path.includes('/catalog/')),
      ),
    ).toEqual([]);
  });

  test('I10 callers inside of the mesh are split, too, by names that resolve everywhere', () => {
    expect(guilty(of('VirtualService'), ({ value }) => !objects('spec.gateways')(value).includes('mesh'))).toEqual([]);
    const hosts = of('VirtualService', 'DestinationRule').flatMap(({ value }) => fields(value).filter(({ key }) => key === 'host'));
    expect(hosts.filter(({ value }) => !String(value).endsWith('.production.svc.cluster.local'))).toEqual([]);
  });

  test('I11 the API is the stable one, and no route matches what matches everything', () => {
    expect(all.filter(({ text }) => /networking\.istio\.io\/v1(alpha|beta)/.test(text))).toEqual([]);
    expect(having(/^prefix$/, of('VirtualService'))).toEqual([]);
  });

  test('I12, I13 neither the retired class annotation nor configuration snippets', () => {
    expect(having(/^kubernetes\.io\/ingress\.class$|snippet/)).toEqual([]);
  });
});

describe('Rollouts', () => {
  const strategies = of('Rollout').map(({ path, value }) => ({
    path,
    value,
    strategy: at(value, 'spec.strategy.canary') ?? at(value, 'spec.strategy.blueGreen'),
  }));

  test('A8, C15 a release that makes no progress is aborted, and a pod that crashes early is never available', () => {
    expect(guilty(of('Rollout'), ({ value }) => at(value, 'spec.progressDeadlineAbort') !== true)).toEqual([]);
    expect(guilty(of('Rollout'), ({ value }) => !(Number(at(value, 'spec.minReadySeconds')) >= 30))).toEqual([]);
  });

  test('A10 pinned pods follow the traffic again before it comes', () => {
    const steps = objects('spec.strategy.canary.steps')(find('Rollout/catalog')) as readonly Record<string, unknown>[];
    const first = steps.findIndex((step) => 'setWeight' in step);
    const scales = steps.slice(0, first).filter((step) => 'setCanaryScale' in step);
    expect(scales.at(-1)).toEqual({ setCanaryScale: { matchTrafficWeight: true } });
  });

  test('A13 nothing stands where the controller would prune it', () => {
    expect(having(/^replicaProgressThreshold$/)).toEqual([]);
    expect(guilty(of('Rollout'), ({ text }) => text.includes('secretKeyRef') && !text.includes('MONGODB_URI'))).toEqual([]);
  });

  test('A14, B5 the previous side outlasts the watch, and after blue/green a day', () => {
    const watch = 11 * 30;
    for (const { strategy } of strategies) expect(Number(at(strategy, 'scaleDownDelaySeconds'))).toBeGreaterThanOrEqual(60);
    expect(Number(at(find('Rollout/myapp'), 'spec.strategy.blueGreen.scaleDownDelaySeconds'))).toBeGreaterThanOrEqual(
      Math.max(86_400, watch),
    );
  });

  test('A16 no hash of the controller is in Git', () => {
    expect(guilty(of('Service'), ({ text }) => text.includes('rollouts-pod-template-hash'))).toEqual([]);
  });

  test('B3, B4 roll back goes to a known revision with all its pods', () => {
    for (const { value } of strategies) expect(at(value, 'spec.rollbackWindow.revisions')).toBe(3);
    expect(having(/^(dynamicStableScale|previewReplicaCount)$/)).toEqual([]);
  });

  test('C8 a side that gets requests has pods', () => {
    expect(Number(at(find('Deployment/search-canary'), 'spec.replicas'))).toBeGreaterThan(0);
  });
});

describe('analysis', () => {
  test('A1 a question has both conditions, on a verdict of three values', () => {
    expect(asked.length).toBeGreaterThan(3);
    expect(guilty(asked, ({ value }) => !at(value, 'successCondition') || !at(value, 'failureCondition'))).toEqual([]);
  });

  test('A2 reaching the count is no success: it takes passes in a row', () => {
    const counted = asked.filter(({ value }) => at(value, 'count') !== undefined);
    expect(counted.length).toBeGreaterThan(2);
    expect(guilty(counted, ({ value }) => !(Number(at(value, 'consecutiveSuccessLimit')) >= 1))).toEqual([]);
  });

  test('A4 the body is JSON, posted, and answered within the interval', () => {
    expect(
      guilty(asked, ({ value }) => at(value, 'provider.web.jsonBody') !== undefined && at(value, 'provider.web.method') !== 'POST'),
    ).toEqual([]);
    expect(guilty(asked, ({ value }) => !(Number(at(value, 'provider.web.timeoutSeconds')) < 10))).toEqual([]);
  });

  test('A5, A6 neither functions that test the whole result nor patterns that are none', () => {
    expect(guilty(metrics, ({ text }) => /isNil\(|default\(/.test(text))).toEqual([]);
    expect(having(/^dryRun$/)).toEqual([]);
  });

  test('A7 a token comes from a Secret, by the template', () => {
    const templates = of('AnalysisTemplate').filter(({ text }) => text.includes('{{args.token}}'));
    expect(templates.length).toBe(asked.length);
    expect(guilty(templates, ({ value }) => at(value, 'spec.args.token.valueFrom.secretKeyRef.name') !== 'judge-token')).toEqual([]);
  });

  test('A11 a background analysis decides nothing alone: every stage has its own', () => {
    const steps = objects('spec.strategy.canary.steps')(find('Rollout/catalog'));
    const count = (kind: string) => steps.filter((step) => at(step, kind) !== undefined).length;
    expect(count('analysis')).toBe(count('setWeight') + 1);
    expect(Number(at(find('Rollout/catalog'), 'spec.strategy.canary.analysis.startingStep'))).toBeGreaterThan(0);
  });

  test('B8, B10 a smoke test is a bounded Job through the Service of the new side, which no sidecar keeps alive', () => {
    expect(jobs.length).toBe(2);
    for (const { value } of jobs) {
      const job = at(value, 'provider.job.spec');
      expect(Number(at(job, 'activeDeadlineSeconds'))).toBeLessThanOrEqual(300);
      expect(Number(at(job, 'backoffLimit'))).toBeLessThanOrEqual(1);
      expect(at(job, 'template.spec.restartPolicy')).toBe('Never');
      expect(at(job, 'template.metadata.annotations.sidecar\\.istio\\.io/inject')).toBe('false');
    }
  });
});

describe('migrations', () => {
  const phases = of('Job');

  test('M17 contract alone waits for approval', () => {
    expect(phases.filter(({ value }) => at(value, 'spec.suspend') === true).map(({ name }) => name)).toEqual([
      expect.stringMatching(/-contract-/),
    ]);
  });

  test('M19, M20 a migration is a Job of its own with credentials of its own, never part of an app', () => {
    expect(
      guilty(
        of('Deployment', 'Rollout'),
        ({ value, text }) => at(value, 'spec.template.spec.initContainers') || text.includes('mongodb-migrations-uri'),
      ),
    ).toEqual([]);
    expect(guilty(phases, ({ name }) => !/-[0-9a-f]{8}$/.test(name))).toEqual([]);
    expect(guilty(phases, ({ text }) => !text.includes('mongodb-migrations-uri'))).toEqual([]);
  });

  test('no value of a secret is in Git', () => {
    expect(guilty(all, ({ text }) => /mongodb(\+srv)?:\/\/|BEGIN [A-Z ]*PRIVATE KEY|Bearer (?!\{\{args)/.test(text))).toEqual([]);
    expect(of('Secret')).toEqual([]);
  });
});

describe('Prometheus and Grafana', () => {
  test('P6 probes and scrapes are no evidence: the judge counts neither', () => {
    const text = String(at(find('ConfigMap/judge-catalogue'), 'data.catalogue\\.json'));
    const { rollouts } = JSON.parse(text) as { rollouts: { queries: Record<'requests' | 'errors' | 'buckets', string> }[] };
    for (const { queries } of rollouts) {
      for (const query of [queries.requests, queries.errors, queries.buckets]) {
        const selectors = [...query.matchAll(/http_request\w*\{([^}]*)\}/g)].map(([, labels]) => labels);
        expect(selectors.length).toBeGreaterThan(0);
        for (const labels of selectors) expect(labels).toContain('path!~"/health|/ready|/metrics"');
      }
    }
  });

  test('P7 the labels that queries match are put on the series by the monitors', () => {
    expect(of('PodMonitor').length).toBe(4);
    for (const { value } of of('PodMonitor')) {
      expect(at(value, 'spec.podTargetLabels')).toEqual(expect.arrayContaining(['app', 'version', 'track', 'rollouts-pod-template-hash']));
    }
  });

  test('P9 whatever the Prometheus Operator reads carries the label that it looks for', () => {
    const read = of('PrometheusRule', 'PodMonitor', 'ServiceMonitor');
    expect(guilty(read, ({ value }) => at(value, 'metadata.labels.release') !== 'kube-prometheus-stack')).toEqual([]);
  });
});
