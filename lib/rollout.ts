import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JudgedRollout } from '../analysis/contract/catalogue.generated';
import * as argo from '../imports/argoproj.io';
import type { AnalysisService } from './analysis-service';
import { driftTemplate, type Looks, passesOf } from './analysis-template';
import { checkApp, checkSide } from './app-checks';
import { type AppProps, type Callee, defaults } from './app-pod';
import { AppWorkload, versionFromLabel } from './app-workload';
import { earlySeconds, windowSeconds } from './early-looks';
import { ownFolder } from './folder';
import { Image } from './image';
import { annotation, label } from './labels';
import { type Objective, type Objectives, toCatalogue } from './metric';
import type { Migration } from './migration';
import { reject, writtenAt } from './problems';
import { judgeQueries } from './promql';
import type { Release, ReleaseTiming } from './release';
import { runbook } from './runbook';
import { smokeTestTemplate } from './smoke-test';
import { appPolicy, autoscaler, disruptionBudget, serviceAccount, smokeTestPolicy } from './surroundings';

/** What both strategies of Argo Rollouts share. */
export interface RolloutProps extends AppProps {
  /** The service that decides whether the release is healthy. */
  readonly judgedBy: AnalysisService;

  /**
   * Paths that answer 200 on the new version before users see it.
   *
   * @default ['/health', '/api/version', '/api/db/ping']
   */
  readonly smokeTests?: readonly string[];

  /**
   * Change of the schema that this release needs; promotion waits until no document is left to migrate.
   *
   * @default none
   */
  readonly migration?: Migration;

  /**
   * How long the health is watched: of every stage of a canary, and after a blue/green switch.
   *
   * @default Duration.minutes(5)
   */
  readonly watch?: Duration;

  /**
   * Time between two looks.
   *
   * @default Duration.seconds(30)
   */
  readonly look?: Duration;

  /**
   * New pods must be available within this time, or the release is aborted. Argo Rollouts goes on counting while a blue/green release
   * waits for its migration, so there the two hours of that gate are added.
   *
   * @default Duration.minutes(10)
   */
  readonly deadline?: Duration;

  /**
   * A pod counts as available after it was ready for so long: the only wait that catches an early crash.
   *
   * @default Duration.seconds(30)
   */
  readonly minReady?: Duration;

  /**
   * Source of the request metrics: the app's own, or Istio's.
   *
   * @default 'app'
   */
  readonly metricSource?: 'app' | 'istio';
}

interface RolloutOptions {
  readonly objectives: Objectives;
  readonly promiseKeep: Duration;
}

/** A release that the Argo Rollouts controller carries out. A workload of cdk8s-plus: volumes, scheduling and Services work. */
export abstract class Rollout extends AppWorkload implements Callee {
  readonly resourceType = 'rollouts';
  readonly looks: Looks;
  /** Templates of the checks that hold the release before users see the new version. */
  protected readonly gates: readonly string[];
  /** What monitoring, runbook, plan and GitOps read. */
  abstract readonly release: Release;

  constructor(
    scope: Construct,
    readonly appName: string,
    protected readonly rollout: RolloutProps,
    private readonly base: RolloutOptions,
  ) {
    super(scope, appName, {
      app: rollout,
      name: appName,
      gvk: argo.Rollout.GVK,
      podLabels: { [label.app]: appName, [label.version]: Image.of(rollout.image).version },
      selector: { [label.app]: appName },
      annotations: rolloutAnnotations(rollout, base.promiseKeep),
      env: { VERSION: versionFromLabel },
      hashLabel: label.podTemplateHash,
      serviceAccount: appName,
    });
    ownFolder(this);
    if (!rollout.judgedBy) {
      const way = "write const judge = new AnalysisService(production, 'judge', { ... }) and judgedBy: judge";
      throw new Error(`${this.node.path} (${writtenAt(this)}): judgedBy: a release needs a judge, got none; ${way}`);
    }
    this.looks = {
      interval: (rollout.look ?? Duration.seconds(30)).toSeconds(),
      watch: (rollout.watch ?? Duration.minutes(5)).toSeconds(),
    };
    this.gates = this.gateTemplates();
    this.check(base.objectives);
    if (base.objectives.length > 0) rollout.judgedBy.judges(this.judged());
    runbook(this, appName);
    serviceAccount(this, appName);
    disruptionBudget(this, appName);
    appPolicy(this, appName, rollout, rollout.metricSource);
    if (rollout.autoscale)
      autoscaler(this, appName, { apiVersion: argo.Rollout.GVK.apiVersion, kind: argo.Rollout.GVK.kind, name: appName }, rollout.autoscale);
  }

