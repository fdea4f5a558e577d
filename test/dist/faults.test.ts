import { at, containers, fields, finder, type Manifest, manifests, pods } from './manifests';

/**
 * Forms that are copied often and are wrong. Each test says the rule; a manifest that breaks it is in the list that should be empty.
 */
const all = manifests();
const find = finder(all);
const of = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind));
const guilty = (suspects: readonly Manifest[], breaks: (manifest: Manifest) => unknown) => suspects.filter(breaks).map(({ path }) => path);
const having = (key: RegExp, suspects = all) => guilty(suspects, ({ value }) => fields(value).some((field) => key.test(field.key)));
const workloads = of('Deployment', 'Rollout');
const apps = workloads.filter(({ name }) => name !== 'judge');
const externals = new Set(all.flatMap(({ value }) => String(at(value, 'metadata.annotations.bluecanary\\.dev/external') ?? '').split(',')));
const objects = (path: string) => (value: unknown) => (at(value, path) ?? []) as readonly unknown[];

describe('files and names', () => {
  test('every file is one object, so that nothing is applied by accident', () => {
    expect(guilty(all, ({ text }) => /^---/m.test(text))).toEqual([]);
  });

  test('a file is named like its object; only a Job has a hash in its name', () => {
    const predictable = ({ kind, name, path }: Manifest) =>
      path.endsWith(kind === 'Job' ? `/Job.${name.replace(/-[0-9a-f]{8}$/, '')}.k8s.yaml` : `/${kind}.${name}.k8s.yaml`);
    expect(guilty(all, (manifest) => !predictable(manifest))).toEqual([]);
  });

  test('nothing is empty, null or written for the server', () => {
    expect(guilty(all, ({ value }) => fields(value).some((field) => field.value === null))).toEqual([]);
    expect(having(/^(creationTimestamp|resourceVersion|uid)$/)).toEqual([]);
    expect(guilty(all, ({ value }) => at(value, 'status') !== undefined)).toEqual([]);
  });

  test('everything of a release is in the namespace, and the Namespace in none', () => {
    const released = all.filter(({ kind }) => kind !== 'Application' && kind !== 'Kustomization');
    const expected = (kind: string) => (kind === 'Namespace' ? undefined : 'production');
    expect(guilty(released, ({ kind, value }) => at(value, 'metadata.namespace') !== expected(kind))).toEqual([]);
  });
});

