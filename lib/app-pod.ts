import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Image } from './image';
import { annotation, label, portName } from './labels';
import type { Production } from './production';
import type { Release } from './release';
import { secondsOf } from './time';

/** How an app runs: the same pod on every side of a release. */
export interface AppProps {
  /** The image: `images('catalog')`, or a reference as text. In production it is pinned by a digest. */
  readonly image: string | Image;

  /**
   * Pods of a side that takes traffic. Not together with `autoscale`.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * Lets a HorizontalPodAutoscaler choose the number of pods.
   *
   * @default no autoscaler, `replicas` pods
   */
  readonly autoscale?: Autoscale;

  /** @default 3000 */
  readonly port?: number;

  /**
   * Port that Prometheus scrapes, at `/metrics`; the same as `port` for an app that serves both.
   *
   * @default 9090
   */
  readonly metricsPort?: number;

  /**
   * Environment besides what is made here: VERSION, and MONGODB_URI, MONGODB_APP_NAME and MONGODB_MAX_POOL_SIZE of an app with MongoDB.
   * It may replace NODE_ENV and LOG_LEVEL. Secrets are references, never values.
   *
   * @default none
   */
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;

  /**
   * What the pods refer to and others make: `ConfigMap/cluster-info/region`, `PersistentVolumeClaim/uploads`, `Secret/internal-tls`.
   * The synth refuses a reference to an object that is neither here nor declared.
   *
   * @default the Secrets of `mongodb` and `env`: a Secret is never made here
   */
  readonly external?: readonly string[];

  /**
   * Secret that holds the connection string.
   *
   * @default key `connection-string` of Secret `mongodb-uri`; `false` for an app without MongoDB
   */
  readonly mongodb?: SecretKey | false;

  /**
   * Connections that one pod's MongoDB driver may open to a node.
   *
   * @default 20
   */
  readonly maxPoolSize?: number;

  /**
   * @default requests 500m and 512Mi, limits 1000m and 1Gi
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Path that answers 200 while the process works.
   *
   * @default '/health'
   */
  readonly health?: string;

  /**
   * Path that answers 200 while the pod can serve. It does not ask MongoDB: a failover would make every pod unready.
   *
   * @default '/ready'
   */
  readonly ready?: string;

  /**
   * How long a pod goes on serving after it was taken out of the Services, until they all know.
   *
   * @default Duration.seconds(10)
   */
  readonly drain?: Duration;

  /**
   * The longest request that must not be cut.
   *
   * @default Duration.seconds(30)
   */
  readonly longestRequest?: Duration;

  /**
   * Requests per second that the app gets, for the evidence that a stage can gather.
   *
   * @default not declared; the plan says so
   */
  readonly requestsPerSecond?: number;

  /** @default 'info' */
  readonly logLevel?: string;

  /**
   * The most that a pod may keep in `/tmp`; a pod over it is evicted, instead of filling the disk of its node.
   *
   * @default Size.mebibytes(256)
   */
  readonly tmpSize?: Size;

  /**
   * Apps of the same namespace that this one calls: `calls: [catalog]`. Both sides of the network open for it.
   *
   * @default none; an app reaches MongoDB and nothing else
   */
  readonly calls?: readonly Callee[];
}

/** An app that others may call: every release is one. */
export interface Callee {
  readonly appName: string;
  /** Where it lives: calls stay inside a namespace. */
  readonly production: Production;
  /** Port of its pods. */
  readonly appPort: number;
}

export interface Autoscale {
  /** At least 2. */
  readonly min: number;
  readonly max: number;
  /**
   * Average CPU use to keep, in percent of the request.
   *
   * @default 70
   */
  readonly cpuPercent?: number;
}

export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

export const defaults = { replicas: 3, port: 3000, metricsPort: 9090, maxPoolSize: 20, minReady: Duration.seconds(30) } as const;
export const defaultMongodb: SecretKey = { secret: 'mongodb-uri', key: 'connection-string' };

/** Seconds that the app gets to close its MongoDB connections, after the last request. */
const closing = 5;

/** The app's container; `env` is what one side adds. */
export function appContainer(props: AppProps, env: Readonly<Record<string, kplus.EnvValue>>): kplus.ContainerProps {
  const image = Image.of(props.image);
  const port = props.port ?? defaults.port;
  const health = props.health ?? '/health';
  return {
    name: 'app',
    image: image.reference,
    imagePullPolicy: kplus.ImagePullPolicy[image.pinned ? 'IF_NOT_PRESENT' : 'ALWAYS'],
    ports: [
      { name: portName.http, number: port },
      ...(servesMetricsItself(props) ? [] : [{ name: portName.metrics, number: props.metricsPort ?? defaults.metricsPort }]),
    ],
    envVariables: {
      ...env,
      NODE_ENV: kplus.EnvValue.fromValue('production'),
      LOG_LEVEL: kplus.EnvValue.fromValue(props.logLevel ?? 'info'),
      ...props.env,
    },
    resources: props.resources ?? {
      cpu: { request: kplus.Cpu.millis(500), limit: kplus.Cpu.millis(1000) },
      memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
    },
    liveness: probe(health, port, { initialDelay: 30, period: 10, timeout: 5, failures: 3 }),
    readiness: probe(props.ready ?? '/ready', port, { initialDelay: 10, period: 5, timeout: 3, failures: 3 }),
    startup: probe(health, port, { initialDelay: 0, period: 10, timeout: 5, failures: 30 }),
    lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', String(drainSeconds(props))]) },
    securityContext: { ensureNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, privileged: false },
  };
}

