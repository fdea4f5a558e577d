import type { Kind } from './types';

/** API group → kinds that rules read. A version plays no part. */
const groups: Readonly<Record<string, readonly Kind[]>> = {
  '': ['Service', 'Namespace', 'ConfigMap', 'Secret', 'ServiceAccount', 'Pod', 'PodTemplate'],
  apps: ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'],
  batch: ['Job', 'CronJob'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy', 'IngressClass'],
  autoscaling: ['HorizontalPodAutoscaler'],
  policy: ['PodDisruptionBudget'],
  'argoproj.io': ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment', 'Application'],
  'networking.istio.io': ['VirtualService', 'DestinationRule', 'Gateway'],
  'monitoring.coreos.com': ['PrometheusRule', 'ServiceMonitor', 'PodMonitor'],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'kustomize.config.k8s.io': ['Kustomization'],
  'cert-manager.io': ['Issuer', 'ClusterIssuer', 'Certificate'],
  'external-secrets.io': ['ExternalSecret'],
  'bitnami.com': ['SealedSecret'],
};

const known = new Map<string, Kind>(
  Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => [`${group}/${kind}`, kind] as const)),
);
known.set('getambassador.io/Mapping', 'AmbassadorMapping');

/** Kind of an object as the rules know it; undefined for those that no rule reads. */
export function kindOf(apiVersion: unknown, kind: unknown): Kind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const slash = apiVersion.indexOf('/');
  return known.get(`${slash === -1 ? '' : apiVersion.slice(0, slash)}/${kind}`);
}

const defaultVersions = new Map<string, string>(
  Object.entries({
    Rollout: 'argoproj.io/v1alpha1',
    AnalysisTemplate: 'argoproj.io/v1alpha1',
    ClusterAnalysisTemplate: 'argoproj.io/v1alpha1',
    Application: 'argoproj.io/v1alpha1',
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    Ingress: 'networking.k8s.io/v1',
    NetworkPolicy: 'networking.k8s.io/v1',
    HorizontalPodAutoscaler: 'autoscaling/v2',
    PodDisruptionBudget: 'policy/v1',
    VirtualService: 'networking.istio.io/v1',
    DestinationRule: 'networking.istio.io/v1',
    Gateway: 'networking.istio.io/v1',
    PrometheusRule: 'monitoring.coreos.com/v1',
    ServiceMonitor: 'monitoring.coreos.com/v1',
    PodMonitor: 'monitoring.coreos.com/v1',
    CustomResourceDefinition: 'apiextensions.k8s.io/v1',
    Kustomization: 'kustomize.config.k8s.io/v1beta1',
    Mapping: 'getambassador.io/v2',
  }),
);

/** The apiVersion that an example of a kind leaves out. */
export function usualVersion(kind: string): string {
  return defaultVersions.get(kind) ?? 'v1';
}

/** Every kind that rules read. */
export const kinds: readonly Kind[] = [...new Set(known.values()), 'Dashboard'];
