import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, CanaryRollout, Monitoring } from '../../lib';
import { fieldsOf, pinned, world } from './support';

const template = 'spec.template.spec';

function canary(props: Partial<ConstructorParameters<typeof CanaryRollout>[2]> = {}) {
  const { app, production, judge } = world();
  const rollout = new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge, ...props });
  return { app, production, judge, rollout, field: (path: string) => fieldsOf(app)('Rollout/shop', path) };
}

describe('what the app is asked by probes and scrapes', () => {
  const own = { health: '/healthz', ready: '/up.json?full' };
  const queries = (props: Parameters<typeof canary>[0]) => JSON.stringify(canary(props).judge.catalogue.rollouts[0]?.queries);

  test('is no traffic to the judge, whatever the paths are', () => {
    expect(queries({})).toContain(String.raw`path!~\"/health|/ready|/metrics\"`);
    expect(queries(own)).toContain(String.raw`path!~\"/healthz|/up\\\\.json|/metrics\"`);
  });

  test('is no traffic to rules and alerts either', () => {
    const { app, production, rollout } = canary(own);
    new Monitoring(production, 'monitoring', { of: [rollout] });
    for (const rule of ['blue-green-deployment-rules', 'shop-rules']) {
      const text = JSON.stringify(fieldsOf(app)(`PrometheusRule/${rule}`, 'spec'));
      expect(text).toContain('/healthz|/up');
      expect(text).not.toContain('/health|');
    }
  });

  test('may come at the port of its requests', () => {
    const { app, production, rollout, field } = canary({ port: 8080, metricsPort: 8080 });
    new Monitoring(production, 'monitoring', { of: [rollout] });
    expect(field(`${template}.containers.app.ports`)).toEqual([{ containerPort: 8080, name: 'http' }]);
    expect(fieldsOf(app)('PodMonitor/shop', 'spec.podMetricsEndpoints.0.port')).toBe('http');
  });
});

describe('what the pods refer to and others make', () => {
  const stripe = { secret: { name: 'stripe' } as kplus.ISecret, key: 'key' }; // only the name is read

  test('is declared for the Secrets of the environment: a Secret is never made here', () => {
    const { app, field } = canary({ env: { STRIPE_KEY: kplus.EnvValue.fromSecretValue(stripe) } });
    expect(field('metadata.annotations.bluecanary\\.dev/external')).toBe('Secret/mongodb-uri/connection-string,Secret/stripe/key');
    expect(() => app.render()).not.toThrow();
  });

  test('is declared by a prop for the rest, and refused when nobody does', () => {
    const settings = kplus.EnvValue.fromConfigMap({ name: 'cluster-info' } as kplus.IConfigMap, 'region'); // likewise
    expect(() => canary({ env: { REGION: settings } }).app.render()).toThrow(/dangling-ref[\s\S]*ConfigMap cluster-info/);
    const { app } = canary({ env: { REGION: settings }, external: ['ConfigMap/cluster-info/region'] });
    expect(() => app.render()).not.toThrow();
  });

  test('is nothing where there is nothing', () => {
    expect(canary({ mongodb: false }).field('metadata.annotations')).not.toHaveProperty('bluecanary.dev/external');
  });
});

test('temporary files fill the limit of a pod, not the disk of its node', () => {
  expect(canary().field(`${template}.volumes.tmp.emptyDir.sizeLimit`)).toBe('256Mi');
  expect(canary({ tmpSize: Size.gibibytes(2) }).field(`${template}.volumes.tmp.emptyDir.sizeLimit`)).toBe('2048Mi');
});