/** What the lint and the plan read of an app: its pool, and what exists outside. */
export function appAnnotations({
  mongodb = defaultMongodb,
  maxPoolSize = defaults.maxPoolSize,
  env = {},
  external = [],
}: AppProps): Record<string, string> {
  const secrets = [...(mongodb ? [mongodb] : []).map(({ secret, key }) => ({ name: secret, key })), ...secretsOf(env)];
  const declared = [...new Set([...secrets.map(({ name, key }) => `Secret/${name}/${key}`), ...external])];
  return {
    ...(declared.length > 0 ? { [annotation.external]: declared.join(',') } : {}),
    ...(mongodb ? { [annotation.poolSize]: String(maxPoolSize) } : {}),
  };
}

function secretsOf(env: NonNullable<AppProps['env']>): readonly { readonly name?: string; readonly key: string }[] {
  return Object.values(env).flatMap(({ valueFrom }) => {
    const { secretKeyRef } = (valueFrom ?? {}) as kplus.k8s.EnvVarSource; // cdk8s-plus keeps it in wire form
    return secretKeyRef ?? [];
  });
}

/** What monitoring must know of the app to find its metrics, and to leave the probes out of them. */
export function scrapeOf(app: Omit<AppProps, 'image'>): Pick<Release, 'probes' | 'metricsPort'> {
  return { probes: probesOf(app), ...(servesMetricsItself(app) ? { metricsPort: portName.http } : {}) };
}

/** Paths that only probes and scrapes ask. */
export function probesOf({ health = '/health', ready = '/ready' }: Omit<AppProps, 'image'>): readonly string[] {
  return [...new Set([health, ready, '/metrics'].map((path) => path.split('?')[0] ?? path))];
}

/** Whether the app serves its metrics at the port of its requests. */
function servesMetricsItself({ port = defaults.port, metricsPort = defaults.metricsPort }: Omit<AppProps, 'image'>): boolean {
  return port === metricsPort;
}

/** Seconds from SIGTERM to SIGKILL: the drain, the longest request, and the closing of the pool. */
export function graceSeconds(props: AppProps): number {
  return drainSeconds(props) + secondsOf(props.longestRequest, 30) + closing;
}

function drainSeconds(props: AppProps): number {
  return secondsOf(props.drain, 10);
}

interface ProbeTimes {
  readonly initialDelay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
}

function probe(path: string, port: number, { initialDelay, period, timeout, failures }: ProbeTimes): kplus.Probe {
  return kplus.Probe.fromHttpGet(path, {
    port,
    initialDelaySeconds: Duration.seconds(initialDelay),
    periodSeconds: Duration.seconds(period),
    timeoutSeconds: Duration.seconds(timeout),
    failureThreshold: failures,
  });
}

/** A pod in wire form, as far as this project completes it. */
interface WirePod {
  readonly containers: readonly WireContainer[];
  readonly initContainers?: readonly WireContainer[];
  readonly affinity?: { readonly podAntiAffinity?: { readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly unknown[] } };
  readonly securityContext?: object;
}
interface WireContainer {
  readonly securityContext?: object;
  readonly resources?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PodCompletion {
  /** Labels of the pods to keep away from. */
  readonly peers: Readonly<Record<string, string>>;
  /** Label that the owning controller puts on the pods of one revision. */
  readonly hashLabel: string;
  readonly serviceAccount: string;
  /** Seconds from SIGTERM to SIGKILL. */
  readonly grace: number;
}

/** Adds what cdk8s-plus cannot say to a mapped pod: what Pod Security `restricted` asks for beyond its defaults, and spread. */
export function completePod(pod: WirePod, { peers, hashLabel, serviceAccount, grace }: PodCompletion): Record<string, unknown> {
  const app = { matchLabels: { [label.app]: peers[label.app] } };
  const spread = (topologyKey: string) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: app,
    matchLabelKeys: [hashLabel],
  });
  const apart = { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { ...peers } } } };
  const others = pod.affinity?.podAntiAffinity;
  return {
    ...pod,
    containers: pod.containers.map(completeContainer),
    ...(pod.initContainers ? { initContainers: pod.initContainers.map(completeContainer) } : {}),
    affinity: {
      ...pod.affinity,
      podAntiAffinity: {
        ...others,
        preferredDuringSchedulingIgnoredDuringExecution: [apart, ...(others?.preferredDuringSchedulingIgnoredDuringExecution ?? [])],
      },
    },
    topologySpreadConstraints: [spread('topology.kubernetes.io/zone'), spread('kubernetes.io/hostname')],
    securityContext: { ...pod.securityContext, seccompProfile: { type: 'RuntimeDefault' } },
    serviceAccountName: serviceAccount,
    terminationGracePeriodSeconds: grace,
    enableServiceLinks: false,
  };
}

function completeContainer(container: WireContainer): WireContainer {
  const resources = Object.entries(container.resources ?? {}).map(([kind, amounts]) => [
    kind,
    Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, wholeGibibytes(amount)])),
  ]);
  return {
    ...container,
    ...(container.resources ? { resources: Object.fromEntries(resources) } : {}),
    securityContext: { ...container.securityContext, capabilities: { drop: ['ALL'] } },
  };
}

/** cdk8s-plus writes every size in mebibytes; `1024Mi` reads better as `1Gi`. */
function wholeGibibytes(amount: string): string {
  const mebibytes = /^(\d+)Mi$/.exec(String(amount))?.[1];
  const count = Number(mebibytes) / 1024;
  return mebibytes !== undefined && Number.isInteger(count) ? `${count}Gi` : amount;
}
