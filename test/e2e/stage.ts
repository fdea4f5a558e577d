import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endpoints } from '../../analysis/contract/endpoints';
import { startWireServer, type WireServer } from '../support/wire-server';
import type { Cluster, KubeObject } from './cluster';
import { behaviour } from './fake-node';
import type { AnalysisRun, Job, RolloutObject } from './kinds';
import { Observer } from './observer';
import { freePort, Program } from './processes';
import {
  type BlueGreenTimes,
  type Built,
  blueGreenApp,
  buildBlueGreen,
  buildCanary,
  type CanaryTimes,
  canaryApp,
  phaseOf,
} from './releases';
import type { Load, Traffic } from './traffic';
import type { World } from './world';

/** What all scenarios share. */
export interface Suite {
  readonly cluster: Cluster;
  readonly world: World;
  readonly traffic: Traffic;
  readonly exporterPort: number;
  /** Folder for configurations and logs. */
  readonly folder: string;
  /** Where the project stands. */
  readonly project: string;
  /** The controller, if the suite runs it. */
  readonly controller: Program | undefined;
  /** Leaves the namespace of a scenario that failed. */
  readonly keepFailed: boolean;
}

export type Plan =
  | { readonly strategy: 'canary'; readonly times?: CanaryTimes }
  | { readonly strategy: 'blue-green'; readonly times?: BlueGreenTimes };

/** Requests per second: enough evidence at 10 % within a few windows. */
export const usualRate = 10_000;

/** Requests per second that leave no look undecided once there are windows, at 10 % neither. */
export const clearRate = 1_000_000;

const token = 'e2e-token-of-the-judge';

/** One release in a namespace of its own, with its own Prometheus and its own analysis service. */
export class Stage {
  readonly observer: Observer;
  readonly load: Load;
  private built: Built | undefined;

  private constructor(
    readonly suite: Suite,
    readonly namespace: string,
    readonly plan: Plan,
    readonly prometheus: Program,
    readonly judge: Program,
    readonly judgeUrl: string,
    private readonly catalogueFile: string,
    /** Only where a migration takes part. */
    private readonly server: WireServer | undefined,
  ) {
    const strategy = plan.strategy;
    this.load = {
      namespace,
      app: this.app,
      route: strategy === 'canary' ? 'weights' : 'service',
      requestsPerSecond: usualRate,
      health: () => ({}),
      prefix: () => '',
    };
    this.observer = new Observer(suite.world, namespace, this.app, strategy);
  }