describe('the pod survives the way into a Rollout', () => {
  test('a container added later, with a probe port, a CPU limit and a sized emptyDir', () => {
    const { rollout, field } = canary();
    const cache = rollout.addContainer({
      name: 'cache',
      image: pinned('cache'),
      ports: [{ number: 6379, name: 'redis' }],
      resources: { cpu: { limit: kplus.Cpu.millis(250) }, memory: { limit: Size.mebibytes(2048) } },
      readiness: kplus.Probe.fromTcpSocket({ port: 6379 }),
    });
    const scratch = kplus.Volume.fromEmptyDir(rollout, 'scratch', 'scratch', { sizeLimit: Size.mebibytes(64) });
    cache.mount('/data', scratch);

    expect(field(`${template}.containers.cache.readinessProbe.tcpSocket.port`)).toBe(6379);
    expect(field(`${template}.containers.cache.resources.limits`)).toEqual({ cpu: '250m', memory: '2Gi' });
    expect(field(`${template}.volumes.scratch.emptyDir.sizeLimit`)).toBe('64Mi');
    expect(field(`${template}.containers.app.livenessProbe.httpGet.port`)).toBe(3000);
  });

  test('a container added later is as restricted as the first', () => {
    const { rollout, field } = canary();
    rollout.addContainer({ name: 'cache', image: pinned('cache') });
    rollout.addInitContainer({ name: 'warm', image: pinned('warm') });
    for (const path of ['containers.cache', 'initContainers.warm']) {
      expect(field(`${template}.${path}.securityContext`)).toMatchObject({
        allowPrivilegeEscalation: false,
        runAsNonRoot: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  test('a toleration and a node affinity reach it beside the spread', () => {
    const { rollout, field } = canary();
    rollout.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.is('dedicated', 'shop')));
    rollout.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('pool', 'shop')));
    expect(field(`${template}.tolerations.0.key`)).toBe('dedicated');
    expect(field(`${template}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`)).toBeDefined();
    expect(field(`${template}.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution`)).toHaveLength(1);
    expect(field(`${template}.topologySpreadConstraints`)).toHaveLength(2);
  });

  test('what a user keeps it away from comes beside its like, not instead', () => {
    const { production, rollout, field } = canary();
    const batch = new kplus.Deployment(production, 'batch', { containers: [{ image: pinned('batch') }] });
    rollout.scheduling.separate(batch, { weight: 10 });
    const terms = field(`${template}.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution`);
    expect(terms).toMatchObject([{ weight: 100, podAffinityTerm: { labelSelector: { matchLabels: { app: 'shop' } } } }, { weight: 10 }]);
  });

  test('SIGKILL comes after the drain, the longest request and the closing of the pool', () => {
    const { field } = canary({ drain: Duration.seconds(15), longestRequest: Duration.seconds(60) });
    expect(field(`${template}.containers.app.lifecycle.preStop.exec.command`)).toEqual(['sleep', '15']);
    expect(field(`${template}.terminationGracePeriodSeconds`)).toBe(15 + 60 + 5);
  });

  test('a pod does not change when a construct is renamed', () => {
    const { field } = canary();
    expect(Object.keys(field('spec.template.metadata.labels') as object)).toEqual(['app', 'version']);
  });

  test('another workload kept apart from it finds its pods', () => {
    const { production, rollout, app } = canary();
    const batch = new kplus.Deployment(production, 'batch', { containers: [{ image: pinned('batch') }] });
    batch.scheduling.separate(rollout);
    const term = 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0';
    expect(fieldsOf(app)('Deployment/production-batch', `${term}.labelSelector.matchLabels`)).toEqual({ app: 'shop' });
  });

  test('a Service made from the workload selects its pods', () => {
    const { app, production, rollout, field } = canary();
    new kplus.Service(production, 'admin', { selector: rollout, ports: [{ port: 81, targetPort: 9090 }], metadata: { name: 'admin' } });
    const selector = fieldsOf(app)('Service/admin', 'spec.selector') as Record<string, string>;
    expect(Object.keys(selector)).not.toHaveLength(0);
    expect(field('spec.template.metadata.labels')).toMatchObject(selector);
  });
});

describe('a patch on wire names reaches the YAML', () => {
  test('also of fields that the types do not know', () => {
    const { rollout, field } = canary();
    ApiObject.of(rollout).addJsonPatch(
      JsonPatch.add('/spec/strategy/canary/dynamicStableScale', false),
      JsonPatch.add('/spec/aFieldOfTomorrow', { deep: [1] }),
      JsonPatch.replace('/spec/template/spec/containers/0/resources', { limits: { cpu: '2' } }),
      JsonPatch.add('/spec/template/spec/hostPID', false),
    );
    expect(field('spec.strategy.canary.dynamicStableScale')).toBe(false);
    expect(field('spec.aFieldOfTomorrow')).toEqual({ deep: [1] });
    expect(field(`${template}.containers.app.resources`)).toEqual({ limits: { cpu: '2' } });
    expect(field(`${template}.hostPID`)).toBe(false);
  });

  test.each([
    ['service', 'Service/shop', '/spec/clusterIP', 'None'],
    ['route', 'VirtualService/shop-canary', '/spec/http/0/timeout', '3s'],
    ['destination-stable', 'DestinationRule/shop-stable', '/spec/trafficPolicy/outlierDetection/consecutive5xxErrors', 7],
    ['shop-judge', 'AnalysisTemplate/shop-judge', '/spec/metrics/0/aFieldOfTomorrow', 1],
    ['disruption-budget', 'PodDisruptionBudget/shop', '/spec/unhealthyPodEvictionPolicy', 'IfHealthyBudget'],
  ])('of %s', (id, which, path, value) => {
    const { app, rollout } = canary();
    const object = rollout.node.findChild(id) as ApiObject; // every one of these is an object
    object.addJsonPatch(JsonPatch.add(path, value));
    expect(fieldsOf(app)(which, path.slice(1).replaceAll('/', '.'))).toEqual(value);
  });
});

describe('whoever scales owns the number of pods', () => {
  test('a Rollout without an autoscaler has replicas', () => {
    expect(canary({ replicas: 5 }).field('spec.replicas')).toBe(5);
  });

  test('autoscale leaves it to an autoscaler that targets the Rollout', () => {
    const { app, field } = canary({ autoscale: { min: 2, max: 7, cpuPercent: 60 } });
    expect(field('spec')).not.toHaveProperty('replicas');
    const scaler = fieldsOf(app)('HorizontalPodAutoscaler/shop', 'spec');
    expect(scaler).toMatchObject({
      scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'shop' },
      minReplicas: 2,
      maxReplicas: 7,
    });
  });

  test('an autoscaler of cdk8s-plus targets the Rollout and removes its replicas', () => {
    const { app, production, rollout, field } = canary();
    new kplus.HorizontalPodAutoscaler(production, 'scaler', { target: rollout, maxReplicas: 9, metadata: { name: 'scaler' } });
    expect(fieldsOf(app)('HorizontalPodAutoscaler/scaler', 'spec.scaleTargetRef.kind')).toBe('Rollout');
    expect(field('spec')).not.toHaveProperty('replicas');
  });
});

