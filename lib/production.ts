import { Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';
import { annotation, dnsLabelProblem, label, objectNameProblem, usualController } from './labels';
import { builtIn } from './manifest';
import { allowDns, allowMesh, denyAll } from './network';
import { freeId, reject, remember, writtenAt } from './problems';
import { checkProps } from './props';
import { type ReleaseCapacity, type Released, releasedBelow } from './release';
import { isWhole } from './units';

export interface ProductionProps {
  /**
   * Namespace of every release below.
   *
   * @default the id
   */
  readonly namespace?: string;

  /**
   * Who may reach the apps over HTTP: the namespaces of the gateways.
   *
   * @default ['ingress-nginx', 'istio-ingress']
   */
  readonly gateways?: readonly string[];

  /**
   * Namespace of Prometheus, which scrapes the apps and is asked by the judge.
   *
   * @default 'monitoring'
   */
  readonly monitoring?: string;

  /**
   * Namespace of the Argo Rollouts controller, which asks the judge.
   *
   * @default 'argo-rollouts'
   */
  readonly argoRollouts?: string;

  /**
   * Addresses of MongoDB; narrow them to the cluster's own ranges where they are known. And the labels that its series have,
   * `{ cluster: 'shop' }`, where Prometheus scrapes more than one database: without them the alerts are about all of them.
   *
   * @default every address, on the port of MongoDB only; no labels
   */
  readonly mongodb?: {
    readonly cidrs?: readonly string[];
    readonly port?: number;
    readonly labels?: Readonly<Record<string, string>>;
  };

  /**
   * Addresses of the DNS cache on every node, which a pod asks instead of the cluster's DNS where NodeLocal DNSCache is installed.
   *
   * @default ['169.254.20.10'], its usual address; it leads nowhere else
   */
  readonly nodeDns?: readonly string[];

  /**
   * Connections that one MongoDB node accepts. All releases together stay under 80 % of it.
   *
   * @default 1500
   */
  readonly connectionBudget?: number;

  /**
   * Whether Istio injects its proxy into the pods of the namespace. It takes Istio's CNI plugin:
   * `restricted` does not admit the init container that Istio injects without it. Under mutual TLS of mode STRICT let the ports of apps and judge
   * be PERMISSIVE: the controller, Prometheus and the Jobs of smoke tests have no proxy.
   *
   * @default false
   */
  readonly meshInjection?: boolean;

  /**
   * Namespace of Istio's control plane, which an injected proxy needs before it serves anything.
   *
   * @default 'istio-system'
   */
  readonly meshControlPlane?: string;
}

/**
 * The namespace that releases live in: Pod Security `restricted`, nothing may talk to anything until a release needs it.
 *
 * @example
 * const production = new Production(app, 'production');
 */
export class Production extends Chart {
  readonly gateways: readonly string[];
  readonly monitoring: string;
  readonly argoRollouts: string;
  readonly mongodb: { readonly cidrs: readonly string[]; readonly port: number; readonly labels: Readonly<Record<string, string>> };
  readonly connectionBudget: number;
  readonly meshInjection: boolean;
  /** The namespace's name, always given. */
  override readonly namespace: string;

  constructor(scope: Construct, id: string, props: ProductionProps = {}) {
    const namespace = props.namespace ?? id;
    super(scope, freeId(scope, id), { namespace, disableResourceNameHashes: true });
    remember(this);
    checkProps(this, { Production }, props);
    this.namespace = namespace;
    this.gateways = props.gateways ?? ['ingress-nginx', 'istio-ingress'];
    this.monitoring = props.monitoring ?? 'monitoring';
    this.argoRollouts = props.argoRollouts ?? usualController;
    this.mongodb = { cidrs: props.mongodb?.cidrs ?? [], port: props.mongodb?.port ?? 27017, labels: props.mongodb?.labels ?? {} };
    this.connectionBudget = props.connectionBudget ?? 1500;
    this.meshInjection = props.meshInjection ?? false;
    const { nodeDns = ['169.254.20.10'], meshControlPlane = 'istio-system' } = props;
    this.check({ meshControlPlane, nodeDns });

    const policy = (mode: string) => ({ [`${label.podSecurity}/${mode}`]: 'restricted' });
    const injection: Record<string, string> = this.meshInjection ? { 'istio-injection': 'enabled' } : {};
    builtIn(
      this,
      'namespace',
      k8s.KubeNamespace.manifest({
        metadata: {
          name: namespace,
          labels: { name: namespace, ...policy('enforce'), ...policy('audit'), ...policy('warn'), ...injection },
          annotations: {
            [annotation.connectionBudget]: String(this.connectionBudget),
            ...(this.argoRollouts === usualController ? {} : { [annotation.argoRollouts]: this.argoRollouts }),
          },
        },
      }),
    ).addJsonPatch(JsonPatch.remove('/metadata/namespace')); // the chart stamps its namespace on every object, and a Namespace has none
    denyAll(this);
    allowDns(this, nodeDns);
    if (this.meshInjection) allowMesh(this, { controlPlane: meshControlPlane, monitoring: this.monitoring });
  }

  /** The production around a construct. */
  static override of(construct: Construct): Production {
    const found = construct.node.scopes.find((scope): scope is Production => scope instanceof Production);
    if (!found)
      throw new Error(
        `${construct.node.path}: a release lives in a Production; write new Production(app, 'production') and pass it as scope`,
      );
    return found;
  }

  /** What a release says of the database that it shares with the others. */
  get database(): Pick<ReleaseCapacity, 'connectionBudget' | 'databaseLabels'> {
    return { connectionBudget: this.connectionBudget, databaseLabels: this.mongodb.labels };
  }

  /** Namespace, policies and budget of two would be applied over each other. */
  private namespaceProblems(): string[] {
    const { root } = this.node;
    const owners = ownersOf.get(root) ?? new Map<string, Production>();
    ownersOf.set(root, owners);
    const first = owners.get(this.namespace) ?? this;
    owners.set(this.namespace, first);
    return first === this
      ? []
      : [
          `namespace: one Production has it, got ${this.namespace}, which ${first.node.id} (${writtenAt(first)}) has already; choose another`,
        ];
  }

  /** A host of two releases is a coin toss at the edge. */
  private hostProblems(released: readonly Released[]): string[] {
    const owners = new Map<string, IConstruct[]>();
    for (const { construct, release } of released) {
      if (release.host !== undefined) owners.set(release.host, [...(owners.get(release.host) ?? []), construct]);
    }
    const shared = [...owners].filter(([, all]) => all.length > 1);
    return shared.map(([host, all]) => {
      const named = all.map((owner) => `${owner.node.id} (${writtenAt(owner)})`).join(' and ');
      return `host: a host belongs to one release, got ${host} for ${named}; give each its own`;
    });
  }

  private check({ meshControlPlane, nodeDns }: Required<Pick<ProductionProps, 'meshControlPlane' | 'nodeDns'>>): void {
    const { cidrs, port, labels } = this.mongodb;
    reject(this, dnsLabelProblem('namespace', this.namespace));
    const { monitoring, argoRollouts } = this;
    const elsewhere = [...this.gateways.map((gateway, index) => [`gateways[${index}]`, gateway] as const)];
    for (const [prop, name] of [...elsewhere, ...Object.entries({ monitoring, argoRollouts, meshControlPlane })]) {
      reject(this, objectNameProblem(prop, name));
    }
    for (const [index, address] of nodeDns.entries()) {
      if (!isRange(`${address}/32`)) reject(this, `nodeDns[${index}]: an address, got "${address}"; write "169.254.20.10"`);
    }
    for (const [index, cidr] of cidrs.entries()) {
      if (!isRange(cidr)) reject(this, `mongodb.cidrs[${index}]: a range of addresses, got "${cidr}"; write "10.20.0.0/16"`);
    }
    for (const name of Object.keys(labels))
      if (!/^[a-zA-Z_]\w*$/.test(name))
        reject(this, `mongodb.labels: a label of Prometheus is letters, digits and underscores, got "${name}"`);
    if (!(isWhole(port, 1) && port <= 65_535)) reject(this, `mongodb.port: a port is a whole number from 1 to 65535, got ${port}`);
    if (!isWhole(this.connectionBudget, 1))
      reject(this, `connectionBudget: connections are a whole number of at least 1, got ${JSON.stringify(this.connectionBudget)}`);
    this.node.addValidation({
      validate: () => {
        const released = releasedBelow(this);
        return [...this.namespaceProblems(), ...this.connectionProblems(released), ...this.hostProblems(released)];
      },
    });
  }

  /** Two versions double the pools: all releases together, at their peaks, stay under 80 % of what a node accepts. */
  private connectionProblems(released: readonly Released[]): string[] {
    const releases = released.map(({ release }) => release);
    const peak = releases.reduce((sum, { capacity }) => sum + capacity.connections, 0);
    const most = Math.floor(this.connectionBudget * 0.8);
    if (peak <= most || Number.isNaN(most)) return [];
    const largest = [...releases].sort((a, b) => b.capacity.connections - a.capacity.connections)[0];
    return [
      `connectionBudget: the releases may open ${peak} connections at their peaks, over ${most}, 80 % of the budget of ${this.connectionBudget}; lower maxPoolSize, first of "${largest?.name}" with ${largest?.capacity.connections}, or raise the budget if the nodes allow it`,
    ];
  }
}

/** Whether a text is a range of addresses, as 10.20.0.0/16 or fd00::/8. */
function isRange(cidr: string): boolean {
  const [, four, bits] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr) ?? [];
  if (four !== undefined) return Number(bits) <= 32 && four.split('.').every((part) => Number(part) <= 255);
  const [, six] = /^(?=.*:)[0-9a-f:]+\/(\d{1,3})$/.exec(cidr) ?? [];
  return six !== undefined && Number(six) <= 128;
}

/** Who has a namespace, by app. */
const ownersOf = new WeakMap<IConstruct, Map<string, Production>>();
