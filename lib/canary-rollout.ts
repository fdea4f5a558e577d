import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as argo from '../imports/argoproj.io';
import { judgeTemplate, vetoTemplate } from './analysis-template';
import { destinationRule } from './destination-rule';
import { label } from './labels';
import { checkRoute, type MeshProps, type Testers } from './mesh';
import { errorRate, type Objectives, p99 } from './metric';
import { reject } from './problems';
import { checkProps } from './props';
import type { Release } from './release';
import { Rollout } from './rollout';
import type { RolloutProps } from './rollout-props';
import { qualified, service } from './service';
import { canaryPods, checkStages, defaultStages } from './stages';
import { checkTimes, secondsOf } from './time';
import { percent, timesStable } from './units';
import { routeNames, virtualService } from './virtual-service';

export interface CanaryRolloutProps extends RolloutProps {
  /** Host at the edge. A host belongs to one release. */
  readonly host: string;

  /**
   * Traffic given to the canary, in percent, stage after stage.
   *
   * @default [10, 25, 50, 75, 100]
   */
  readonly stages?: readonly number[];

  /**
   * What healthy means.
   *
   * @default error rate at most 5 %, p99 at most 1.5 times stable
   */
  readonly healthy?: Objectives;

  /**
   * Time after a shift of traffic before the first look.
   *
   * @default Duration.seconds(30)
   */
  readonly settle?: Duration;

  /**
   * The way through Istio: gateway, retries, timeout, connection limits, shadow traffic.
   *
   * @default the gateway `istio-ingress/myapp-gateway`, retries on everything, timeout 30 s
   */
  readonly mesh?: MeshProps;

  /**
   * Header that brings testers to the canary before and during its stages; `false` for none.
   * Strip or authenticate it at the edge: who knows it enters.
   *
   * @default x-canary: "true"
   */
  readonly testers?: Testers | false;

  /**
   * How long the previous version's pods stay after the last stage.
   * Within the last three revisions a roll back skips all stages, whether they stay or not.
   *
   * @default Duration.minutes(1)
   */
  readonly keepPrevious?: Duration;
}

const managedRoute = 'x-canary';
const Pause = argo.RolloutSpecStrategyCanaryStepsPauseDuration;

/**
 * Sends live traffic to a new version stage by stage, as long as it stays healthy. The stable side keeps all its pods, so an abort is instant.
 *
 * @example
 * new CanaryRollout(production, 'catalog', { image: images('catalog'), host: 'catalog.example.com', judgedBy: judge });
 */