test.each([
  ['canary', () => canary()],
  ['blue/green', blueGreen],
])('a %s release renders the same as often as it is asked', (_name, make) => {
  const { app } = make();
  const [first, second] = [app.render(), app.render()].map(({ files }) => JSON.stringify([...files]));
  expect(second).toBe(first);
});

test('a release that cannot make progress is aborted, not left hanging', () => {
  const { field } = canary({ deadline: Duration.minutes(4) });
  expect(field('spec.progressDeadlineAbort')).toBe(true);
  expect(field('spec.progressDeadlineSeconds')).toBe(240);
  expect(field('spec.minReadySeconds')).toBe(30);
});

test('the version of the pods is the tag of the image', () => {
  expect(canary({ image: pinned('shop', '2.3.4') }).field('spec.template.metadata.labels.version')).toBe('2.3.4');
});

test('an app without MongoDB has neither its environment nor its way out', () => {
  const { app, field } = canary({ mongodb: false });
  const env = field(`${template}.containers.app.env`) as { name: string }[];
  expect(env.map(({ name }) => name)).toEqual(['VERSION', 'NODE_ENV', 'LOG_LEVEL']);
  expect(fieldsOf(app)('NetworkPolicy/shop', 'spec.policyTypes')).toEqual(['Ingress']);
});

test('the version stands before the name that the driver shows, or it would not be expanded', () => {
  const env = canary().field(`${template}.containers.app.env`) as { name: string; value?: string }[];
  const names = env.map(({ name }) => name);
  expect(env.find(({ name }) => name === 'MONGODB_APP_NAME')?.value).toBe('shop@$(VERSION)');
  expect(names.indexOf('VERSION')).toBeLessThan(names.indexOf('MONGODB_APP_NAME'));
});

function blueGreen() {
  const { app, production, judge } = world();
  new BlueGreenRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge });
  return { app };
}

test.each([
  ['app', 9090],
  ['istio', 15090],
] as const)('Prometheus reaches what it scrapes: with metrics of %s the port %i', (metricSource, port) => {
  const { app, production, judge } = world({ meshInjection: metricSource === 'istio' });
  new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge, metricSource });
  const [, scrape] = fieldsOf(app)('NetworkPolicy/shop', 'spec.ingress') as { ports: { port: number }[] }[];
  expect(scrape?.ports).toEqual([{ port, protocol: 'TCP' }]);
});
