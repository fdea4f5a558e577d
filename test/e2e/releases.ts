import { createHash } from 'node:crypto';
import { Duration } from 'cdk8s';
import type { Catalogue } from '../../analysis/contract/catalogue.generated';
import {
  AnalysisService,
  App,
  BlueGreenRollout,
  type BlueGreenRolloutProps,
  CanaryRollout,
  type CanaryRolloutProps,
  errorRate,
  Migration,
  Production,
  p99,
  percent,
  timesStable,
} from '../../lib';
import { earlySeconds } from '../../lib/early-looks';
import type { Release } from '../../lib/release';
import type { KubeObject } from './cluster';
import { schedulerName } from './fake-node';

/** A release as the library makes it, with short times, made fit for the fake node. */
export interface Built {
  readonly objects: readonly KubeObject[];
  readonly catalogue: Catalogue;
  readonly release: Release;
}

export interface BuildOptions {
  readonly namespace: string;
  readonly version: string;
  /** Where the judge listens, instead of its Service. */
  readonly judgeUrl: string;
  /** Annotations of the app's pods, see `behaviour`. */
  readonly pods?: Readonly<Record<string, string>>;
  /** Annotations of the pods of Jobs. */
  readonly jobs?: Readonly<Record<string, string>>;
}

export type CanaryTimes = Partial<Pick<CanaryRolloutProps, 'stages' | 'replicas' | 'watch' | 'deadline' | 'healthy' | 'keepPrevious'>>;
export type BlueGreenTimes = Partial<Pick<BlueGreenRolloutProps, 'replicas' | 'watch' | 'keepPrevious' | 'deadline' | 'healthy'>> & {
  readonly migration?: boolean;
  /** Whether a pod of it follows what the previous version writes. */
  readonly catchUp?: boolean;
};

/** Short enough for a test; the look is the shortest that the library allows. */
const short = { look: Duration.seconds(10), watch: Duration.seconds(20), minReady: Duration.seconds(2), deadline: Duration.seconds(60) };

/** Seconds of a window of the judge. */
const window = 10;

export const canaryApp = 'catalog';
export const blueGreenApp = 'myapp';

export function buildCanary(options: BuildOptions, times: CanaryTimes = {}): Built {
  return build(options, (production, judge) => {
    return new CanaryRollout(production, canaryApp, {
      image: image(canaryApp, options.version),
      host: 'catalog.example.com',
      stages: [10, 50, 100],
      replicas: 3,
      healthy: [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))],
      settle: Duration.seconds(10),
      judgedBy: judge,
      ...short,
      // A comparison at 10 % needs a few windows more before it is sure.
      watch: Duration.seconds(40),
      ...times,
    });
  });
}

export function buildBlueGreen(options: BuildOptions, { migration = false, catchUp = false, ...times }: BlueGreenTimes = {}): Built {
  return build(options, (production, judge) => {
    const change = {
      image: image('myapp-migrations', options.version),
      rollbackWindow: times.keepPrevious ?? Duration.minutes(3),
      replaces: { app: blueGreenApp, version: '1.0.0' },
      backup: { image: image('mongodb-tools', '100.0.0'), claim: 'mongodb-backups' },
      catchUp,
    };
    return new BlueGreenRollout(production, blueGreenApp, {
      image: image(blueGreenApp, options.version),
      healthy: [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))],
      keepPrevious: Duration.minutes(3),
      judgedBy: judge,
      ...short,
      ...times,
      ...(migration ? { migration: new Migration(production, 'users-full-name', change) } : {}),
    });
  });
}

function build(options: BuildOptions, make: (production: Production, judge: AnalysisService) => CanaryRollout | BlueGreenRollout): Built {
  const app = new App();
  const production = new Production(app, 'production', { namespace: options.namespace });
  const judge = new AnalysisService(production, 'judge', {
    image: image('judge', '1.0.0'),
    prometheus: 'http://prometheus.monitoring:9090',
    mongodb: { secret: 'mongodb-judge-uri', key: 'connection-string' },
  });
  const { release } = make(production, judge);
  const objects = app.render().objects.map(({ manifest }) => manifest as KubeObject); // rendered objects are objects of the API
  // Shorter windows are evidence earlier.
  const { timing } = release;
  const looks = { interval: timing.look, watch: timing.watch };
  const early = earlySeconds({ ...release, looks, settle: timing.settle, alpha: judge.alpha }, window);
  const expected = timing.expected - timing.early + early;
  return {
    objects: objects
      .filter((object) => object.kind !== 'Deployment' || phaseOf(object) !== undefined)
      .map((object) => adapted(object, judge.url, options)),
    catalogue: shortWindows(judge.catalogue),
    release: { ...release, timing: { ...timing, expected, early } },
  };
}

/** Windows of 10 s instead of a minute: with a scrape a second they hold as many samples. */
export function shortWindows(catalogue: Catalogue): Catalogue {
  return { ...catalogue, rollouts: catalogue.rollouts.map((rollout) => ({ ...rollout, windowSeconds: window, horizonSeconds: 3_600 })) };
}

interface Template {
  metadata?: { annotations?: Record<string, string> };
  spec: { schedulerName?: string };
}
interface Metric {
  name: string;
  interval?: string;
  provider: { web?: { url: string }; job?: { spec: { template: Template } } };
}

/** Pods go to the fake node, and the controller asks the judge where it listens. Nothing else differs from what is shipped. */
export function adapted(object: KubeObject, judgeUrl: string, { judgeUrl: local, pods = {}, jobs = {} }: BuildOptions): KubeObject {
  const copy = structuredClone(object) as KubeObject & { spec?: { template?: Template; metrics?: Metric[] } }; // the kinds below have these parts
  if (copy.kind === 'Rollout' && copy.spec?.template) place(copy.spec.template, pods);
  if (phaseOf(copy) !== undefined && copy.spec?.template) place(copy.spec.template, jobs);
  if (copy.kind === 'AnalysisTemplate') {
    for (const metric of copy.spec?.metrics ?? []) {
      const { web, job } = metric.provider;
      if (web) web.url = web.url.replace(judgeUrl, local);
      if (job) place(job.spec.template, {});
      if (metric.name === 'drift') metric.interval = '5s';
    }
  }
  return copy;
}

/** Phase of a migration that an object carries out. */
export const phaseOf = ({ metadata }: KubeObject): string | undefined => metadata?.labels?.['bluecanary.dev/phase'];

function place(template: Template, annotations: Readonly<Record<string, string>>): void {
  template.spec.schedulerName = schedulerName;
  template.metadata = { ...template.metadata, annotations: { ...template.metadata?.annotations, ...annotations } };
}

function image(name: string, version: string): string {
  return `registry.example.com/${name}:${version}@sha256:${createHash('sha256').update(`${name}:${version}`).digest('hex')}`;
}
