import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { appContainer, graceSeconds } from './app-pod';
import { type AppProps, defaultMongodb, defaults } from './app-props';
import { label } from './labels';
import { completePod } from './pod-completion';
import { freeId, remember } from './problems';
import { Production } from './production';

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
  readonly production: Production;
  hasAutoscaler = false;
  protected readonly apiObject: ApiObject;

  constructor(
    scope: Construct,
    id: string,
    private readonly options: AppWorkloadOptions,
  ) {
    const { app, gvk, name, podLabels } = options;
    super(scope, freeId(scope, id), {
      select: false,
      automountServiceAccountToken: false,
      podMetadata: { labels: { ...podLabels }, annotations: scrapeAnnotations(app) },
      securityContext: { ensureNonRoot: true },
    });
    remember(this);
    this.production = Production.of(this);
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
    container.mount('/tmp', kplus.Volume.fromEmptyDir(this, 'tmp', 'tmp', { sizeLimit: app.tmpSize ?? Size.mebibytes(256) }));
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

  /** Services, policies and scheduling of cdk8s-plus select the pods by the labels of ours, not by one that follows the construct's path. */
  override toPodSelectorConfig(): kplus.PodSelectorConfig {
    const namespaces = { names: [this.production.namespace] };
    return { labelSelector: kplus.LabelSelector.of({ labels: { ...this.options.selector } }), namespaces };
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
    const metadata = this.podMetadata.toJson() as PodMetadata;
    // It would restart every pod when a construct is renamed, and nothing selects by it.
    const { [kplus.Pod.ADDRESS_LABEL]: _address, ...labels } = metadata.labels;
    const template = { metadata: { ...metadata, labels }, spec: this._toPodSpec() };
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
}

/** As cdk8s renders it: our labels are among them. */
interface PodMetadata {
  readonly labels: Readonly<Record<string, string>>;
}

/** For a scraper that goes by annotations; the Prometheus Operator uses the PodMonitor. */
function scrapeAnnotations(app: AppProps): Record<string, string> {
  return { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(app.metricsPort ?? defaults.metricsPort) };
}

/** The version of the pod as its environment sees it, from the label, so that it has one place. */
export const versionFromLabel: kplus.EnvValue = kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_LABEL, { key: label.version });
