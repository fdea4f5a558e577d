import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { type AppProps, appContainer, completePod, defaultMongodb, defaults, graceSeconds } from './app-pod';
import { Image } from './image';
import { dnsLabelProblem, label } from './labels';
import { reject, remember } from './problems';

export interface AppWorkloadOptions {
  readonly app: AppProps;
  /** Name of the object; its pods carry `podLabels` and are selected by `selector`. */
  readonly name: string;
  readonly gvk: GroupVersionKind;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  /** What this side's environment adds or replaces. */
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
  /** Label that the controller puts on the pods of one revision. */
  readonly hashLabel: string;
  /** Pods of this side, where sides differ. @default those of the app */
  readonly replicas?: number;
  /** Identity of the pods. */
  readonly serviceAccount: string;
}

/**
 * A workload of cdk8s-plus that runs the app's pod: containers, volumes, scheduling, Services and autoscaling work as on a Deployment.
 * Deployment and Rollout differ only in what stands around the pod.
 */
export abstract class AppWorkload extends kplus.Workload implements kplus.IScalable {
  hasAutoscaler = false;
  protected readonly apiObject: ApiObject;

  constructor(
    scope: Construct,
    id: string,
    private readonly options: AppWorkloadOptions,
  ) {
    const { app, gvk, name, podLabels } = options;
    super(scope, id, {
      select: false,
      automountServiceAccountToken: false,
      podMetadata: { labels: { ...podLabels }, annotations: scrapeAnnotations(app) },
      securityContext: { ensureNonRoot: true },
    });
    remember(this);
    this.checkApp(name, app);
    const metadata: ApiObjectMetadata = {
      name,
      labels: { ...options.selector },
      ...(options.annotations ? { annotations: { ...options.annotations } } : {}),
    };
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: gvk.apiVersion,
      kind: gvk.kind,
      metadata,
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    this.select(kplus.LabelSelector.of({ labels: { ...options.selector } }));
    const container = this.addContainer(appContainer(app, { ...options.env, ...this.mongodbEnv(app) }));
    // The root file system is read-only, and nearly every runtime wants a place for temporary files.
    container.mount('/tmp', kplus.Volume.fromEmptyDir(this, 'tmp', 'tmp'));
    if (this.isolate) this.connections.isolate();
  }

  /** The autoscaler owns the number of pods from now on. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  toScalingTarget(): kplus.ScalingTarget {
    const { kind, apiVersion } = this.apiObject;
    return {
      kind,
      apiVersion,
      name: this.name,
      containers: this.containers,
      ...(this.replicas === undefined ? {} : { replicas: this.replicas }),
    };
  }

  /** Pods in Git; undefined where an autoscaler owns the number. */
  protected get replicas(): number | undefined {
    const { app, replicas } = this.options;
    return this.hasAutoscaler || app.autoscale ? undefined : (replicas ?? app.replicas ?? defaults.replicas);
  }

  /** The specification around selector and pod. */
  protected abstract body(): Record<string, unknown>;

  private _toKube(): unknown {
    const { app, hashLabel, selector, serviceAccount } = this.options;
    const template = { metadata: this.podMetadata.toJson(), spec: this._toPodSpec() };
    const { spec } = kplus.k8s.KubeDeployment.manifest({ spec: { selector: this._toLabelSelector(), template } });
    const pod = completePod(spec.template.spec, { peers: selector, hashLabel, serviceAccount, grace: graceSeconds(app) });
    return { replicas: this.replicas, ...this.body(), selector: spec.selector, template: { ...spec.template, spec: pod } };
  }

  private mongodbEnv(app: AppProps): Record<string, kplus.EnvValue> {
    if (app.mongodb === false) return {};
    const { secret, key } = app.mongodb ?? defaultMongodb;
    return {
      MONGODB_URI: kplus.EnvValue.fromSecretValue({ secret: kplus.Secret.fromSecretName(this, 'mongodb', secret), key }),
      // The driver's appName: proof of who is still connected, before a contract. The kubelet expands what stands earlier in the list.
      MONGODB_APP_NAME: kplus.EnvValue.fromValue(`${this.options.podLabels[label.app]}@$(VERSION)`),
      MONGODB_MAX_POOL_SIZE: kplus.EnvValue.fromValue(String(app.maxPoolSize ?? defaults.maxPoolSize)),
    };
  }

  private checkApp(name: string, app: AppProps): void {
    const image = Image.of(app.image);
    // A run of an analysis is named rollout-hash-revision-step, and a Service name has 63 characters.
    reject(this, dnsLabelProblem('id', name, 40));
    reject(this, image.problem);
    if (!image.problem && !image.pinned) {
      reject(
        this,
        `image: production runs a digest, got "${image.reference}"; a tag can change under you, add @sha256:... or use images("${name}")`,
      );
    }
    if (image.version.length > 63)
      reject(this, `image: the tag becomes the version label, at most 63 characters, got ${image.version.length}; shorten the tag`);
    if (app.autoscale && app.replicas !== undefined) {
      reject(this, `replicas: the autoscaler owns the number of pods, got replicas ${app.replicas} and autoscale; keep one of them`);
    }
    if (app.autoscale && !(app.autoscale.min >= 2 && app.autoscale.max >= app.autoscale.min)) {
      reject(this, `autoscale: min is at least 2 and max at least min, got min ${app.autoscale.min} and max ${app.autoscale.max}`);
    }
    if (app.replicas !== undefined && !(Number.isInteger(app.replicas) && app.replicas >= 1)) {
      reject(this, `replicas: pods are a whole number of at least 1, got ${app.replicas}`);
    }
    const { replicas } = this.options;
    if (replicas !== undefined && !(Number.isInteger(replicas) && replicas >= 0)) {
      reject(this, `replicas: pods of a side are a whole number of at least 0, got ${replicas}`);
    }
    for (const [variable, value] of Object.entries(app.env ?? {})) reject(this, secretProblem(variable, value));
  }
}

/** For a scraper that goes by annotations; the Prometheus Operator uses the PodMonitor. */
function scrapeAnnotations(app: AppProps): Record<string, string> {
  return { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(app.metricsPort ?? defaults.metricsPort) };
}

/** A value that looks like a secret must be a reference: `dist/` is committed. */
function secretProblem(variable: string, value: kplus.EnvValue): string | undefined {
  const text = typeof value.value === 'string' ? value.value : undefined;
  if (text === undefined) return undefined;
  const secretName = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|CREDENTIALS?)$/i.test(variable);
  const credentials = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^@\s]+@/i.test(text);
  if (!secretName && !credentials) return undefined;
  const way = "EnvValue.fromSecretValue({ secret: Secret.fromSecretName(scope, 'ref', 'name'), key: 'key' })";
  return `env.${variable}: a secret is a reference, got a value, and dist/ is committed; write ${way}`;
}

/** The version of the pod as its environment sees it, from the label, so that it has one place. */
export const versionFromLabel: kplus.EnvValue = kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_LABEL, { key: label.version });