describe('Kubernetes objects', () => {
  test('K1 a Service selects pods of one app, and no two strategies share a Service', () => {
    const labels = pods(all).map((pod) => pod.labels);
    const mixed = of('Service').filter(({ value }) => {
      const selector = Object.entries(at(value, 'spec.selector') as Record<string, string>);
      const selected = labels.filter((pod) => selector.every(([key, wanted]) => pod[key] === wanted));
      return new Set(selected.map((pod) => pod['app'])).size !== 1;
    });
    expect(mixed.map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['orders', 'blue', 'green'],
    ['search', 'stable', 'canary'],
  ])('K2 both sides of %s are complete and scraped', (app, one, other) => {
    const shape = (side: string) => {
      const template = at(find(`Deployment/${app}-${side}`), 'spec.template');
      const flat = [...fields(template)].map(({ path }) => path).filter((path) => !/env\.\d+/.test(path));
      return { flat, scraped: at(template, 'metadata.annotations.prometheus\\.io/scrape') };
    };
    expect(shape(one)).toEqual(shape(other));
    expect(shape(one).scraped).toBe('true');
    expect(shape(one).flat).toEqual(
      expect.arrayContaining(['spec.containers.0.readinessProbe', 'spec.containers.0.resources.limits', 'spec.serviceAccountName']),
    );
  });

  test('K3 whoever is scaled by an autoscaler has no replicas in Git', () => {
    const scaled = of('HorizontalPodAutoscaler').map(({ value }) => String(at(value, 'spec.scaleTargetRef.name')));
    expect(guilty(workloads, ({ name, value }) => scaled.includes(name) && at(value, 'spec.replicas') !== undefined)).toEqual([]);
  });

  test('K6 every image is pinned by a digest and pulled when absent', () => {
    const loose = pods(all).flatMap((pod) =>
      containers(pod)
        .filter(({ image, imagePullPolicy }) => !/@sha256:[0-9a-f]{64}$/.test(String(image)) || imagePullPolicy !== 'IfNotPresent')
        .map(({ name }) => `${pod.owner} ${name}`),
    );
    expect(loose).toEqual([]);
  });

  test('K7 whatever is referenced is here, or is declared to be elsewhere', () => {
    const here = new Set(all.map(({ kind, name }) => `${kind}/${name}`));
    const referenced = all.flatMap(({ path, value }) =>
      fields(value).flatMap(({ key, value: target }) => {
        const name = (field: string) => at(target, field);
        if (key === 'serviceAccountName') return [[path, `ServiceAccount/${target}`, '']];
        if (key === 'secretKeyRef') return [[path, `Secret/${name('name')}`, `/${name('key')}`]];
        if (key === 'configMap' && name('name') !== undefined) return [[path, `ConfigMap/${name('name')}`, '']];
        if (key === 'persistentVolumeClaim') return [[path, `PersistentVolumeClaim/${name('claimName')}`, '']];
        if (key === 'templateName') return [[path, `AnalysisTemplate/${target}`, '']];
        if (/^(active|preview|canary|stable)Service$/.test(key)) return [[path, `Service/${target}`, '']];
        if (key === 'ingressClassName') return [[path, `IngressClass/${target}`, '']];
        if (key === 'cert-manager.io/cluster-issuer') return [[path, `ClusterIssuer/${target}`, '']];
        if (key === 'gateways')
          return (target as string[]).filter((gateway) => gateway !== 'mesh').map((gateway) => [path, `Gateway/${gateway}`, '']);
        return [];
      }),
    );
    const dangling = referenced.filter(([, what = '', key = '']) => !here.has(what) && !externals.has(what + key) && !externals.has(what));
    expect(dangling.map(([path, what]) => `${path}: ${what}`)).toEqual([]);
    expect(referenced.length).toBeGreaterThan(40);
  });

  test('K8 every app has a disruption budget, a network policy, and time to become and to stop being available', () => {
    const names = new Set(apps.map(({ value }) => String(at(value, 'metadata.labels.app'))));
    for (const app of names) {
      expect(at(find(`PodDisruptionBudget/${app}`), 'spec')).toMatchObject({
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      });
      expect(at(find(`NetworkPolicy/${app}`), 'spec.podSelector.matchLabels.app')).toBe(app);
    }
    expect(guilty(apps, ({ value }) => !(Number(at(value, 'spec.minReadySeconds')) >= 30))).toEqual([]);
    expect(guilty(apps, ({ value }) => at(value, 'spec.template.spec.containers.app.lifecycle.preStop') === undefined)).toEqual([]);
  });

  test('K8 every pod is one that Pod Security "restricted" admits', () => {
    const refused = pods(all).filter((pod) => {
      const security = (one: unknown, field: string) => at(one, `securityContext.${field}`);
      const restricted = (one: unknown) =>
        security(one, 'allowPrivilegeEscalation') === false && JSON.stringify(security(one, 'capabilities.drop')) === '["ALL"]';
      const account = security(pod.spec, 'runAsNonRoot') === true && security(pod.spec, 'seccompProfile.type') === 'RuntimeDefault';
      const host = ['hostNetwork', 'hostPID', 'hostIPC'].some((field) => at(pod.spec, field) === true);
      return !account || host || !containers(pod).every(restricted);
    });
    expect(refused.map(({ owner }) => owner)).toEqual([]);
  });

  test('K8 every container has requests and limits, and no pod a token that it does not need', () => {
    const unbounded = pods(all).filter((pod) =>
      containers(pod).some((one) => ['requests', 'limits'].some((kind) => !at(one, `resources.${kind}.memory`))),
    );
    expect(unbounded.map(({ owner }) => owner)).toEqual([]);
    const trusted = pods(all)
      .filter(({ spec }) => spec['automountServiceAccountToken'] !== false)
      .map(({ owner }) => owner);
    expect(trusted).toEqual([expect.stringMatching(/^Job\/users-full-name-contract-/)]);
  });

  test('K9 a pod serves on while the Services forget it, and has time for the longest request after that', () => {
    const cut = apps.filter(({ value }) => {
      const sleep = Number(at(value, 'spec.template.spec.containers.app.lifecycle.preStop.exec.command.1'));
      return !(sleep >= 5 && Number(at(value, 'spec.template.spec.terminationGracePeriodSeconds')) >= sleep + 30);
    });
    expect(cut.map(({ path }) => path)).toEqual([]);
  });

  test('K10 the start of a pod fits into the deadline with room for the pull', () => {
    const tight = apps.filter(({ value }) => {
      const probe = (field: string) => Number(at(value, `spec.template.spec.containers.app.startupProbe.${field}`));
      return !(
        Number(at(value, 'spec.progressDeadlineSeconds')) >=
        probe('periodSeconds') * probe('failureThreshold') + Number(at(value, 'spec.minReadySeconds')) + 60
      );
    });
    expect(tight.map(({ path }) => path)).toEqual([]);
  });

  test('K12 ports of Services have names and a protocol, and go to ports by name', () => {
    const ports = of('Service').flatMap(({ path, value }) => objects('spec.ports')(value).map((port) => ({ path, port })));
    expect(
      ports
        .filter(({ port }) => at(port, 'name') !== 'http' || at(port, 'appProtocol') !== 'http' || at(port, 'targetPort') !== 'http')
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('K13 every app is scraped by a monitor of the Prometheus Operator, and so is the judge', () => {
    const names = [...new Set(apps.map(({ value }) => String(at(value, 'metadata.labels.app'))))];
    expect(of('PodMonitor').map(({ value }) => at(value, 'spec.selector.matchLabels.app'))).toEqual(expect.arrayContaining(names));
    expect(at(find('ServiceMonitor/judge'), 'spec.selector.matchLabels')).toEqual({ app: 'judge' });
  });

  test('K14 no namespace is selected by a label that anybody may set', () => {
    const selected = of('NetworkPolicy').flatMap(({ value }) => fields(value).filter(({ key }) => key === 'namespaceSelector'));
    expect(selected.length).toBeGreaterThan(5);
    for (const { value } of selected) expect(Object.keys(at(value, 'matchLabels') as object)).toEqual(['kubernetes.io/metadata.name']);
  });

  test('K15 the pods of one revision spread over zones and nodes', () => {
    const hash = (kind: string) => (kind === 'Rollout' ? 'rollouts-pod-template-hash' : 'pod-template-hash');
    const clumped = apps.filter(({ kind, value }) => {
      const spread = objects('spec.template.spec.topologySpreadConstraints')(value);
      const keys = spread.map((one) => at(one, 'topologyKey'));
      const perRevision = spread.every((one) => JSON.stringify(at(one, 'matchLabelKeys')) === JSON.stringify([hash(kind)]));
      return !(keys.includes('topology.kubernetes.io/zone') && keys.includes('kubernetes.io/hostname') && perRevision);
    });
    expect(clumped.map(({ path }) => path)).toEqual([]);
  });

  test('K16 every pool of connections is bounded, and the database sees whose it is', () => {
    const env = (value: unknown, name: string) => at(value, `spec.template.spec.containers.app.env.${name}.value`);
    expect(guilty(apps, ({ value }) => !(Number(env(value, 'MONGODB_MAX_POOL_SIZE')) > 0))).toEqual([]);
    expect(guilty(apps, ({ value }) => !/@\$\(VERSION\)$/.test(String(env(value, 'MONGODB_APP_NAME'))))).toEqual([]);
  });

  test('K17 the active colour is the same in selector, annotation, replicas and route', () => {
    const active = at(find('Service/orders'), 'metadata.annotations.active-version');
    expect(at(find('Service/orders'), 'spec.selector.version')).toBe(active);
    expect(Number(at(find(`Deployment/orders-${active}`), 'spec.replicas'))).toBeGreaterThan(0);
    const all100 = objects('spec.http.primary.route')(find('VirtualService/orders')).filter((side) => at(side, 'weight') === 100);
    expect(all100.map((side) => at(side, 'destination.host'))).toEqual([`orders-${active}.production.svc.cluster.local`]);
  });
});
