import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { changes } from '../changes';
import type { Cluster, KubeObject } from '../cluster';
import type { Service } from '../kinds';
import { readObjects, synthesizeReleases } from '../next-release';
import { adapted } from '../releases';
import type { Scenario } from '../scenario';
import type { Suite } from '../stage';

/** What an API server says of `dist/`, before anything runs. */
export const objects: readonly Scenario[] = [
  {
    name: 'dist-accepted',
    holds:
      'every object of dist/ passes a server-side dry run under strict field validation and Pod Security restricted, without a warning; so does every pod',
    async run({ cluster, project }, name) {
      return inNamespace(cluster, `e2e-${name}`, async (namespace) => {
        const everything = shipped(join(project, 'dist'), namespace);
        const { served: all, left } = await servedOf(cluster, everything);
        assert.deepEqual(await cluster.deliver(all.filter(({ kind }) => kind === 'Namespace')), [], 'the namespace is made');
        const problems: string[] = [];
        for (const object of all) {
          const where = `${object.kind}/${object.metadata?.name}`;
          problems.push(...(await said(() => cluster.apply(object, { dryRun: true }))).map((text) => `${where}: ${text}`));
        }
        const pods = all.flatMap(podsOf);
        const create = (pod: KubeObject) =>
          cluster.call('POST', `/api/v1/namespaces/${namespace}/pods`, {
            query: { dryRun: 'All', fieldValidation: 'Strict' },
            body: pod,
          });
        for (const pod of pods) problems.push(...(await said(() => create(pod))).map((text) => `pod of ${pod.metadata?.name}: ${text}`));
        await assert.rejects(create(careless), { status: 403 }, 'a pod that Pod Security restricted forbids is refused here');
        assert.deepEqual(problems, []);
        return `${all.length} objects and ${pods.length} pods accepted, no warning${left === '' ? '' : `; not served here and left out: ${left}`}`;
      });
    },
  },
  {
    name: 'dist-next',
    holds:
      'release N is applied and rolled out, then N+1: only images, versions and what follows from them change; no conflict with the controller, no immutable field; a server-side apply of a Service that the controller wrote into is refused, as the runbook says',
    run: nextRelease,
  },
];

