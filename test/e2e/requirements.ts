import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { Cluster, KubeObject } from './cluster';
import type { Options } from './options';

const oldest = 28;
const kinds: readonly { readonly group: string; readonly kinds: readonly string[]; readonly flag: string }[] = [
  { group: 'argoproj.io/v1alpha1', kinds: ['Rollout', 'AnalysisTemplate', 'AnalysisRun', 'Experiment'], flag: '--rollouts-crds' },
  { group: 'networking.istio.io/v1', kinds: ['VirtualService', 'DestinationRule'], flag: '--istio-crds' },
  { group: 'monitoring.coreos.com/v1', kinds: ['PrometheusRule', 'ServiceMonitor', 'PodMonitor'], flag: '--monitoring-crds' },
];

const limits = { served: 30 };

/** What the cluster or this machine lacks, each with the way out; applies given CRDs first. */
export async function missing(cluster: Cluster, { crds, controller }: Options): Promise<readonly string[]> {
  const programs = [
    installed(
      process.env['PROMETHEUS_BIN'] ?? 'prometheus',
      ['--version'],
      'apt-get install -y --no-install-recommends prometheus, or PROMETHEUS_BIN',
    ),
    installed(process.env['KUBECTL'] ?? 'kubectl', ['version', '--client'], 'install it, or KUBECTL'),
    controller === undefined ? [] : installed(controller, ['--version'], '--controller names the program of the Argo Rollouts controller'),
    crds.filter((path) => !existsSync(path)).map((path) => `${path}: no such file or folder`),
  ].flat();
  if (programs.length > 0) return programs;
  let version: { readonly minor: string; readonly gitVersion: string };
  try {
    version = (await cluster.call('GET', '/version')).body as typeof version; // the version object of every API server
  } catch (error) {
    return [`the cluster cannot be reached: ${error instanceof Error ? error.message : String(error)}`];
  }
  if (Number.parseInt(version.minor, 10) < oldest) return [`Kubernetes 1.${oldest} or newer is needed, this is ${version.gitVersion}`];
  for (const crd of crds.flatMap(read)) await cluster.apply(crd, { force: true });
  const until = Date.now() + (crds.length > 0 ? limits.served * 1_000 : 0);
  for (;;) {
    const lacks = await notServed(cluster);
    if (lacks.length === 0 || Date.now() > until) return lacks;
    await pause(500);
  }
}

/** Versions for the results. */
export async function versionsOf(
  cluster: Cluster,
  { controller }: Options,
  project: string,
): Promise<readonly (readonly [string, string])[]> {
  const { gitVersion } = (await cluster.call('GET', '/version')).body as { gitVersion: string }; // as above
  const first = (command: string, args: readonly string[]) =>
    execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).split('\n')[0] ?? '';
  const said = controller === undefined ? "the cluster's own" : first(controller, ['--version']);
  return [
    ['Kubernetes API server', gitVersion],
    ['Argo Rollouts controller', /\bv\d[\w.+-]*/.exec(said)?.[0] ?? said],
    ['Prometheus', /version (\S+)/.exec(first(process.env['PROMETHEUS_BIN'] ?? 'prometheus', ['--version']))?.[1] ?? ''],
    ['Node.js', process.version],
    ['commit', first('git', ['-C', project, 'rev-parse', '--short', 'HEAD'])],
  ];
}

function installed(program: string, args: readonly string[], wayOut: string): readonly string[] {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' });
    return [];
  } catch {
    return [`${program} is not installed: ${wayOut}`];
  }
}

async function notServed(cluster: Cluster): Promise<string[]> {
  const lacks: string[] = [];
  for (const { group, kinds: wanted, flag } of kinds) {
    const absent: string[] = [];
    for (const kind of wanted) if (!(await cluster.serves(group, kind))) absent.push(kind);
    if (absent.length > 0)
      lacks.push(`the cluster does not serve ${absent.join(', ')} of ${group}: install the CRDs, or give ${flag} PATH`);
  }
  return lacks;
}

function read(path: string): KubeObject[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => /\.ya?ml$/.test(file))
        .map((file) => join(path, file))
    : [path];
  return files
    .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as KubeObject | null))
    .filter((object): object is KubeObject => object?.kind === 'CustomResourceDefinition');
}
