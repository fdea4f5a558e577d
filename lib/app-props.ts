import { Duration, type Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Image } from './image';
import type { Production } from './production';

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

  /**
   * Port that the container listens at for requests. Services offer it as port 80.
   *
   * @default 3000
   */
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
   * What one pod may use. Both sides of a release take it at the same time.
   *
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

  /**
   * Value of LOG_LEVEL, in the app's own words.
   *
   * @default 'info'
   */
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
  /** Name of the app: its Service and the label of its pods. */
  readonly appName: string;
  /** Where it lives: calls stay inside a namespace. */
  readonly production: Production;
  /** Port of its pods. */
  readonly appPort: number;
}

export interface Autoscale {
  /** At least 2. */
  readonly min: number;
  /** At least `min`. Both sides of a release may reach it, and so may their MongoDB connections. */
  readonly max: number;
  /**
   * Average CPU use to keep, in percent of the request.
   *
   * @default 70
   */
  readonly cpuPercent?: number;
}

/** One entry of a Secret in the namespace of the release. The Secret is made elsewhere; Git has its name only. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  /** Entry in it. */
  readonly key: string;
}

export const defaults = { replicas: 3, port: 3000, metricsPort: 9090, maxPoolSize: 20, minReady: Duration.seconds(30) } as const;
export const defaultMongodb: SecretKey = { secret: 'mongodb-uri', key: 'connection-string' };
