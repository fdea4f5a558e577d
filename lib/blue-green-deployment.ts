import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkApp, checkHealthy, checkSide } from './app-checks';
import { AppDeployment, connectionsOf } from './app-deployment';
import { defaultSmokeTests, scrapeOf } from './app-facts';
import { type AppProps, type Callee, defaults } from './app-props';
import { type EntryProps, entry } from './entry';
import { folderOf, ownFolder } from './folder';
import { Image } from './image';
import { label } from './labels';
import { type AbsoluteObjective, errorRate, type Objectives, p99 } from './metric';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import type { Release } from './release';
import { runbook } from './runbook';
import { clientAffinity, qualified, service } from './service';
import { appPolicy, disruptionBudget, serviceAccount } from './surroundings';
import { isWhole, percent } from './units';
import type { Side } from './virtual-service';

export type Colour = 'blue' | 'green';

const colours: readonly Colour[] = ['blue', 'green'];

/** What one colour runs. */
export interface ColourProps {
  /** What this colour runs: `images('orders-blue')`. */
  readonly image: string | Image;
  /**
   * Environment of this colour only: a feature flag of the new version.
   *
   * @default none
   */
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
}

export interface BlueGreenDeploymentProps extends Omit<AppProps, 'image' | 'autoscale'>, EntryProps {
  /**
   * The colour that takes the traffic. One place: changing it and applying is the switch, once the other colour has its pods.
   * Without `standbyReplicas` it has none, and users would wait for them: `bluecanary lint --against` refuses that.
   */
  readonly active: Colour;
  /** What the blue side runs. */
  readonly blue: ColourProps;
  /** What the green side runs. */
  readonly green: ColourProps;

  /**
   * Pods of the colour that has no traffic, whichever that is. As many as `replicas` before a switch, and after it for as long as
   * a roll back must be instant: then the switch and the way back change `active` alone.
   *
   * @default 0
   */
  readonly standbyReplicas?: number;

  /**
   * How long a client address stays on one pod, for clients inside the cluster: at most a day.
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
  private readonly objectives: Objectives;

  constructor(
    scope: Construct,
    private readonly id: string,
    private readonly props: BlueGreenDeploymentProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { BlueGreenDeployment }, props);
    ownFolder(this);
    this.production = Production.of(this);
    this.active = props.active === 'green' ? 'green' : 'blue';
    this.objectives = checkHealthy(this, props.healthy, {
      otherwise: defaultObjectives,
      without: 'alerts and dashboard need an objective',
      comparable: false,
    });
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
      ...clientAffinity(this, props.sessionAffinity),
    });
    entry(this, props, { name: id, namespace: this.production.namespace, sides: this.sides });
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
    const { host, requestsPerSecond } = this.props;
    const { active } = this;
    const replicas = this.props.replicas ?? defaults.replicas;
    const standby = standbyOf(active);
    return {
      name: this.id,
      namespace: this.production.namespace,
      folder: folderOf(this),
      strategy: 'blue-green',
      machinery: 'deployment',
      images: [standby, active].map((colour) => Image.of(this.props[colour].image).reference),
      ...(host === undefined ? {} : { host }),
      objectives: this.objectives,
      metricSource: 'app',
      replicas: { min: replicas, max: replicas },
      timing: { expected: startup + watch, early: 0, look: 30, watch, settle: 0, keepPrevious: 0 },
      // Both colours at full strength, one more pod each while they roll.
      capacity: {
        pods: 2 * (replicas + 1),
        connections: connectionsOf(2 * (replicas + 1), this.props),
        ...this.production.database,
      },
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      ...scrapeOf(this.props),
      migrations: [],
      stages: [100],
      services: { production: this.id, fresh: `${this.id}-${standby}`, settled: `${this.id}-${active}` },
      smokeTests: defaultSmokeTests(this.props),
    };
  }

  private replicasOf(colour: Colour): number {
    const { replicas = defaults.replicas, standbyReplicas = 0 } = this.props;
    return colour === this.active ? replicas : standbyReplicas;
  }

  /** Both colours as sides of a route; all requests go to the active one. */
  private get sides(): readonly Side[] {
    const { active, id, production } = this;
    return colours.map((colour) => ({
      host: qualified(`${id}-${colour}`, production.namespace),
      weight: colour === active ? 100 : 0,
      version: colour,
    }));
  }

  private check(): void {
    const { props } = this;
    const { standbyReplicas } = props;
    checkApp(this, this.id, props);
    if (standbyReplicas !== undefined && !isWhole(standbyReplicas, 0)) {
      reject(this, `standbyReplicas: pods of the standby are a whole number of at least 0, got ${standbyReplicas}`);
    }
    for (const colour of colours) checkSide(this, `${colour}.`, props[colour], props);
  }
}

function standbyOf(active: Colour): Colour {
  return active === 'blue' ? 'green' : 'blue';
}

const defaultObjectives: Objectives<AbsoluteObjective> = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))];

/** Seconds: pods until they are available, and the watch that the runbook asks for. */
const startup = 40;
const watch = 300;
