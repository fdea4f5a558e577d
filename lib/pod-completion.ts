import { label } from './labels';

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
