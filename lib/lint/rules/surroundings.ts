import { usualController } from '../../labels';
import { annotation } from '../annotations';
import type { At } from '../at';
import { calledService, podsBehind } from '../callee';
import { containersOf, isSubset, podsOf, type Workload } from '../pods';
import { groupedBy, type References } from '../references';
import type { Rule } from '../rule';
import { metricsOf } from '../templates';
import type { Item } from '../types';
import { replicasOf } from './workload';

/** The driver watches each node over so many connections besides its pool. */
const monitoringConnections = 2;
/** Share of a node's connections that releases may take; the rest is for people, backups and failover. */
const usable = 0.8;

/** What is around the pods: the network and the database. */
export const surroundingsRules: readonly Rule[] = [
  {
    id: 'X42',
    name: 'policy-paths',
    holds: 'network policies let the controller reach the judge, and the judge reach Prometheus',
    otherwise: 'Every look is an Error, and the fifth in a row aborts the release.',
    fix: 'allow the path in a NetworkPolicy',
    on: ['AnalysisTemplate', 'ClusterAnalysisTemplate', 'Deployment'],
    check: (item, references, report) => {
      for (const url of metricsOf(item).map((metric) => metric.get('provider', 'web', 'url'))) {
        const judge = podsBehind(url.text, item.namespace, references);
        const controller = controllerOf(item.namespace, references);
        if (judge && !allows(judge, 'Ingress', controller, references))
          report(url, `no policy that lets ${controller} reach ${judge.item.name}`);
      }
      const workload = podsOf(references).get(item);
      for (const address of containersOf(workload?.pod ?? item.root.get('none')).flatMap((container) => container.get('env').list())) {
        const prometheus =
          address.get('name').text === 'PROMETHEUS_URL' ? calledService(address.get('value').text, item.namespace) : undefined;
        if (workload && prometheus && !allows(workload, 'Egress', prometheus.namespace, references))
          report(address.get('value'), `no policy that lets ${item.name} reach ${prometheus.namespace}`);
      }
    },
    example: `
        kind: Deployment
        metadata: { name: judge, namespace: production }
        spec:
          template:
            metadata: { labels: { app: judge } }
            spec: { containers: [{ name: judge, env: [{ name: PROMETHEUS_URL, value: 'http://prometheus.monitoring:9090' }] }] }
        ---
        kind: NetworkPolicy
        metadata: { namespace: production }
        spec:
          podSelector: { matchLabels: { app: judge } }
          policyTypes: [Egress]
      +   egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }] }]`,
  },
  {
    id: 'Y05',
    name: 'pool-budget',
    holds: `the pods of both sides, times maxPoolSize and ${monitoringConnections} more, stay under ${100 * usable} % of bluecanary.dev/connection-budget`,
    otherwise: 'In the middle of a release the database refuses connections, to the healthy version as well.',
    fix: 'lower maxPoolSize, or raise the budget',
    on: ['Namespace', ...(['Rollout', 'Deployment'] as const)],
    check: (item, references, report) => {
      const budget = Number(item.annotations[annotation.connectionBudget] ?? Number.NaN);
      if (Number.isNaN(budget)) return;
      const pooled =
        item.kind === 'Namespace'
          ? (pools(references).get(item.name) ?? [])
          : (pools(references).get(item.namespace) ?? []).filter((one) => one.item === item);
      const connections = pooled.reduce((sum, one) => sum + connectionsOf(one, references), 0);
      if (connections > usable * budget)
        report(item.root.get('metadata', 'annotations', annotation.connectionBudget), `${connections} of ${budget}`);
    },
    example: `
        kind: Namespace
        metadata: { name: production, annotations: { bluecanary.dev/connection-budget: '1500' } }
        ---
        kind: Rollout
        metadata:
          namespace: production
      -   annotations: { bluecanary.dev/pool-size: '100' }
      +   annotations: { bluecanary.dev/pool-size: '20' }
        spec: { replicas: 10, strategy: { blueGreen: { activeService: myapp } } }`,
  },
];