export class CanaryRollout extends Rollout {
  private readonly stages: readonly number[];
  /** Seconds. */
  private readonly settle: number;
  private readonly keepPrevious: number;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CanaryRolloutProps,
  ) {
    const keepPrevious = secondsOf(props.keepPrevious, 60);
    super(scope, id, props, { healthy: props.healthy, otherwise: defaultObjectives, comparable: true, promiseKeep: keepPrevious });
    checkProps(this, { CanaryRollout }, props);
    this.keepPrevious = keepPrevious;
    this.stages = Array.isArray(props.stages) ? props.stages : defaultStages;
    this.settle = secondsOf(props.settle, 30);
    this.checkCanary();
    const selector = { [label.app]: id };
    service(this, 'service', { name: id, selector, labels: selector });
    service(this, 'service-stable', { name: this.stableService, selector, labels: selector });
    service(this, 'service-canary', { name: this.freshService, selector, labels: selector });
    judgeTemplate(this, `${id}-judge`, 'step', this.judge, this.looks);
    if (this.hasAbsolute) vetoTemplate(this, `${id}-veto`, this.judge, this.looks);
    this.routes(id, props.mesh ?? {});
  }

  protected get freshService(): string {
    return `${this.appName}-canary`;
  }

  private get stableService(): string {
    return `${this.appName}-stable`;
  }

  private get hasAbsolute(): boolean {
    return this.objectives.some(({ kind }) => kind === 'absolute');
  }

  private routes(id: string, mesh: MeshProps): void {
    const { namespace } = this.production;
    const stable = qualified(this.stableService, namespace);
    const canary = qualified(this.freshService, namespace);
    const pool = mesh.connectionPool ? { pool: mesh.connectionPool } : {};
    virtualService(this, 'route', {
      name: `${id}-canary`,
      app: id,
      namespace,
      hosts: [this.props.host, qualified(id, namespace)],
      // The controller moves the weights; Git keeps their resting position.
      sides: [
        { host: stable, weight: 100 },
        { host: canary, weight: 0 },
      ],
      mesh,
    });
    destinationRule(this, 'destination-stable', { name: this.stableService, app: id, host: stable, ejectOutliers: true, ...pool });
    // Ejection could empty a canary of few pods, and would hide the errors that the judge looks for.
    destinationRule(this, 'destination-canary', { name: this.freshService, app: id, host: canary, ejectOutliers: false, ...pool });
  }

  protected strategy(): argo.RolloutSpecStrategy {
    const { mesh = {}, testers = defaultTesters } = this.props;
    return {
      canary: {
        canaryService: this.freshService,
        stableService: this.stableService,
        canaryMetadata: { labels: { [label.track]: 'canary' } },
        stableMetadata: { labels: { [label.track]: 'stable' } },
        scaleDownDelaySeconds: this.keepPrevious,
        scaleDownDelayRevisionLimit: 1,
        abortScaleDownDelaySeconds: 600,
        minPodsPerReplicaSet: 2,
        trafficRouting: {
          istio: { virtualService: { name: `${this.appName}-canary`, routes: [...routeNames(mesh)] } },
          ...(testers ? { managedRoutes: [{ name: managedRoute }] } : {}),
        },
        ...(this.hasAbsolute
          ? {
              analysis: {
                templates: [{ templateName: `${this.appName}-veto` }],
                args: this.judgeArguments('absolute', 0),
                startingStep: this.prologue().length + 1,
              },
            }
          : {}),
        steps: [...this.prologue(), ...this.stages.flatMap((weight) => this.stage(weight))],
      },
    };
  }

  /** Before the first user: one pod, testers by header, and the gates. */
  private prologue(): argo.RolloutSpecStrategyCanarySteps[] {
    const { testers = defaultTesters } = this.props;
    const gates = this.gates.map((templateName) => ({ templateName }));
    if (!testers && gates.length === 0) return [];
    const match = testers ? [{ headerName: testers.header, headerValue: { exact: testers.value } }] : [];
    return [
      { setCanaryScale: { replicas: 1 } },
      ...(testers ? [{ setHeaderRoute: { name: managedRoute, match } }] : []),
      ...(gates.length > 0 ? [{ analysis: { templates: gates } }] : []),
      // The scale is sticky: without this the stages would overload one pod.
      { setCanaryScale: { matchTrafficWeight: true } },
    ];
  }

  private stage(weight: number): argo.RolloutSpecStrategyCanarySteps[] {
    // At 100 percent the stable side has no traffic to compare with.
    const objectives = weight === 100 ? 'absolute' : 'all';
    const pause: argo.RolloutSpecStrategyCanaryStepsPause = { duration: Pause.fromString(`${this.settle}s`) };
    return [
      { setWeight: weight },
      { pause },
      { analysis: { templates: [{ templateName: `${this.appName}-judge` }], args: this.judgeArguments(objectives, weight) } },
    ];
  }

  get release(): Release {
    const { settle, keepPrevious } = this;
    const early = this.early(this.stages, settle);
    // A release that begins while the previous version is still kept finds three sides.
    const sides = keepPrevious > 60 ? 3 : 2;
    const replicas = this.facts({ expected: 0, early, settle, keepPrevious: 0 }, sides).replicas.min;
    const growing = this.stages.filter(
      (weight, index) => canaryPods(weight, replicas) > (index === 0 ? 0 : canaryPods(this.stages[index - 1] ?? 0, replicas)),
    );
    const prologue = this.prologue();
    const gateStep = prologue.findIndex(({ analysis }) => analysis !== undefined);
    const beforeUsers = prologue.length > 0 ? this.startup + this.gateSeconds : 0;
    const expected = beforeUsers + growing.length * this.startup + early + this.stages.length * (settle + this.looks.watch);
    return {
      ...this.facts({ expected, early, settle, keepPrevious }, sides),
      strategy: 'canary',
      host: this.props.host,
      tracks: { fresh: 'canary', settled: 'stable' },
      stages: this.stages,
      testers: this.props.testers !== false,
      ...(gateStep < 0 ? {} : { gateStep }),
      services: { production: this.appName, fresh: this.freshService, settled: this.stableService },
    };
  }

  private checkCanary(): void {
    checkStages(this, this.stages);
    const { host, mesh, testers, settle, stages, keepPrevious } = this.props;
    if (stages !== undefined && !Array.isArray(stages)) {
      reject(this, `stages: a list of percentages, got ${JSON.stringify(stages)}; write [10, 25, 50, 75, 100]`);
    }
    checkRoute(this, { host, mesh, testers });
    checkTimes(this, { settle, keepPrevious });
    if (this.keepPrevious < 30) {
      reject(
        this,
        `keepPrevious: at least 30 s, got ${this.keepPrevious} s; proxies that learn late of the switch would send to pods that are gone`,
      );
    }
    if (this.stages.includes(100) && !this.hasAbsolute) {
      reject(
        this,
        'healthy: at 100 % the stable side has no traffic to compare with, got only limits relative to it; add errorRate.atMost(percent(5)), or end the stages below 100',
      );
    }
  }
}

const defaultObjectives: Objectives = [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))];
const defaultTesters = { header: 'x-canary', value: 'true' };
