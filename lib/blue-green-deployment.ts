import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkApp, checkSide } from './app-checks';
import { AppDeployment, connectionsOf } from './app-deployment';
import { type AppProps, type Callee, defaults } from './app-pod';
import { ownFolder } from './folder';
import { Image } from './image';
import { Ingress, type IngressProps } from './ingress';
import { label } from './labels';
import { type MeshProps, Retries, virtualService } from './mesh';
import { type AbsoluteObjective, errorRate, type Objectives, p99 } from './metric';
import { reject, remember } from './problems';
import { Production } from './production';
import type { Release } from './release';
import { runbook } from './runbook';
import { qualified, service } from './service';
import { appPolicy, disruptionBudget, serviceAccount } from './surroundings';
import { percent } from './units';

export type Colour = 'blue' | 'green';

const colours: readonly Colour[] = ['blue', 'green'];

/** What one colour runs. */
export interface ColourProps {
  readonly image: string | Image;
  /**
   * Environment of this colour only: a feature flag of the new version.
   *
   * @default none
   */
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
  /**
   * Pods of this colour. Raise the standby before a switch, lower it when nobody will go back.
   *
   * @default `replicas` for the active colour, 0 for the standby
   */
  readonly replicas?: number;
}

export interface BlueGreenDeploymentProps extends Omit<AppProps, 'image' | 'autoscale'> {
  /** The colour that takes the traffic. One place: changing it and applying is the switch. */
  readonly active: Colour;
  readonly blue: ColourProps;
  readonly green: ColourProps;

  /**
   * Host at the edge.
   *
   * @default none; the app is reached inside the cluster only
   */
  readonly host?: string;
  /** @default class nginx, issuer letsencrypt-prod, cookie affinity of 48 h */
  readonly ingress?: Omit<IngressProps, 'name' | 'host' | 'service'>;
  /**
   * Reaches `host` through Istio instead of an Ingress, with a weight per colour.
   *
   * @default an Ingress
   */
  readonly mesh?: MeshProps;
  /**
   * How long a client address stays on one pod, for clients inside the cluster.
   *
   * @default none
   */
  readonly sessionAffinity?: Duration;
  /**
   * What healthy means, for alerts, dashboard and runbook. Nobody aborts a plain Deployment by itself.
   *
   * @default error rate at most 5 %, p99 at most 1 s
   */
  readonly healthy?: Objectives<AbsoluteObjective>;
}

/**
 * Two coloured Deployments and a Service that follows the active one: blue/green without Argo Rollouts.
 *
 * @example
 * new BlueGreenDeployment(production, 'orders', { active: 'blue', blue: { image }, green: { image, env } });
 */
export class BlueGreenDeployment extends Construct implements Callee {
  readonly production: Production;
  private readonly active: Colour;

  constructor(
    scope: Construct,
    private readonly id: string,
    private readonly props: BlueGreenDeploymentProps,
  ) {
    super(scope, id);
    remember(this);
    ownFolder(this);
    this.production = Production.of(this);
    const { sessionAffinity } = props;
    this.active = props.active === 'green' ? 'green' : 'blue';
    this.check();
    const { active } = this;
    for (const colour of colours) {
      const side = { [label.version]: colour };
      new AppDeployment(this, colour, {
        app: { ...props, image: props[colour].image, env: { ...props.env, ...props[colour].env } },
        appName: id,
        name: `${id}-${colour}`,
        side,
        selectedBy: side,
        replicas: this.replicasOf(colour),
        env: { VERSION: kplus.EnvValue.fromValue(colour) },
      });
      service(this, `service-${colour}`, {
        name: `${id}-${colour}`,
        selector: { [label.app]: id, ...side },
        labels: { [label.app]: id, ...side },
      });
    }
    service(this, 'service', {
      name: id,
      selector: { [label.app]: id, [label.version]: active },
      labels: { [label.app]: id },
      annotations: { 'active-version': active },
      ...(sessionAffinity ? { sessionAffinity: sessionAffinity.toSeconds() } : {}),
    });
    this.entry();
    serviceAccount(this, id);
    disruptionBudget(this, id);
    runbook(this, id);
    appPolicy(this, id, { ...props, image: props.blue.image });
  }

  get appName(): string {
    return this.id;
  }

  get appPort(): number {
    return this.props.port ?? defaults.port;
  }

  get release(): Release {
    const { host, healthy, requestsPerSecond } = this.props;
    const { active } = this;
    const replicas = this.props.replicas ?? defaults.replicas;
    const standby = standbyOf(active);
    return {
      name: this.id,
      namespace: this.production.namespace,
      strategy: 'blue-green',
      machinery: 'deployment',
      images: [standby, active].map((colour) => Image.of(this.props[colour].image).reference),
      ...(host === undefined ? {} : { host }),
      objectives: healthy ?? defaultObjectives,
      metricSource: 'app',
      replicas: { min: replicas, max: replicas },
      timing: { expected: startup + watch, early: 0, look: 30, watch, settle: 0, keepPrevious: Duration.hours(24).toSeconds() },
      // Both colours at full strength, one more pod each while they roll.
      capacity: {
        pods: 2 * (replicas + 1),
        connections: connectionsOf(2 * (replicas + 1), this.props),
        connectionBudget: this.production.connectionBudget,
      },
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      migrations: [],
      stages: [100],
      services: { production: this.id, fresh: `${this.id}-${standby}`, settled: `${this.id}-${active}` },
      smokeTests: ['/health', '/api/version', '/api/db/ping'],
    };
  }

  private replicasOf(colour: Colour): number {
    return this.props[colour].replicas ?? (colour === this.active ? (this.props.replicas ?? defaults.replicas) : 0);
  }

  private entry(): void {
    const { host, mesh, ingress } = this.props;
    const { id, active } = this;
    if (host === undefined) {
      if (mesh || ingress) reject(this, 'host: a route needs a host, got none; add host: "app.example.com"');
      return;
    }
    if (mesh && ingress) reject(this, 'mesh: one entry path per host, got ingress and mesh; keep one of them');
    if (!mesh) {
      new Ingress(this, 'ingress', { ...ingress, name: id, host, service: id });
      return;
    }
    const { namespace } = this.production;
    const sides = colours.map((colour) => ({
      host: qualified(`${id}-${colour}`, namespace),
      weight: colour === active ? 100 : 0,
      version: colour,
    }));
    virtualService(this, 'route', {
      name: id,
      app: id,
      namespace,
      hosts: [host, qualified(id, namespace)],
      sides,
      mesh: { retries: Retries.ofBlueGreen(), ...mesh },
    });
  }

  private check(): void {
    const { active } = this;
    const replicas = this.replicasOf(active);
    checkApp(this, this.id, this.props);
    for (const colour of colours) checkSide(this, `${colour}.`, this.props[colour]);
    if (this.props.active !== active) reject(this, `active: blue or green, got ${String(this.props.active)}`);
    if (replicas < 1) reject(this, `${active}.replicas: the active colour has at least 1 pod, got ${replicas}; users would get no answer`);
    for (const { problem } of this.props.healthy ?? defaultObjectives) reject(this, problem && `healthy: ${problem}`);
    if (this.props.healthy?.length === 0)
      reject(this, 'healthy: alerts and dashboard need an objective, got an empty list; add errorRate.atMost(percent(5))');
  }
}

function standbyOf(active: Colour): Colour {
  return active === 'blue' ? 'green' : 'blue';
}

const defaultObjectives: Objectives<AbsoluteObjective> = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))];

/** Seconds: pods until they are available, and the watch that the runbook asks for. */
const startup = 40;
const watch = 300;
