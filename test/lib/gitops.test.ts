import { ApiObject, JsonPatch } from 'cdk8s';
import { BlueGreenDeployment, BlueGreenRollout, CanaryRollout, Migration, Monitoring, Production } from '../../lib';
import { ArgoCdApplication } from '../../lib/argo-cd';
import { FluxKustomization } from '../../lib/flux';
import { pathOf } from '../../lib/folder';
import { at } from '../dist/manifests';
import { releases, repository } from './gitops-world';
import { fieldsOf, judgeOf, pinned, problemsOf, world } from './support';

const contractOf = (app: ReturnType<typeof world>['app']) => at(fieldsOf(app)('Job/full-name-contract-*'), 'metadata.name');

describe('Argo CD', () => {
  test('an Application deploys the folder of its release, into the namespace of the release, from a folder of its own', () => {
    const { app, production, canary } = releases();
    const { node } = new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository, revision: 'live', root: 'deploy/dist' });
    const field = fieldsOf(app);
    expect(field('Application/production-shop', 'metadata.namespace')).toBe('argocd');
    expect(field('Application/production-shop', 'spec.source')).toEqual({
      path: 'deploy/dist/production/shop',
      repoURL: repository,
      targetRevision: 'live',
    });
    expect(field('Application/production-shop', 'spec.destination.namespace')).toBe('production');
    expect(node.findAll().filter(ApiObject.isApiObject).map(pathOf)).toEqual(['production/gitops/Application.production-shop.k8s.yaml']);
  });

  test('it leaves alone exactly what the controller writes during a canary', () => {
    const { app, production, canary } = releases();
    new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository });
    const hash = ['.spec.selector["rollouts-pod-template-hash"]'];
    expect(fieldsOf(app)('Application/production-shop', 'spec.ignoreDifferences')).toEqual([
      { group: '', kind: 'Service', name: 'shop-stable', jqPathExpressions: hash },
      { group: '', kind: 'Service', name: 'shop-canary', jqPathExpressions: hash },
      {
        group: 'networking.istio.io',
        kind: 'VirtualService',
        name: 'shop-canary',
        jqPathExpressions: ['.spec.http[].route[].weight', '.spec.http[] | select(.name == "x-canary")'],
      },
    ]);
  });

  test('replicas are left alone under an autoscaler, subsets where a Rollout manages them, and nothing on plain Deployments', () => {
    const { app, production, judge } = world();
    const scaled = new CanaryRollout(production, 'shop', {
      image: pinned('shop'),
      host: 'shop.example.com',
      judgedBy: judge,
      autoscale: { min: 2, max: 5 },
      testers: false,
    });
    const rule = { name: 'shop', canarySubsetName: 'canary', stableSubsetName: 'stable' };
    ApiObject.of(scaled).addJsonPatch(JsonPatch.add('/spec/strategy/canary/trafficRouting/istio/destinationRule', rule));
    const plain = new BlueGreenDeployment(production, 'desk', {
      active: 'blue',
      blue: { image: pinned('desk') },
      green: { image: pinned('desk') },
    });
    for (const one of [scaled, plain]) new ArgoCdApplication(production, `${one.node.id}-argo-cd`, { of: one, repository });
    const field = fieldsOf(app);
    const ignored = field('Application/production-shop', 'spec.ignoreDifferences');
    expect(ignored).toContainEqual({ group: 'argoproj.io', kind: 'Rollout', name: 'shop', jqPathExpressions: ['.spec.replicas'] });
    expect(ignored).toContainEqual({
      group: 'networking.istio.io',
      kind: 'DestinationRule',
      name: 'shop',
      jqPathExpressions: ['.spec.subsets[].labels["rollouts-pod-template-hash"]'],
    });
    expect(at(ignored, '2.jqPathExpressions')).toEqual(['.spec.http[].route[].weight']);
    expect(field('Application/production-desk', 'spec.ignoreDifferences')).toBeUndefined();
  });

  test('the namespace, the judge and the monitoring have nothing that a Rollout moves, wherever the releases are', () => {
    const { app, production, judge, canary } = releases();
    const monitoring = new Monitoring(production, 'monitoring', { of: [canary] });
    for (const part of [production, judge, monitoring])
      new ArgoCdApplication(production, `${part.node.id}-argo-cd`, { of: part, repository });
    expect(() => app.render()).not.toThrow();
    expect(fieldsOf(app)('Application/production-judge', 'spec.ignoreDifferences')).toBeUndefined();
  });

  test.each([
    { reads: 'the folders below', path: '/spec/source/directory', value: { recurse: true } },
    { reads: 'a folder that nobody here writes', path: '/spec/source/path', value: 'elsewhere' },
  ])('an Application that reads $reads may deploy every release of the namespace', ({ path, value }) => {
    const { app, production } = releases();
    const made = new ArgoCdApplication(production, 'production-argo-cd', { of: production, repository });
    ApiObject.of(made.node.findChild('application')).addJsonPatch(JsonPatch.add(path, value));
    expect(() => app.render()).toThrow(/X45 argo-cd-ignores/);
  });

  test('what is left alone is also not written by a sync, only what differs is applied, and nothing goes before what replaces it is healthy', () => {
    const { app, production, canary } = releases();
    new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository });
    const field = fieldsOf(app);
    expect(field('Application/production-shop', 'spec.syncPolicy.syncOptions')).toEqual([
      'ApplyOutOfSyncOnly=true',
      'PruneLast=true',
      'RespectIgnoreDifferences=true',
      'ServerSideApply=true',
    ]);
    expect(field('Application/production-shop', 'metadata.finalizers')).toBeUndefined();
  });

  test('a release and its migration are one Application, or waves would not order them; an approved contract stays approved', () => {
    const { app, production, blueGreen } = releases();
    new ArgoCdApplication(production, 'desk-argo-cd', { of: blueGreen, repository });
    const field = fieldsOf(app);
    expect(field('Application/production-desk', 'spec.source')).toBeUndefined();
    expect(field('Application/production-desk', 'spec.sources')).toMatchObject([
      { path: 'dist/production/desk' },
      { path: 'dist/production/full-name' },
    ]);
    expect(field('Application/production-desk', 'spec.ignoreDifferences')).toContainEqual({
      group: 'batch',
      kind: 'Job',
      name: contractOf(app),
      jqPathExpressions: ['.spec.suspend'],
    });
  });

  test('a migration that two releases share has one owner: an Application of both', () => {
    const { app, production, judge, blueGreen, migration } = releases();
    const worker = new BlueGreenRollout(production, 'worker', { image: pinned('worker'), judgedBy: judge, migration });
    const applied = new ArgoCdApplication(production, 'desk-argo-cd', { of: [blueGreen, worker], repository });
    expect(applied.node.findAll().filter(ApiObject.isApiObject)).toHaveLength(1);
    const field = fieldsOf(app);
    expect(field('Application/production-desk', 'spec.sources')).toMatchObject([
      { path: 'dist/production/desk' },
      { path: 'dist/production/worker' },
      { path: 'dist/production/full-name' },
    ]);
    expect(field('Application/production-desk', 'spec.ignoreDifferences')).toContainEqual({
      ...{ group: '', kind: 'Service', name: 'worker-preview' },
      jqPathExpressions: ['.spec.selector["rollouts-pod-template-hash"]'],
    });
  });

  test('an Application of a migration that nothing orders is rejected', () => {
    const { app, production, judge } = world();
    const migration = new Migration(production, 'full-name', { image: pinned('migrations'), order: 'none' });
    const desk = new BlueGreenRollout(production, 'desk', { image: pinned('desk'), judgedBy: judge, migration });
    new ArgoCdApplication(production, 'desk-argo-cd', { of: desk, repository });
    expect(problemsOf(app)).toEqual([expect.stringContaining('of: nothing orders the Jobs of full-name, whose order is none')]);
  });

  test('two objects that deploy the same are rejected: each would prune what the other applies', () => {
    const { app, production, judge, canary, blueGreen, migration } = releases();
    const worker = new BlueGreenRollout(production, 'worker', { image: pinned('worker'), judgedBy: judge, migration });
    new ArgoCdApplication(production, 'desk-argo-cd', { of: blueGreen, repository });
    new ArgoCdApplication(production, 'worker-argo-cd', { of: worker, repository });
    new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository });
    new FluxKustomization(production, 'shop-flux', { of: canary });
    new FluxKustomization(production, 'full-name-flux', { of: migration });
    expect(problemsOf(app)).toEqual([
      expect.stringMatching(/^production\/worker-argo-cd .*of: production\/desk-argo-cd deploys production\/full-name already/),
      expect.stringMatching(/^production\/shop-flux .*of: production\/shop-argo-cd deploys production\/shop already/),
      expect.stringMatching(/^production\/full-name-flux .*of: production\/desk-argo-cd deploys production\/full-name already/),
    ]);
    expect(problemsOf(app)[0]).toContain('one ArgoCdApplication orders it with all its releases: of: [desk, worker]');
  });

  test('an Application of nothing is rejected', () => {
    const { app, production } = releases();
    new ArgoCdApplication(production, 'none', { of: [], repository });
    expect(problemsOf(app)).toEqual([expect.stringContaining('of: something to deploy, got an empty list')]);
  });

  test('an Application of releases in two namespaces is rejected', () => {
    const { app, canary } = releases();
    const staging = new Production(app, 'staging');
    const other = new CanaryRollout(staging, 'shop', { image: pinned('shop'), host: 'b.example.com', judgedBy: judgeOf(staging) });
    new ArgoCdApplication(staging, 'both', { of: [canary, other], repository });
    expect(problemsOf(app)).toEqual([expect.stringContaining('of: things of one namespace, got production/shop and staging/shop')]);
  });

  test('the Application of the namespace ignores nothing of the releases: their folders are not its own', () => {
    const { app, production } = releases();
    new ArgoCdApplication(production, 'production-argo-cd', { of: production, repository, sync: 'manual' });
    const spec = fieldsOf(app)('Application/production', 'spec');
    expect(at(spec, 'source.path')).toBe('dist/production');
    expect(at(spec, 'ignoreDifferences')).toBeUndefined();
    expect(at(spec, 'syncPolicy.automated')).toBeUndefined();
  });

  test.each([
    { what: 'a repository that is no address', props: { repository: 'deploy' }, problem: 'repository: an address such as' },
    { what: 'a root outside the repository', props: { root: '../dist/' }, problem: 'root: the folder that the App writes' },
  ])('$what is rejected', ({ props, problem }) => {
    const { app, production, canary } = releases();
    new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository, ...props });
    expect(problemsOf(app)).toEqual([expect.stringContaining(`production/shop-argo-cd (gitops.test.ts`)]);
    expect(problemsOf(app)[0]).toContain(problem);
  });

  test('a migration without its release and a construct without a folder are rejected', () => {
    const { app, production, canary, migration } = releases();
    new ArgoCdApplication(production, 'a', { of: migration, repository });
    new ArgoCdApplication(production, 'b', { of: ApiObject.of(canary), repository });
    expect(problemsOf(app)).toEqual([
      expect.stringContaining('of: Argo CD orders a migration with the release that needs it, by waves'),
      expect.stringContaining('of: something with a folder of its own in dist/, got production/shop/Resource'),
    ]);
  });
});

