import type { At } from './at';

/** A final manifest, and who wrote it. */
export interface LintObject {
  /** A plain object, as it would be applied. Any other shape is tolerated. */
  readonly manifest: unknown;
  readonly source?: Source;
}

export interface Source {
  readonly file?: string;
  /** Where it is written, below the folder that the App writes; `file` says it when it was read from there. */
  readonly writtenTo?: string;
  /** First line of the object, or of the statement that creates its construct. */
  readonly line?: number;
  readonly constructPath?: string;
  /** Line of a place inside the object; asked only for places with a finding. */
  readonly lineOf?: (steps: readonly (string | number)[]) => number | undefined;
}

export type Severity = 'error' | 'warning';

export interface Finding {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  /** `Rollout production/myapp` */
  readonly object: string;
  /** `spec.strategy.canary.steps[3].setWeight` */
  readonly path: string;
  /** What must hold, and what came. */
  readonly message: string;
  /** The way out. */
  readonly fix: string;
  readonly source: Source;
}

/** A finding that somebody accepted, with the reason. */
export interface Waived extends Finding {
  readonly reason: string;
  /** Day after which the waiver no longer counts, `2027-01-31`. */
  readonly until?: string;
}

export interface LintReport {
  /** Errors first, in the order of the objects. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Objects looked at, unknown kinds included. */
  readonly objects: number;
  /** Kinds that no rule knows, and how many of each were passed over. */
  readonly unknownKinds: ReadonlyMap<string, number>;
}

export interface LintOptions {
  /** What exists outside: `Kind/name`, `Kind/namespace/name`, `Secret/name/key`; `*` in place of a name means every one. */
  readonly external?: readonly string[];
  /** Day on which waivers are checked for expiry, `2027-01-31`. Without it none expires. */
  readonly today?: string;
  /** What was applied before: what must not change, and what the previous version still needs. Without it that is not checked. */
  readonly against?: readonly LintObject[];
  /**
   * Whether good practice is demanded, or only recommended.
   *
   * @default true if any object carries an annotation of this project
   */
  readonly strict?: boolean;
}

/** Kinds that rules read. */
export type Kind =
  | 'Rollout'
  | 'AnalysisTemplate'
  | 'ClusterAnalysisTemplate'
  | 'Application'
  | 'Service'
  | 'Namespace'
  | 'ConfigMap'
  | 'Secret'
  | 'ServiceAccount'
  | 'Pod'
  | 'PodTemplate'
  | 'Deployment'
  | 'StatefulSet'
  | 'ReplicaSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'Ingress'
  | 'NetworkPolicy'
  | 'HorizontalPodAutoscaler'
  | 'PodDisruptionBudget'
  | 'VirtualService'
  | 'DestinationRule'
  | 'Gateway'
  | 'PrometheusRule'
  | 'ServiceMonitor'
  | 'PodMonitor'
  | 'Dashboard'
  | 'CustomResourceDefinition'
  | 'Kustomization'
  | 'Issuer'
  | 'ClusterIssuer'
  | 'Certificate'
  | 'ExternalSecret'
  | 'SealedSecret'
  | 'Experiment'
  | 'AnalysisRun'
  | 'IngressClass'
  | 'AmbassadorMapping';

/** An object with its name and kind read out. */
export interface Item {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  readonly root: At;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly source: Source;
}
