import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { label } from './labels';
import { builtIn } from './manifest';

/** A peer: pods of this namespace by label, a whole namespace, or addresses. */
export type Peer =
  | { readonly app: string }
  | { readonly namespace: string }
  | { readonly cidr: string }
  | { readonly pods: Readonly<Record<string, string>> };

export interface Rule {
  /** No peer means everybody. */
  readonly peers?: readonly Peer[];
  readonly ports: readonly (number | string)[];
}

export interface PolicyOptions {
  /** Labels of the pods that the policy is about. */
  readonly pods: Readonly<Record<string, string>>;
  /** Who may reach them. */
  readonly from?: readonly Rule[];
  /** Whom they may reach, besides DNS. */
  readonly to?: readonly Rule[];
}

/** Nothing talks to anything: every other policy is an exception to this one. */
export function denyAll(scope: Construct): ApiObject {
  return policy(scope, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
}

/**
 * Every pod may resolve names: at the cluster's DNS, and at its cache on the node (NodeLocal DNSCache), whose address is no pod.
 *
 * @param nodeCaches addresses of that cache
 */
export function allowDns(scope: Construct, nodeCaches: readonly string[]): ApiObject {
  const cluster = {
    namespaceSelector: { matchLabels: { [label.namespaceName]: 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return policy(scope, 'allow-dns', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [cluster, ...nodeCaches.map((address) => ({ ipBlock: { cidr: `${address}/${address.includes(':') ? 128 : 32}` } }))],
        ports: ['UDP', 'TCP'].map((protocol) => ({ port: k8s.IntOrString.fromNumber(53), protocol })),
      },
    ],
  });
}

/** Every injected proxy gets its configuration and certificate, and Prometheus its metrics. */
export function allowMesh(
  scope: Construct,
  { controlPlane, monitoring }: { readonly controlPlane: string; readonly monitoring: string },
): ApiObject {
  const istiod = 15_012;
  const proxyMetrics = 15_090;
  return allow(scope, 'allow-mesh', {
    pods: {},
    from: [{ peers: [{ namespace: monitoring }], ports: [proxyMetrics] }],
    to: [{ peers: [{ namespace: controlPlane }], ports: [istiod] }],
  });
}

/** Exactly what one app needs. */
export function allow(scope: Construct, name: string, options: PolicyOptions): ApiObject {
  return policy(scope, name, policySpec(options));
}

/** The same as a specification in wire form, for what is known only later. */
export function policySpec({ pods, from = [], to = [] }: PolicyOptions): k8s.NetworkPolicySpec {
  const types = [...(from.length > 0 ? ['Ingress'] : []), ...(to.length > 0 ? ['Egress'] : [])];
  return {
    podSelector: { matchLabels: { ...pods } },
    policyTypes: types,
    ...(from.length > 0
      ? { ingress: from.map(({ peers, ports }) => ({ ...(peers ? { from: peers.map(toKube) } : {}), ports: ports.map(toPort) })) }
      : {}),
    ...(to.length > 0
      ? { egress: to.map(({ peers, ports }) => ({ ...(peers ? { to: peers.map(toKube) } : {}), ports: ports.map(toPort) })) }
      : {}),
  };
}

function policy(scope: Construct, name: string, spec: k8s.NetworkPolicySpec): ApiObject {
  return builtIn(scope, `network-${name}`, k8s.KubeNetworkPolicy.manifest({ metadata: { name }, spec }));
}

function toPort(port: number | string): k8s.NetworkPolicyPort {
  return { port: typeof port === 'number' ? k8s.IntOrString.fromNumber(port) : k8s.IntOrString.fromString(port), protocol: 'TCP' };
}

function toKube(peer: Peer): k8s.NetworkPolicyPeer {
  if ('app' in peer) return { podSelector: { matchLabels: { [label.app]: peer.app } } };
  if ('pods' in peer) return { podSelector: { matchLabels: { ...peer.pods } } };
  if ('cidr' in peer) return { ipBlock: { cidr: peer.cidr } };
  return { namespaceSelector: { matchLabels: { [label.namespaceName]: peer.namespace } } };
}