describe('Flux', () => {
  test('a Kustomization takes what the controller writes from the cluster: whole fields that Git has too', () => {
    const { app, production, canary } = releases();
    new FluxKustomization(production, 'shop-flux', { of: canary });
    const field = fieldsOf(app);
    const ignored = field('Kustomization/production-shop', 'spec.ignore') as readonly {
      target: { kind: string; name: string };
      paths: string[];
    }[]; // asserted below
    expect(ignored).toEqual([
      { target: { kind: 'Service', name: 'shop-stable' }, paths: ['/spec/selector'] },
      { target: { kind: 'Service', name: 'shop-canary' }, paths: ['/spec/selector'] },
      { target: { group: 'networking.istio.io', kind: 'VirtualService', name: 'shop-canary' }, paths: ['/spec/http'] },
    ]);
    // Flux replaces the field in what it applies, and a replacement of an absent field fails.
    for (const { target, paths } of ignored) {
      const path = paths[0]?.slice(1).replaceAll('/', '.') ?? '';
      expect(field(`${target.kind}/${target.name}`, path)).toBeDefined();
    }
  });

  test('it prunes, waits longer than the release is expected to take, and leaves the app running when it is deleted', () => {
    const { app, production, canary } = releases();
    new FluxKustomization(production, 'shop-flux', { of: canary });
    const spec = fieldsOf(app)('Kustomization/production-shop', 'spec');
    expect(spec).toMatchObject({
      path: './dist/production/shop',
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      prune: true,
      wait: true,
      deletionPolicy: 'Orphan',
      timeout: `${canary.release.timing.expected + 600}s`,
    });
  });

  test.each([
    { status: { observedGeneration: '3', phase: 'Healthy' }, health: 'current' },
    { status: { observedGeneration: '3', phase: 'Degraded' }, health: 'failed' },
    { status: { observedGeneration: '3', phase: 'Progressing' }, health: 'inProgress' },
    { status: { observedGeneration: '3', phase: 'Paused' }, health: 'inProgress' },
    { status: { observedGeneration: '2', phase: 'Healthy' }, health: 'inProgress' },
    { status: {}, health: 'inProgress' },
  ])('a Rollout of generation 3 with status $status is $health', ({ status, health }) => {
    const { app, production, canary } = releases();
    new FluxKustomization(production, 'shop-flux', { of: canary });
    const [check] = fieldsOf(app)('Kustomization/production-shop', 'spec.healthCheckExprs') as Record<string, string>[]; // asserted below
    const rollout = { metadata: { generation: 3 }, status };
    // The order in which Flux asks.
    const answer = ['inProgress', 'failed', 'current'].find((name) => evaluate(check?.[name] ?? '', rollout));
    expect(answer).toBe(health);
  });

  test('the phases of a migration follow each other; the release waits for expand, and verify for the release', () => {
    const { app, production, blueGreen, migration } = releases();
    new FluxKustomization(production, 'desk-flux', { of: blueGreen });
    new FluxKustomization(production, 'full-name-flux', { of: migration });
    const field = fieldsOf(app);
    const waitsFor = (name: string) => field(`Kustomization/production-${name}`, 'spec.dependsOn');
    const on = (...names: string[]) => names.map((name) => ({ name: `production-${name}` }));
    expect(waitsFor('full-name-backup')).toBeUndefined();
    expect(waitsFor('full-name-expand')).toEqual(on('full-name-backup'));
    expect(waitsFor('desk')).toEqual(on('full-name-expand'));
    expect(waitsFor('full-name-backfill')).toEqual(on('full-name-expand'));
    expect(waitsFor('full-name-verify')).toEqual(on('full-name-backfill', 'desk'));
    expect(waitsFor('full-name-contract')).toEqual(on('full-name-verify'));
    expect(field('Kustomization/production-full-name-contract', 'spec')).toMatchObject({
      wait: false,
      ignore: [{ target: { group: 'batch', kind: 'Job', name: contractOf(app) }, paths: ['/spec/suspend'] }],
    });
  });

  test('a release whose migration nobody deploys would wait for ever, and is rejected; so is the namespace as a folder', () => {
    const { app, production, blueGreen } = releases();
    new FluxKustomization(production, 'desk-flux', { of: blueGreen, interval: undefined });
    new FluxKustomization(production, 'production-flux', { of: production });
    expect(problemsOf(app)).toEqual([
      expect.stringContaining("add new FluxKustomization(production, 'full-name-flux', { of: ... })"),
      expect.stringContaining('of: Flux reads a folder with all that is below it'),
    ]);
  });
});

/** The part of CEL that the health expressions use: has(), string(), in, comparisons. */
function evaluate(expression: string, rollout: { readonly metadata: unknown; readonly status: unknown }): boolean {
  const script = expression
    .replaceAll(/has\((\w+)\.(\w+)\)/g, '("$2" in $1)')
    .replaceAll(/string\(([\w.]+)\)/g, 'String($1)')
    .replaceAll(/([\w.]+) in \[([^\]]*)\]/g, '[$2].includes($1)')
    .replaceAll(/([!=]=)/g, '$1=');
  return new Function('metadata', 'status', `return ${script}`)(rollout.metadata, rollout.status) as boolean;
}
