/** What `imports/` is generated from: the kinds this project emits, at the versions it was tested against. */
interface PinnedGroup {
  readonly group: string;
  readonly version: string;
  readonly kinds: readonly string[];
  readonly addresses: readonly string[];
}

const raw = 'https://raw.githubusercontent.com';
const argo = `${raw}/argoproj/argo-rollouts/v1.9.1/manifests/crds`;
const operator = `${raw}/prometheus-operator/prometheus-operator/v0.93.0/example/prometheus-operator-crd`;

export const pinned: readonly PinnedGroup[] = [
  {
    group: 'argoproj.io',
    version: 'Argo Rollouts v1.9.1',
    kinds: ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate'],
    addresses: [`${argo}/rollout-crd.yaml`, `${argo}/analysis-template-crd.yaml`, `${argo}/cluster-analysis-template-crd.yaml`],
  },
  {
    group: 'networking.istio.io',
    version: 'Istio 1.30.3',
    kinds: ['VirtualService', 'DestinationRule', 'Gateway'],
    addresses: [`${raw}/istio/api/2e43f07b30b6744bc8252fce39fb58b03f85ff8b/kubernetes/customresourcedefinitions.gen.yaml`],
  },
  {
    group: 'monitoring.coreos.com',
    version: 'prometheus-operator v0.93.0',
    kinds: ['PrometheusRule', 'ServiceMonitor', 'PodMonitor'],
    addresses: ['prometheusrules', 'servicemonitors', 'podmonitors'].map((name) => `${operator}/monitoring.coreos.com_${name}.yaml`),
  },
];