  get appPort(): number {
    return this.rollout.port ?? defaults.port;
  }

  protected abstract strategy(): argo.RolloutSpecStrategy;

  protected body(): Record<string, unknown> {
    const { deadline = Duration.minutes(10), minReady = defaults.minReady } = this.rollout;
    return {
      ...argo.toJson_RolloutSpec({
        minReadySeconds: minReady.toSeconds(),
        progressDeadlineSeconds: deadline.toSeconds() + this.gateHold,
        progressDeadlineAbort: true,
        revisionHistoryLimit: 5,
        rollbackWindow: { revisions: 3 },
        strategy: this.strategy(),
      }),
    };
  }

  /** Seconds that the gates before the switch may take and that the controller counts as time without progress. */
  protected get gateHold(): number {
    return 0;
  }

  /** Arguments of a judge's template. Both hashes are the controller's. */
  protected judgeArguments(objectives: 'all' | 'absolute', weight: number) {
    return [
      { name: 'rollout', value: this.appName },
      { name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } },
      { name: 'stable-hash', valueFrom: { podTemplateHashValue: 'Stable' } },
      { name: 'objectives', value: objectives },
      { name: 'weight', value: String(weight) },
    ];
  }

  /** Everything of `release` that does not depend on the strategy. */
  protected facts(timing: Pick<ReleaseTiming, 'expected' | 'early' | 'settle' | 'keepPrevious'>, peakSides: number) {
    const { rollout, production, looks } = this;
    const replicas = rollout.autoscale ?? { min: rollout.replicas ?? defaults.replicas, max: rollout.replicas ?? defaults.replicas };
    const pods = replicas.max * peakSides;
    const pool = (rollout.maxPoolSize ?? defaults.maxPoolSize) + monitoringConnections;
    return {
      name: this.appName,
      namespace: production.namespace,
      machinery: 'rollout' as const,
      images: [Image.of(rollout.image).reference],
      objectives: this.base.objectives,
      metricSource: rollout.metricSource ?? 'app',
      replicas: { min: replicas.min, max: replicas.max },
      timing: { ...timing, look: looks.interval, watch: looks.watch },
      capacity: { pods, connections: rollout.mongodb === false ? 0 : pods * pool, connectionBudget: production.connectionBudget },
      ...(rollout.requestsPerSecond === undefined ? {} : { requestsPerSecond: rollout.requestsPerSecond }),
      migrations: rollout.migration ? [rollout.migration.id] : [],
      smokeTests: rollout.smokeTests ?? defaultSmokeTests,
    };
  }

  /** Seconds until new pods are available: readiness delay and `minReady`, without the pull of the image. */
  protected get startup(): number {
    return readinessDelay + (this.rollout.minReady ?? defaults.minReady).toSeconds();
  }

  /** Seconds of the gates before the first user, once there are pods. */
  protected get gateSeconds(): number {
    return this.gates.length > 0 ? smokeSeconds : 0;
  }

  /** Seconds of looks that come before there is evidence. */
  protected early(stages: readonly number[], settle: number): number {
    const { rollout, looks, base } = this;
    const { requestsPerSecond, judgedBy } = rollout;
    return earlySeconds({
      ...{ objectives: base.objectives, stages, looks, settle, alpha: judgedBy.alpha },
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    });
  }

  /** Service that smoke tests call. */
  protected abstract get freshService(): string;

  private gateTemplates(): readonly string[] {
    const { judgedBy, migration, smokeTests = defaultSmokeTests } = this.rollout;
    const gates: string[] = [];
    if (smokeTests.length > 0) {
      gates.push(smokeTestTemplate(this, this.appName, { service: this.freshService, paths: smokeTests, image: judgedBy.image }).name);
      smokeTestPolicy(this, this.appName, this.rollout);
    }
    if (migration) gates.push(driftTemplate(this, `${this.appName}-drift`, migration.id, judgedBy).name);
    return gates;
  }

  private judged(): JudgedRollout {
    const { judgedBy, metricSource = 'app' } = this.rollout;
    const [first, ...rest] = this.base.objectives;
    return {
      name: this.appName,
      namespace: this.production.namespace,
      windowSeconds,
      horizonSeconds: 24 * 3600,
      alpha: judgedBy.alpha,
      queries: judgeQueries(metricSource),
      objectives: [toCatalogue(first), ...rest.map(toCatalogue)],
    };
  }

  private check(objectives: readonly Objective[]): void {
    const { interval, watch } = this.looks;
    const {
      deadline = Duration.minutes(10),
      minReady = defaults.minReady,
      smokeTests = defaultSmokeTests,
      judgedBy,
      migration,
    } = this.rollout;
    checkApp(this, this.appName, this.rollout);
    checkSide(this, '', { image: this.rollout.image });
    if (objectives.length === 0)
      reject(this, 'healthy: a release without an objective would promote anything, got an empty list; add errorRate.atMost(percent(5))');
    for (const { problem } of objectives) reject(this, problem && `healthy: ${problem}`);
    if (!(interval >= 10)) reject(this, `look: the judge needs at least 10 s between two looks, got ${interval} s`);
    if (!(watch >= interval))
      reject(
        this,
        `watch: a watch lasts at least one look, got ${watch} s with a look every ${interval} s; passes: ${passesOf(this.looks)}`,
      );
    if (!(deadline.toSeconds() > minReady.toSeconds())) {
      reject(this, `deadline: it must be above minReady, got ${deadline.toSeconds()} s and ${minReady.toSeconds()} s; raise the deadline`);
    }
    smokeTests.forEach((path, index) => {
      if (!/^\/[\w\-./~%?=&]*$/.test(path)) reject(this, `smokeTests[${index}]: a path begins with / and has no spaces, got "${path}"`);
    });
    if (migration && !judgedBy.mongodb) {
      reject(
        this,
        `judgedBy: a release with a migration asks the judge for its drift, and "${judgedBy.id}" has no database; give it mongodb: { secret, key }`,
      );
    }
    if (judgedBy.production !== this.production) {
      reject(
        this,
        `judgedBy: a template reads Secrets of its own namespace, and "${judgedBy.id}" lives in ${judgedBy.production.namespace}; give ${this.production.namespace} a judge of its own`,
      );
    }
  }
}

export const defaultSmokeTests = ['/health', '/api/version', '/api/db/ping'];

/** Seconds before the first readiness probe. */
const readinessDelay = 10;

/** What a smoke test takes, the start of its pod included. */
const smokeSeconds = 10;

/** The driver keeps so many connections to a node besides its pool, to watch it. */
const monitoringConnections = 2;

function rolloutAnnotations({ mongodb, maxPoolSize, requestsPerSecond }: RolloutProps, keep: Duration): Record<string, string> {
  return {
    [annotation.promiseKeep]: `${keep.toSeconds()}s`,
    ...(requestsPerSecond === undefined ? {} : { [annotation.traffic]: String(requestsPerSecond) }),
    ...(mongodb === false
      ? {}
      : {
          // The user and its password change without a release; both versions read the new ones.
          [annotation.acknowledge]: 'rotated-credentials',
          [annotation.poolSize]: String(maxPoolSize ?? defaults.maxPoolSize),
          [annotation.external]: `Secret/${mongodb?.secret ?? 'mongodb-uri'}/${mongodb?.key ?? 'connection-string'}`,
        }),
  };
}
