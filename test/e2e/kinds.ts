/** The parts of watched objects that the suite reads. */
import type { KubeObject } from './cluster';

export interface Pod extends KubeObject {
  readonly spec?: {
    readonly nodeName?: string;
    readonly schedulerName?: string;
    readonly containers?: readonly PodContainer[];
    readonly readinessGates?: readonly unknown[];
    readonly serviceAccountName?: string;
    readonly automountServiceAccountToken?: boolean;
  };
  readonly status?: {
    readonly phase?: string;
    readonly containerStatuses?: readonly { readonly state?: { readonly terminated?: Termination } }[];
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}
export interface PodContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvironmentVariable[];
  readonly readinessProbe?: { readonly initialDelaySeconds?: number };
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly fieldRef?: { readonly fieldPath: string };
  };
}
/** How a container ended. */
export interface Termination {
  readonly exitCode: number;
  readonly message?: string;
}

export interface Service extends KubeObject {
  readonly spec?: { readonly selector?: Readonly<Record<string, string>> };
}

export interface VirtualService extends KubeObject {
  readonly spec?: { readonly http?: readonly HttpRoute[] };
}
export interface HttpRoute {
  readonly name?: string;
  readonly route?: readonly { readonly destination: { readonly host: string }; readonly weight?: number }[];
}

export interface RolloutObject extends KubeObject {
  readonly spec?: { readonly template?: unknown; readonly strategy?: { readonly canary?: { readonly steps?: readonly object[] } } };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly abort?: boolean;
    readonly observedGeneration?: string;
    readonly currentPodHash?: string;
    readonly stableRS?: string;
    readonly currentStepIndex?: number;
    readonly controllerPause?: boolean;
    readonly pauseConditions?: readonly { readonly reason: string }[];
    readonly blueGreen?: { readonly activeSelector?: string };
  };
}

export interface AnalysisRun extends KubeObject {
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly metricResults?: readonly MetricResult[];
  };
}
export interface MetricResult {
  readonly name: string;
  readonly phase: string;
  readonly message?: string;
  readonly count?: number;
  readonly successful?: number;
  readonly inconclusive?: number;
  readonly error?: number;
  readonly measurements?: readonly { readonly phase: string; readonly value?: string; readonly message?: string }[];
}

export interface Job extends KubeObject {
  readonly status?: {
    readonly succeeded?: number;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[];
  };
}

/** Whether a pod takes traffic: ready, and not on its way out. */
export function isReady(pod: Pod): boolean {
  if (pod.metadata?.deletionTimestamp !== undefined) return false;
  return pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** Whether labels fulfil a Service's selector. */
export function matches(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>> | undefined): boolean {
  return Object.entries(selector).every(([name, value]) => labels?.[name] === value);
}
