import type { Construct } from 'constructs';
import type { JudgedRollout } from '../analysis/contract/catalogue.generated';
import * as argo from '../imports/argoproj.io';
import type { AnalysisService } from './analysis-service';
import { driftTemplate, type Looks } from './analysis-template';
import { checkHealthy } from './app-checks';
import { connectionsOf } from './app-deployment';
import { appAnnotations, defaultSmokeTests, probesOf, scrapeOf } from './app-facts';
import { type Callee, defaults } from './app-props';
import { AppWorkload, versionFromLabel } from './app-workload';
import { earlySeconds, windowSeconds } from './early-looks';
import { folderOf, ownFolder } from './folder';
import { Image } from './image';
import { annotation, label } from './labels';
import { type Objectives, toCatalogue } from './metric';
import { judgeQueries } from './promql';
import type { Release, ReleaseTiming } from './release';
import { checkRollout, defaultDeadline, judgeOf } from './rollout-checks';
import type { RolloutProps } from './rollout-props';
import { runbook } from './runbook';
import { smokeTestTemplate } from './smoke-test';
import { appPolicy, autoscaler, disruptionBudget, serviceAccount, smokeTestPolicy } from './surroundings';
import { secondsOf } from './time';

interface RolloutOptions {
  readonly healthy: Objectives | undefined;
  /** What healthy means where nothing is said. */
  readonly otherwise: Objectives;
  /** Whether both versions have traffic at the same time. */
  readonly comparable: boolean;
  /** How long roll back is promised to be instant, in seconds. */
  readonly promiseKeep: number;
}

/** A release that the Argo Rollouts controller carries out. A workload of cdk8s-plus: volumes, scheduling and Services work. */
export abstract class Rollout extends AppWorkload implements Callee {
  readonly resourceType = 'rollouts';
  readonly looks: Looks;
  protected readonly objectives: Objectives;
  protected readonly judge: AnalysisService;
  /** Templates of the checks that hold the release before users see the new version. */
  protected readonly gates: readonly string[];
  /** What monitoring, runbook, plan and GitOps read. */
  abstract readonly release: Release;

  constructor(
    scope: Construct,
    readonly appName: string,
    protected readonly rollout: RolloutProps,
    { promiseKeep, healthy, ...options }: RolloutOptions,
  ) {
    super(scope, appName, {
      app: rollout,
      name: appName,
      gvk: argo.Rollout.GVK,
      podLabels: { [label.app]: appName, [label.version]: Image.of(rollout.image).version },
      selector: { [label.app]: appName },
      annotations: rolloutAnnotations(rollout, promiseKeep),
      env: { VERSION: versionFromLabel },
      hashLabel: label.podTemplateHash,
      serviceAccount: appName,
    });
    ownFolder(this);
    this.looks = { interval: secondsOf(rollout.look, 30), watch: secondsOf(rollout.watch, 300) };
    this.judge = judgeOf(this, rollout.judgedBy);
    const without = 'a release without an objective would promote anything';
    this.objectives = checkHealthy(this, healthy, { ...options, without });
    checkRollout(this, rollout, this.judge);
    if (rollout.migration) this.judge.needsLedger();
    this.gates = this.gateTemplates();
    this.judge.judges(this.judged());
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
    return {
      ...argo.toJson_RolloutSpec({
        minReadySeconds: this.minReady,
        progressDeadlineSeconds: secondsOf(this.rollout.deadline, defaultDeadline) + this.gateHold,
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
    return {
      name: this.appName,
      namespace: production.namespace,
      folder: folderOf(this),
      machinery: 'rollout' as const,
      images: [Image.of(rollout.image).reference],
      objectives: this.objectives,
      alpha: this.judge.alpha,
      metricSource: rollout.metricSource ?? 'app',
      replicas: { min: replicas.min, max: replicas.max },
      timing: { ...timing, look: looks.interval, watch: looks.watch },
      capacity: { pods, connections: connectionsOf(pods, rollout), ...production.database },
      ...(rollout.requestsPerSecond === undefined ? {} : { requestsPerSecond: rollout.requestsPerSecond }),
      migrations: rollout.migration ? [rollout.migration.id] : [],
      backsUp: rollout.migration?.backsUp ?? false,
      catchesUp: rollout.migration?.catchesUp ?? false,
      smokeTests: rollout.smokeTests ?? defaultSmokeTests(rollout),
      ...scrapeOf(rollout),
    };
  }

  private get minReady(): number {
    return secondsOf(this.rollout.minReady, defaults.minReady.toSeconds());
  }

  /** Seconds until new pods are available: readiness delay and `minReady`, without the pull of the image. */
  protected get startup(): number {
    return readinessDelay + this.minReady;
  }

  /** Seconds of the gates before the first user, once there are pods. */
  protected get gateSeconds(): number {
    return this.gates.length > 0 ? smokeSeconds : 0;
  }

  /** Seconds of looks that come before there is evidence. */
  protected early(stages: readonly number[], settle: number): number {
    const { objectives, looks, judge } = this;
    const { requestsPerSecond } = this.rollout;
    return earlySeconds({
      ...{ objectives, stages, looks, settle, alpha: judge.alpha },
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    });
  }

  /** Service that smoke tests call. */
  protected abstract get freshService(): string;

  private gateTemplates(): readonly string[] {
    const { judge, rollout } = this;
    const { migration, smokeTests = defaultSmokeTests(rollout) } = rollout;
    const gates: string[] = [];
    if (smokeTests.length > 0) {
      gates.push(smokeTestTemplate(this, this.appName, { service: this.freshService, paths: smokeTests, image: judge.image }).name);
      smokeTestPolicy(this, this.appName, this.rollout);
    }
    if (migration) gates.push(driftTemplate(this, `${this.appName}-drift`, migration.id, judge).name);
    return gates;
  }

  private judged(): JudgedRollout {
    const { metricSource = 'app' } = this.rollout;
    const [first, ...rest] = this.objectives;
    return {
      name: this.appName,
      namespace: this.production.namespace,
      windowSeconds,
      horizonSeconds: 24 * 3600,
      alpha: this.judge.alpha,
      queries: judgeQueries({ metricSource, probes: probesOf(this.rollout) }),
      objectives: [toCatalogue(first), ...rest.map(toCatalogue)],
    };
  }
}

/** Seconds before the first readiness probe. */
const readinessDelay = 10;

/** What a smoke test takes, the start of its pod included. */
const smokeSeconds = 10;

function rolloutAnnotations(app: RolloutProps, keep: number): Record<string, string> {
  return {
    [annotation.promiseKeep]: `${keep}s`,
    ...(app.requestsPerSecond === undefined ? {} : { [annotation.traffic]: String(app.requestsPerSecond) }),
    // The user and its password change without a release; both versions read the new ones.
    ...(app.mongodb === false ? {} : { [annotation.acknowledge]: 'rotated-credentials' }),
    ...appAnnotations(app),
  };
}