  static async of(suite: Suite, name: string, plan: Plan): Promise<Stage> {
    const folder = join(suite.folder, name);
    await mkdir(join(folder, 'data'), { recursive: true });
    const [prometheusPort, judgePort] = [await freePort(), await freePort()];
    const files = { prometheus: join(folder, 'prometheus.yml'), catalogue: join(folder, 'catalogue.json'), token: join(folder, 'token') };
    await writeFile(files.prometheus, scrapeConfig(suite.exporterPort, `e2e-${name}`));
    await writeFile(files.token, `${token}\n`);
    const prometheus = new Program('prometheus', {
      command: process.env['PROMETHEUS_BIN'] ?? 'prometheus',
      args: [
        `--config.file=${files.prometheus}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
        '--log.level=warn',
      ],
      readyUrl: `http://127.0.0.1:${prometheusPort}/-/ready`,
      log: join(folder, 'prometheus.log'),
    });
    const judgeUrl = `http://127.0.0.1:${judgePort}`;
    const server = plan.strategy === 'blue-green' && plan.times?.migration ? await startWireServer() : undefined;
    const judge = new Program('analysis service', {
      command: process.execPath,
      args: ['--import', 'tsx', join(suite.project, 'analysis/main.ts')],
      env: {
        PROMETHEUS_URL: `http://127.0.0.1:${prometheusPort}`,
        CATALOGUE_FILE: files.catalogue,
        TOKEN_FILE: files.token,
        HOST: '127.0.0.1',
        PORT: String(judgePort),
        ...(server ? { MONGODB_URI: server.uri('judge') } : {}),
      },
      readyUrl: `${judgeUrl}${endpoints.live}`,
      log: join(folder, 'judge.log'),
    });
    return new Stage(suite, `e2e-${name}`, plan, prometheus, judge, judgeUrl, files.catalogue, server);
  }

  get app(): string {
    return this.plan.strategy === 'canary' ? canaryApp : blueGreenApp;
  }

  /** What the release says of itself: expected time, objectives. */
  get release(): Built['release'] {
    if (this.built === undefined) throw new Error('nothing is deployed yet');
    return this.built.release;
  }

  get rollout(): RolloutObject {
    return this.suite.world.rollout(this.namespace, this.app) ?? {};
  }

  /** Runs of the controller, oldest first. */
  get runs(): readonly AnalysisRun[] {
    const created = ({ metadata }: AnalysisRun) => metadata?.creationTimestamp ?? '';
    return [...this.suite.world.analysisRuns(this.namespace)].sort((a, b) => created(a).localeCompare(created(b)));
  }

  /** The database of a release with a migration. */
  get database(): WireServer {
    if (this.server === undefined) throw new Error('this release has no migration');
    return this.server;
  }

  build(version: string, pods: Readonly<Record<string, string>> = {}): Built {
    const options = { namespace: this.namespace, version, judgeUrl: this.judgeUrl, pods, jobs: { [behaviour.run]: 'engine' } };
    return this.plan.strategy === 'canary' ? buildCanary(options, this.plan.times) : buildBlueGreen(options, this.plan.times);
  }

  /**
   * Applies a version as a delivery would, without the Jobs of its migration, see `phase`; on the first one, starts Prometheus and the
   * judge as well. Gives the moment when it was applied.
   */
  async deploy(version: string, pods: Readonly<Record<string, string>> = {}): Promise<number> {
    const first = this.built === undefined;
    this.built = this.build(version, pods);
    if (first) {
      await writeFile(this.catalogueFile, JSON.stringify(this.built.catalogue));
      await Promise.all([this.prometheus.start(), this.judge.start()]);
    }
    await this.deliver(this.built.objects.filter((object) => phaseOf(object) === undefined));
    if (first) for (const secret of this.secrets) await this.suite.cluster.apply(secret);
    return Date.now();
  }

  private async deliver(objects: readonly KubeObject[]): Promise<void> {
    const said = await this.suite.cluster.deliver(objects);
    if (said.length > 0) throw new Error(`kubectl apply: ${said.join('; ')}`);
  }

  /** Applies what carries out one phase of a version's migration, and gives, where it is a Job, what there is of it in the cluster at any later moment. */
  async phase(name: string, version: string): Promise<() => Job | undefined> {
    const wanted = this.build(version).objects.filter((object) => phaseOf(object) === name);
    await this.deliver(wanted);
    return () => this.suite.world.jobs(this.namespace).find(({ metadata }) => metadata?.name === wanted[0]?.metadata?.name);
  }

  /** The first version, without a gate, until it serves; then a while of traffic, as production has it. */
  async settle(version = '1.0.0'): Promise<void> {
    this.suite.traffic.add(this.load);
    await this.deploy(version);
    await this.until('the first version is healthy', 90, () => this.isHealthy(version));
    await pause(15_000);
  }

  isHealthy(version: string): boolean {
    const { status, metadata } = this.rollout;
    if (status?.phase !== 'Healthy' || status.observedGeneration !== String(metadata?.generation)) return false;
    const pods = this.suite.world
      .pods(this.namespace)
      .filter(({ metadata: pod }) => pod?.labels?.['rollouts-pod-template-hash'] === status.stableRS);
    return pods.some(({ metadata: pod }) => pod?.labels?.['version'] === version);
  }

  /** @throws after `seconds` with what was seen last */
  async until(what: string, seconds: number, holds: () => boolean | Promise<boolean>): Promise<number> {
    const begin = Date.now();
    while (Date.now() - begin < seconds * 1_000) {
      if (await holds()) return (Date.now() - begin) / 1_000;
      await pause(100);
    }
    throw new Error(`waited ${seconds} s until ${what}; last seen: ${JSON.stringify(this.observer.look())}; runs: ${this.summary()}`);
  }

  /** As `kubectl argo rollouts abort` does it. */
  async abort(): Promise<number> {
    await this.suite.cluster.merge(this.object, { status: { abort: true } }, 'status');
    return Date.now();
  }

  get object(): KubeObject {
    return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: this.app, namespace: this.namespace } };
  }

  /** Last judgement that a run of the controller holds, as text. */
  reasonOf(run: AnalysisRun | undefined): string {
    const measurement = run?.status?.metricResults?.[0]?.measurements?.at(-1);
    const text = measurement?.value ?? measurement?.message ?? '';
    const said = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    return said ?? text.slice(0, 200);
  }

  /** Looks of finished gates that had not enough evidence: the runbook counts healthy ones only, each of these adds a look to it. */
  undecidedLooks(): number {
    // The veto beside the stages holds nothing.
    const holding = this.runs.filter(({ metadata }) => metadata?.labels?.['rollout-type'] !== 'Background');
    const results = holding.flatMap(({ status }) => status?.metricResults ?? []).filter(({ name }) => name === 'judge');
    return results.reduce((sum, { inconclusive = 0 }) => sum + inconclusive, 0);
  }

  summary(): string {
    return this.runs.map(({ metadata, status }) => `${metadata?.name} ${status?.phase}`).join(', ');
  }

  async end(keepNamespace: boolean): Promise<void> {
    this.observer.stop();
    this.suite.traffic.remove(this.namespace);
    await Promise.all([this.prometheus.stop('SIGKILL'), this.judge.stop('SIGKILL')]);
    await this.server?.close();
    if (!keepNamespace) await this.suite.cluster.delete({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.namespace } });
  }

  /** The judge's token and the migration's connection string, which the namespace's owner creates in production. */
  private get secrets(): readonly KubeObject[] {
    const secret = (name: string, stringData: object) =>
      ({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: this.namespace }, stringData }) as KubeObject;
    const uri = this.server?.uri('myapp');
    return [
      secret('judge-token', { token }),
      ...(uri === undefined ? [] : [secret('mongodb-migrations-uri', { 'connection-string': uri })]),
    ];
  }
}

function scrapeConfig(port: number, namespace: string): string {
  const job = {
    job_name: 'e2e',
    honor_labels: true,
    params: { namespace: [namespace] },
    static_configs: [{ targets: [`127.0.0.1:${port}`] }],
  };
  return JSON.stringify({ global: { scrape_interval: '1s', scrape_timeout: '1s' }, scrape_configs: [job] });
}
