import { fromYaml } from '../../yaml';
import { annotation } from '../annotations';
import { type At, isObject } from '../at';
import { groupedBy, type References } from '../references';
import { type RolloutView, rolloutOf, rolloutsIn, rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import type { Item, Source } from '../types';
import { summaryOf } from './migration';

/** Bytes that an annotation may have: client-side apply stores the whole object in one. */
const annotationLimit = 262_144;
const [waveKey, hookKey, syncKey] = ['argocd.argoproj.io/sync-wave', 'argocd.argoproj.io/hook', 'argocd.argoproj.io/sync-options'];
const hooks = ['PreSync', 'pre-install', 'pre-upgrade'];

/** The order of applying, and who owns a field afterwards. */
export const gitopsRules: readonly Rule[] = [
  {
    id: 'X43',
    name: 'migration-before-rollout',
    holds:
      'a Job that expands runs before the Rollouts of its namespace, by an earlier sync wave or a PreSync hook, and one that backfills not after them',
    otherwise: 'The new code meets the old schema.',
    fix: 'set argocd.argoproj.io/sync-wave: "-1" on the Job',
    on: ['Job', 'Rollout'],
    check: (item, references, report) => {
      if (item.kind === 'Rollout') return checkSteps(item, references, report);
      const phase = summaryOf(item)?.phase;
      if (phase !== 'expand' && phase !== 'backfill') return;
      if (hooks.some((hook) => `${item.annotations[hookKey] ?? ''},${item.annotations['helm.sh/hook'] ?? ''}`.includes(hook))) return;
      const wave = waveOf(item);
      // A backfill may run beside the release: promotion waits until nothing is left to do.
      const first = earliest(item.namespace, references);
      const late = first && (phase === 'expand' ? waveOf(first.item) <= wave : waveOf(first.item) < wave) ? first : undefined;
      if (late)
        report(
          item.root.get('metadata', 'annotations', waveKey),
          `wave ${wave}, and wave ${waveOf(late.item)} of Rollout ${late.item.name}`,
        );
    },
    example: `
        kind: Job
        metadata:
          annotations:
            bluecanary.dev/migration: '{"id":"1-x","phase":"expand","database":"shop"}'
      +     argocd.argoproj.io/sync-wave: '-1'
        ---
        kind: Rollout
        metadata: { name: myapp }`,
  },
  {
    id: 'X44',
    name: 'crd-server-side',
    holds: `a CustomResourceDefinition over ${annotationLimit} bytes is applied on the server's side`,
    otherwise: 'The API server rejects it: the annotation of client-side apply is too long.',
    fix: 'set argocd.argoproj.io/sync-options: ServerSideApply=true, and use kubectl apply --server-side',
    on: ['CustomResourceDefinition'],
    check: ({ root, annotations }, _, report) => {
      const bytes = Buffer.byteLength(JSON.stringify(root.value));
      if (bytes > annotationLimit && !(annotations[syncKey] ?? '').includes('ServerSideApply=true'))
        report(root.get('metadata', 'annotations', syncKey), `${bytes} bytes`);
    },
    example: `
        kind: CustomResourceDefinition
        metadata:
          name: rollouts.argoproj.io
      +   annotations: { argocd.argoproj.io/sync-options: ServerSideApply=true }
        spec: { description: <LONG> }`,
  },
  {
    id: 'X45',
    name: 'argo-cd-ignores',
    holds: 'an Application ignores what Rollouts move: weights of VirtualServices, subset labels of DestinationRules, the hash in Services',
    otherwise: 'Every change of weight is OutOfSync, and self-heal takes it back in the middle of the release.',
    fix: 'add ignoreDifferences for the kind, with RespectIgnoreDifferences=true',
    on: ['Application'],
    check: ({ root }, references, report) => {
      const ignored = new Set(
        root
          .get('spec', 'ignoreDifferences')
          .list()
          .map((one) => one.get('kind').text),
      );
      const moved = movedUnder(root, references);
      for (const kind of moved)
        if (!ignored.has(kind))
          report(root.get('spec', 'ignoreDifferences'), `nothing for ${kind}`, { fix: `add ignoreDifferences for ${kind}` });
      const options = root.get('spec', 'syncPolicy', 'syncOptions');
      if (moved.size > 0 && ignored.size > 0 && !options.list().some(({ text }) => text === 'RespectIgnoreDifferences=true'))
        report(options, options.short, { fix: 'add RespectIgnoreDifferences=true' });
    },
    example: `
        kind: Application
        spec:
      +   ignoreDifferences: [{ kind: Service, jqPathExpressions: ['.spec.selector["rollouts-pod-template-hash"]'] }]
          syncPolicy: { syncOptions: [RespectIgnoreDifferences=true] }
        ---
        kind: Rollout
        spec: { strategy: { blueGreen: { activeService: myapp } } }`,
  },
  {
    id: 'Y03',
    name: 'imperative-owned-field',
    holds: 'manifests carry no live value, and no patch touches by index or by hand what the controller or an autoscaler owns',
    otherwise: 'A sync undoes the release in its middle, or fails on a resourceVersion of long ago.',
    fix: 'remove the field: leave it to its owner',
    on: ['Rollout', 'Service', 'VirtualService', 'DestinationRule', 'Deployment', 'Kustomization'],
    check: ({ root, kind }, _, report) => {
      for (const field of ['resourceVersion', 'uid', 'creationTimestamp', 'managedFields', 'generation'])
        if (root.get('metadata').has(field)) report(root.get('metadata', field), `the live ${field}`);
      if (root.get('status').keys.length > 0) report(root.get('status'), 'the live status');
      const revision = root.get('metadata', 'annotations', 'rollout.argoproj.io/revision');
      if (revision.given) report(revision, `the live revision ${revision.short}`);
      if (kind === 'Rollout' && root.get('spec').has('restartAt')) report(root.get('spec', 'restartAt'), 'a restart');
      if (kind === 'Rollout' && root.get('spec', 'paused').value === true) report(root.get('spec', 'paused'), 'paused: true');
      if (kind === 'Kustomization') checkPatches(root, report);
    },
    example: `
        kind: Kustomization
        patches:
          - target: { kind: VirtualService, name: catalog }
      -     patch: '[{ "op": "replace", "path": "/spec/http/0/route/1/weight", "value": 10 }]'
      +     patch: '[{ "op": "replace", "path": "/spec/hosts", "value": ["catalog"] }]'`,
  },
];

type Say = (at: At, came: string, detail?: { readonly fix?: string }) => void;

function waveOf({ annotations }: Item): number {
  const wave = Number(annotations[waveKey] ?? 0);
  return Number.isFinite(wave) ? wave : 0;
}

/** The Rollout of a namespace that is synced first. */
function earliest(namespace: string, references: References): RolloutView | undefined {
  const all = references.part(earliest, () => new Map<string, RolloutView | undefined>());
  if (!all.has(namespace)) {
    const [first, ...others] = rolloutsIn(namespace, references);
    all.set(
      namespace,
      others.reduce((before, one) => (before && waveOf(before.item) <= waveOf(one.item) ? before : one), first),
    );
  }
  return all.get(namespace);
}

/** Kinds of which the Rollouts that an Application deploys change a field. */
function movedUnder(application: At, references: References): ReadonlySet<string> {
  const namespace = application.get('spec', 'destination', 'namespace').text;
  const sources = [application.get('spec', 'source'), ...application.get('spec', 'sources').list()];
  const paths = sources.flatMap((source) => source.get('path').text ?? []);
  // A folder named like a Rollout deploys that one. One whose files are known, and none of them deploys a Rollout, deploys none,
  // and neither does what is below it, which Argo CD reads only when told to. Any other may deploy all of the namespace.
  const own = paths.flatMap((path) => path.split('/')).flatMap((folder) => references.find('Rollout', namespace ?? '', folder) ?? []);
  if (own.length > 0) return movedBy(own.map((item) => rolloutOf(item, references)));
  const flat = sources.every((source) => source.get('directory', 'recurse').value !== true);
  if (flat && paths.length > 0 && paths.every((path) => isWithoutRollout(path, references))) return new Set();
  return movedIn(namespace, references);
}

/** Whether the objects of a folder are known, and are no Rollout and nothing that brings other folders in. */
function isWithoutRollout(path: string, references: References): boolean {
  const folders = references.part(isWithoutRollout, () => groupedBy(references.items, ({ source }) => folderOf(source)));
  const wanted = path.replace(/^\.\//, '');
  // What is linted may be called differently than in the repository: `rendered/production/judge` for `dist/production/judge`.
  const below = wanted.replace(/^[^/]+\/(?=.)/, '');
  const inside = [...folders].filter(([folder]) => `/${folder}`.endsWith(`/${below}`) || `/${wanted}`.endsWith(`/${folder}`));
  return inside.length > 0 && inside.every(([, items]) => items.every(({ kind }) => kind !== 'Rollout' && kind !== 'Kustomization'));
}

function folderOf({ writtenTo, file }: Source): string | undefined {
  return (writtenTo ?? file)?.replaceAll('\\', '/').match(/^(?:\.\/)?(.*)\/[^/]*$/)?.[1];
}

/** Kinds of which Rollouts change a field. */
function movedBy(rollouts: readonly RolloutView[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { services, virtualServices, destinationRule } of rollouts) {
    if (services.length > 0) moved.add('Service');
    if (virtualServices.length > 0) moved.add('VirtualService');
    if (destinationRule) moved.add('DestinationRule');
  }
  return moved;
}

/** @param namespace all of them when an Application names none */
function movedIn(namespace: string | undefined, references: References): ReadonlySet<string> {
  const all = references.part(movedIn, () => new Map<string | undefined, ReadonlySet<string>>());
  const moved = all.get(namespace) ?? movedBy(namespace === undefined ? rolloutsOf(references) : rolloutsIn(namespace, references));
  all.set(namespace, moved);
  return moved;
}

/** A migration as a canary step would run while both versions serve, and again with every retry. */
function checkSteps(item: Item, references: References, report: Say): void {
  for (const step of rolloutOf(item, references).steps) {
    for (const template of step.get('analysis', 'templates').list()) {
      const found = references.find('AnalysisTemplate', item.namespace, template.get('templateName').text ?? '');
      if (found?.annotations[annotation.migration] !== undefined)
        report(template.get('templateName'), 'a migration as a canary step', { fix: 'make it a Job of an earlier sync wave' });
    }
  }
}

const owned = /^\/spec\/(http\/\d+\/route\/\d+\/weight|subsets\/\d+|replicas|selector\/rollouts-pod-template-hash)/;

function checkPatches(root: At, report: Say): void {
  const entries = ['patches', 'patchesJson6902'].flatMap((field) => root.get(field).list());
  const patches = entries.map((entry) => ({ at: entry.get('patch'), target: entry.get('target', 'kind').text }));
  const merges = root
    .get('patchesStrategicMerge')
    .list()
    .map((at) => ({ at, target: undefined }));
  for (const { at, target } of [...patches, ...merges]) {
    const patch = fromYaml(at.text ?? '');
    const kind = target ?? (isObject(patch) ? patch['kind'] : undefined);
    if (!['VirtualService', 'DestinationRule', 'Rollout', 'Service'].includes(String(kind))) continue;
    // A list is a JSON patch, an object is merged into its like.
    const operations = Array.isArray(patch) ? patch.filter(isObject).map(({ path }) => String(path)) : pathsOf(patch);
    for (const operation of operations)
      if (owned.test(operation) || (Array.isArray(patch) && /\/\d+(\/|$)/.test(operation))) report(at, `a patch of ${operation}`);
  }
}

/** JSON pointers to all that a patch merges. */
function pathsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [''];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner).map((rest) => `/${key}${rest}`));
}