/** Namespace of the Argo Rollouts controller that carries out the releases of a namespace: as declared, where it is among the objects, or as usual. */
function controllerOf(namespace: string, references: References): string {
  const declared = references.find('Namespace', '', namespace)?.annotations[annotation.argoRollouts];
  return declared ?? references.part(controllerOf, () => references.of('Deployment').find(isController)?.namespace ?? usualController);
}

/** By the labels of its manifests and of its Helm chart. */
function isController({ labels }: Item): boolean {
  return labels['app.kubernetes.io/name'] === 'argo-rollouts' && labels['app.kubernetes.io/component'] === 'rollouts-controller';
}

/** Whether policies let pods talk to a namespace. Pods that no policy of this direction selects may talk to everybody. */
function allows(workload: Workload, direction: 'Ingress' | 'Egress', namespace: string, references: References): boolean {
  // Every template of a namespace asks the same judge.
  const all = references.part(allows, () => new Map<Workload, Map<string, boolean>>());
  const known = all.get(workload) ?? new Map<string, boolean>();
  all.set(workload, known);
  const allowed = known.get(`${direction} ${namespace}`) ?? admitted(workload, direction, namespace, references);
  known.set(`${direction} ${namespace}`, allowed);
  return allowed;
}

function admitted({ item, labels }: Workload, direction: 'Ingress' | 'Egress', namespace: string, references: References): boolean {
  const policies = policiesOf(references).get(item.namespace) ?? [];
  const selecting = policies.filter(({ root }) => {
    const spec = root.get('spec');
    const types = spec
      .get('policyTypes')
      .list()
      .map(({ text }) => text);
    const applies = types.length > 0 ? types.includes(direction) : direction === 'Ingress' || spec.has('egress');
    return applies && isSubset(spec.get('podSelector', 'matchLabels').texts, labels);
  });
  if (selecting.length === 0) return true;
  const [rules, peers] = direction === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const);
  return selecting.some(({ root }) =>
    root
      .get('spec', rules)
      .list()
      .some(
        (rule) =>
          !rule.get(peers).given ||
          rule
            .get(peers)
            .list()
            .some((peer) => admits(peer, namespace, item.namespace)),
      ),
  );
}

function admits(peer: At, namespace: string, own: string): boolean {
  if (peer.has('ipBlock')) return true;
  if (!peer.has('namespaceSelector')) return namespace === own;
  const name = peer.get('namespaceSelector', 'matchLabels', 'kubernetes.io/metadata.name').text;
  // Labels of other namespaces are not seen here: any other selector may be right.
  return name === undefined || name === namespace;
}

function policiesOf(references: References): ReadonlyMap<string, readonly Item[]> {
  return references.part(policiesOf, () => groupedBy(references.of('NetworkPolicy'), ({ namespace }) => namespace));
}

/** Workloads with a pool of database connections, by namespace. */
function pools(references: References): ReadonlyMap<string, readonly Workload[]> {
  return references.part(pools, () =>
    groupedBy(
      podsOf(references).workloads.filter(({ item }) => item.annotations[annotation.poolSize] !== undefined),
      ({ item }) => item.namespace,
    ),
  );
}

/** Connections to one node at the peak of a release. */
function connectionsOf({ item }: Workload, references: References): number {
  const pool = Number(item.annotations[annotation.poolSize]);
  const replicas =
    item.kind === 'Job'
      ? (item.root.get('spec', 'parallelism').number ?? 1)
      : (replicasOf(item.root, 'most', references, `${item.kind}/${item.namespace}/${item.name}`) ?? 1);
  const strategy = item.root.get('spec', 'strategy');
  const twice = strategy.has('blueGreen') || strategy.get('canary').has('trafficRouting');
  const surge =
    strategy.get('rollingUpdate', 'maxSurge').number ??
    (item.kind === 'Rollout' || item.kind === 'Deployment' ? Math.ceil(replicas / 4) : 0);
  return (twice ? 2 * replicas : replicas + surge) * (pool + monitoringConnections);
}
