import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkApp, checkHealthy, checkSide } from './app-checks';
import { AppDeployment, connectionsOf } from './app-deployment';
import { defaultSmokeTests, scrapeOf } from './app-facts';
import { type AppProps, type Callee, defaults } from './app-props';
import { destinationRule } from './destination-rule';
import { folderOf, ownFolder } from './folder';
import { Image } from './image';
import { label } from './labels';
import { checkRoute, type MeshProps, type Testers } from './mesh';
import { errorRate, type Objectives, p99 } from './metric';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import type { Release } from './release';
import { runbook } from './runbook';
import { qualified, service } from './service';
import { appPolicy, disruptionBudget, serviceAccount } from './surroundings';
import { percent, timesStable } from './units';
import { virtualService } from './virtual-service';

/** What one side of a plain canary runs. */
export interface TrackProps {
  /** What this side runs: `images('search')`. */
  readonly image: string | Image;
  /**
   * Pods of this side: enough for its share of the requests, which the route decides.
   *
   * @default 9 for stable, 1 for the canary
   */
  readonly replicas?: number;
  /**
   * Environment of this side only.
   *
   * @default none
   */
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
}

export interface CanaryDeploymentProps extends Omit<AppProps, 'image' | 'autoscale' | 'replicas'> {
  /** The version that has proved itself. */
  readonly stable: TrackProps;
  /** The version that gets `weight` percent of the requests. */
  readonly canary: TrackProps;

  /** Host at the edge. A host belongs to one release. */
  readonly host: string;

  /**
   * Share of the requests that the canary gets, in percent. The route decides it, whatever the numbers of pods are:
   * 9 and 1 pods are the capacity for 10 %, not its cause.
   *
   * @default 10
   */
  readonly weight?: number;

  /**
   * The way through Istio: gateway, retries, timeout, connection limits, shadow traffic.
   *
   * @default the gateway `istio-ingress/myapp-gateway`, retries on everything, timeout 30 s
   */
  readonly mesh?: MeshProps;

  /**
   * Header that brings testers to the canary.
   *
   * @default x-canary: "true"
   */
  readonly testers?: Testers | false;

  /**
   * What healthy means, for alerts, dashboard and runbook. Nobody aborts a plain Deployment by itself.
   *
   * @default error rate at most 5 %, p99 at most 1.5 times stable
   */
  readonly healthy?: Objectives;
}

const tracks = ['stable', 'canary'] as const;
const defaultReplicas = { stable: 9, canary: 1 } as const;

/**
 * A stable and a canary Deployment behind one Service, split by a route of the mesh: a canary without Argo Rollouts.
 *
 * @example
 * new CanaryDeployment(production, 'search', { host: 'search.example.com', stable: { image: images('search') }, canary: { image: images('search-next') } });
 */
export class CanaryDeployment extends Construct implements Callee {
  readonly production: Production;
  private readonly weight: number;
  private readonly objectives: Objectives;

  constructor(
    scope: Construct,
    private readonly id: string,
    private readonly props: CanaryDeploymentProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { CanaryDeployment }, props);
    ownFolder(this);
    this.production = Production.of(this);
    this.weight = props.weight ?? 10;
    this.objectives = checkHealthy(this, props.healthy, {
      otherwise: defaultObjectives,
      without: 'alerts and dashboard need an objective',
      comparable: true,
    });
    this.check();
    for (const track of tracks) {
      const image = Image.of(props[track].image);
      new AppDeployment(this, track, {
        app: { ...props, image, env: { ...props.env, ...props[track].env } },
        appName: id,
        name: `${id}-${track}`,
        side: { [label.track]: track, [label.version]: image.version },
        // The version changes with every release, and a selector may not.
        selectedBy: { [label.track]: track },
        replicas: props[track].replicas ?? defaultReplicas[track],
        env: { VERSION: kplus.EnvValue.fromValue(image.version), TRACK: kplus.EnvValue.fromValue(track) },
      });
    }
    service(this, 'service', { name: id, selector: { [label.app]: id }, labels: { [label.app]: id } });
    this.routes();
    serviceAccount(this, id);
    disruptionBudget(this, id);
    runbook(this, id);
    appPolicy(this, id, { ...props, image: props.stable.image });
  }

  get appName(): string {
    return this.id;
  }

  get appPort(): number {
    return this.props.port ?? defaults.port;
  }

  get release(): Release {
    const { props, production, id, weight } = this;
    const pods = tracks.map((track) => props[track].replicas ?? defaultReplicas[track]);
    const [stable = 0, canary = 0] = pods;
    return {
      name: id,
      namespace: production.namespace,
      folder: folderOf(this),
      strategy: 'canary',
      machinery: 'deployment',
      images: [Image.of(props.canary.image).reference, Image.of(props.stable.image).reference],
      host: props.host,
      objectives: this.objectives,
      tracks: { fresh: 'canary', settled: 'stable' },
      metricSource: 'app',
      replicas: { min: stable, max: stable },
      freshPods: canary,
      timing: { expected: startup + watch, early: 0, look: 30, watch, settle: 30, keepPrevious: 0 },
      capacity: {
        pods: stable + canary + 2,
        connections: connectionsOf(stable + canary + 2, props),
        ...production.database,
      },
      ...(props.requestsPerSecond === undefined ? {} : { requestsPerSecond: props.requestsPerSecond }),
      ...scrapeOf(props),
      migrations: [],
      stages: [weight],
      services: { production: id },
      smokeTests: defaultSmokeTests(props),
    };
  }

  private routes(): void {
    const { id, weight } = this;
    const { mesh = {}, testers = { header: 'x-canary', value: 'true' } } = this.props;
    const { namespace } = this.production;
    const host = qualified(id, namespace);
    const version = (track: (typeof tracks)[number]) => Image.of(this.props[track].image).version;
    const canary = { host, subset: 'canary', weight, version: version('canary') };
    virtualService(this, 'route', {
      name: `${id}-canary`,
      app: id,
      namespace,
      hosts: [this.props.host, host],
      // Without pods testers would get nothing but errors.
      ...(testers && (this.props.canary.replicas ?? defaultReplicas.canary) > 0
        ? { header: { name: testers.header, value: testers.value, to: canary } }
        : {}),
      sides: [{ host, subset: 'stable', weight: 100 - weight, version: version('stable') }, canary],
      mesh,
    });
    destinationRule(this, 'destination', {
      name: id,
      app: id,
      host,
      ejectOutliers: true,
      subsets: tracks,
      ...(mesh.connectionPool ? { pool: mesh.connectionPool } : {}),
    });
  }

  private check(): void {
    const { weight } = this;
    const { stable, canary } = this.props;
    checkApp(this, this.id, this.props);
    for (const track of tracks) checkSide(this, `${track}.`, this.props[track], this.props);
    checkRoute(this, this.props);
    if (!Number.isInteger(weight) || weight < 0 || weight > 100) reject(this, `weight: a whole percentage from 0 to 100, got ${weight}`);
    if ((stable.replicas ?? 1) < 1)
      reject(this, `stable.replicas: the stable side has at least 1 pod, got ${stable.replicas}; an abort would go nowhere`);
    if ((canary.replicas ?? 1) < 1 && weight > 0) {
      reject(
        this,
        `canary.replicas: a side that gets requests has at least 1 pod, got ${canary.replicas} at a weight of ${weight} %; set weight: 0 as well`,
      );
    }
  }
}

const defaultObjectives: Objectives = [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))];

/** Seconds: pods until they are available, and the watch that the runbook asks for. */
const startup = 40;
const watch = 300;