async function nextRelease({ cluster, world, project }: Suite, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bluecanary-next-'));
  try {
    return await inNamespace(cluster, `e2e-${name}`, async (namespace) => {
      const releases = synthesizeReleases(project, folder);
      const [{ served: present }, { served: next }] = [
        await servedOf(cluster, renamed(releases.present, namespace).map(forFakeNode)),
        await servedOf(cluster, renamed(releases.next, namespace).map(forFakeNode)),
      ];
      assert.deepEqual(await cluster.deliver(present), [], 'release N is applied');
      const rollouts = present.filter(({ kind }) => kind === 'Rollout').map(({ metadata }) => metadata?.name ?? '');
      const until = Date.now() + 150_000;
      while (!rollouts.every((rollout) => world.rollout(namespace, rollout)?.status?.phase === 'Healthy')) {
        assert.ok(Date.now() < until, 'release N is healthy in 150 s');
        await pause(500);
      }
      const before = await Promise.all(next.map((object) => cluster.get(object)));
      const problems = [...(await cluster.deliver(next))];
      const changed = new Map<string, number>();
      for (const [index, object] of next.entries()) {
        if (before[index] === undefined) continue;
        for (const path of changes(before[index], await cluster.get(object))) {
          if (!expected.some((pattern) => pattern.test(path))) problems.push(`${object.kind}/${object.metadata?.name}: ${path} changed`);
          changed.set(path, (changed.get(path) ?? 0) + 1);
        }
      }
      assert.deepEqual(problems, []);
      const services = await serverSide(cluster, next);
      return `${[...changed].map(([path, count]) => `${path} (${count})`).join(', ')}; server-side apply refused for ${services} Services`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Services that the controller wrote into: how many refuse a server-side apply. Forced, every one would select the pods of both versions. */
async function serverSide(cluster: Cluster, objects: readonly KubeObject[]): Promise<number> {
  let written = 0;
  for (const service of objects.filter(({ kind }) => kind === 'Service')) {
    if (!isHashed(await cluster.get<Service>(service))) continue;
    written += 1;
    const name = service.metadata?.name;
    await assert.rejects(cluster.apply(service, { dryRun: true }), { status: 409 }, `${name}: refused`);
    const forced = (await cluster.apply(service, { dryRun: true, force: true })).body as Service; // the object that was applied
    assert.ok(!isHashed(forced), `${name}: forced, it loses the hash`);
  }
  assert.notEqual(written, 0, 'the controller wrote into Services');
  return written;
}

function isHashed(service: Service | undefined): boolean {
  return service?.spec?.selector?.['rollouts-pod-template-hash'] !== undefined;
}

/** What a higher version may change in an object that keeps its name. */
const expected: readonly RegExp[] = [
  /^spec\.template\.metadata\.labels\.version$/,
  /\.template\.spec\.(initContainers|containers)\[\d+\]\.image$/,
  // VERSION, where no label tells it.
  /^spec\.template\.spec\.containers\[0\]\.env\[0\]\.value$/,
  /^spec\.http\[\d+\]\.route\[\d+\]\.headers\.response\.set\.X-Backend-Version$/,
  // A Job with another image is another Job, and Argo CD leaves its approval alone.
  /^spec\.ignoreDifferences\[\d+\]\.name$/,
  // The controller, at work on the release.
  /^spec\.selector\.rollouts-pod-template-hash$/,
];

const deliveryTools = /^(argoproj\.io\/v1alpha1\/Application|kustomize\.toolkit\.fluxcd\.io\/v1\/Kustomization)$/;

/** Without the objects of Argo CD and Flux where the cluster has neither: they are about `dist/`, and no part of a release. */
async function servedOf(
  cluster: Cluster,
  all: readonly KubeObject[],
): Promise<{ readonly served: readonly KubeObject[]; readonly left: string }> {
  const missing = new Set<string>();
  for (const { apiVersion = '', kind = '' } of all)
    if (deliveryTools.test(`${apiVersion}/${kind}`) && !(await cluster.serves(apiVersion, kind))) missing.add(kind);
  return { served: all.filter(({ kind = '' }) => !missing.has(kind)), left: [...missing].join(', ') };
}

/** The namespace of `dist/` under another name, for as long as the play lasts. */
async function inNamespace(cluster: Cluster, namespace: string, play: (namespace: string) => Promise<string>): Promise<string> {
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  try {
    return await play(namespace);
  } finally {
    await cluster.delete(object);
  }
}

function shipped(folder: string, namespace: string): KubeObject[] {
  return renamed(readObjects(folder), namespace);
}

/** The same objects in another namespace: a shared cluster may have a `production`. */
function renamed(all: readonly KubeObject[], namespace: string): KubeObject[] {
  return all.map((object) =>
    object.kind === 'Namespace'
      ? { ...object, metadata: { ...object.metadata, name: namespace } }
      : { ...object, metadata: { ...object.metadata, namespace } },
  );
}

function forFakeNode(object: KubeObject): KubeObject {
  return adapted(object, '', { namespace: '', version: '', judgeUrl: '' });
}

/** Refusal and warnings of a call, as text. */
async function said(call: () => ReturnType<Cluster['apply']>): Promise<readonly string[]> {
  try {
    return (await call()).warnings;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What the namespace must refuse, or its silence about the others would mean nothing. */
const careless = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'careless' },
  spec: { schedulerName: 'nobody', containers: [{ name: 'careless', image: 'registry.example.com/careless:1.0.0' }] },
} as KubeObject;

interface Templated extends KubeObject {
  readonly spec?: {
    readonly template?: { readonly metadata?: object; readonly spec?: object };
    readonly metrics?: readonly {
      readonly provider?: {
        readonly job?: { readonly spec: { readonly template: { readonly metadata?: object; readonly spec?: object } } };
      };
    }[];
  };
}

/** Pods that the object would make. Pod Security does not look into custom resources: only this shows what it says of a Rollout's. */
function podsOf(object: KubeObject): KubeObject[] {
  const { spec, metadata } = object as Templated;
  const templates = [spec?.template, ...(spec?.metrics ?? []).map(({ provider }) => provider?.job?.spec.template)].filter(
    (template) => template !== undefined,
  );
  return templates.map((template) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: `${metadata?.name}-pod` },
    spec: { ...template.spec, schedulerName: 'nobody' },
  }));
}
