import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Catalogue, JudgedRollout } from '../analysis/contract/catalogue.generated';
import { catalogueFile, endpoints, port } from '../analysis/contract/endpoints';
import * as monitoring from '../imports/monitoring.coreos.com';
import { type JudgePods, judgeDeployment } from './analysis-deployment';
import { checkSecretKey } from './app-checks';
import type { SecretKey } from './app-props';
import { CompanionFile, ownFolder } from './folder';
import { Image } from './image';
import { annotation, dnsLabelProblem, label, portName } from './labels';
import { builtIn, manifest } from './manifest';
import { type PolicyOptions, policySpec, type Rule } from './network';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import { service } from './service';
import { disruptionBudget } from './surroundings';
import { isWhole } from './units';

export interface AnalysisServiceProps {
  /** The image of this project: `images('judge')`. */
  readonly image: string | Image;

  /** Address of Prometheus or of anything that speaks its API, without path. */
  readonly prometheus: string;

  /**
   * Port of the pods behind `prometheus`, which is what a NetworkPolicy sees, where its Service maps another one to them.
   *
   * @default the port of the address
   */
  readonly prometheusPodPort?: number;

  /**
   * Secret with the bearer token that Argo Rollouts shows. The same Secret is mounted into the service, so rotating it is one change.
   *
   * @default key `token` of Secret `<id>-token`
   */
  readonly token?: SecretKey;

  /**
   * Connection string of the database that keeps judgements and holds the migration ledger.
   *
   * @default key `connection-string` of Secret `mongodb-<id>-uri` where a release has a migration; else judgements are kept in memory
   */
  readonly mongodb?: SecretKey;

  /**
   * Share of healthy releases that may be failed by chance, over all looks together.
   *
   * @default 0.01
   */
  readonly alpha?: number;

  /**
   * Pods of the service. It is stateless; with two, a node may go while a release asks.
   *
   * @default 2
   */
  readonly replicas?: number;

  /**
   * Labels that Prometheus selects its ServiceMonitors by.
   *
   * @default release: kube-prometheus-stack
   */
  readonly prometheusLabels?: Readonly<Record<string, string>>;
}

/**
 * The service that Argo Rollouts asks whether a release is healthy.
 *
 * @example
 * const judge = new AnalysisService(production, 'judge', { image: images('judge'), prometheus: 'http://prometheus.monitoring:9090' });
 */
export class AnalysisService extends Construct {
  readonly production: Production;
  /** Address of the service inside the cluster, without path. */
  readonly url: string;
  readonly token: SecretKey;
  readonly image: Image;
  readonly alpha: number;
  private database: SecretKey | undefined;
  private readonly rollouts: JudgedRollout[] = [];

  constructor(
    scope: Construct,
    readonly id: string,
    private readonly props: AnalysisServiceProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { AnalysisService }, props);
    ownFolder(this);
    this.production = Production.of(this);
    this.url = `http://${id}.${this.production.namespace}.svc.cluster.local`;
    this.token = props.token ?? { secret: `${id}-token`, key: 'token' };
    this.image = Image.of(props.image);
    this.alpha = props.alpha ?? 0.01;
    this.database = props.mongodb;
    this.check();
    const pods = { [label.app]: id };
    const metadata = { name: id, labels: pods };
    builtIn(this, 'service-account', k8s.KubeServiceAccount.manifest({ metadata, automountServiceAccountToken: false }));
    builtIn(
      this,
      'catalogue',
      k8s.KubeConfigMap.manifest({
        metadata: { ...metadata, name: `${id}-catalogue` },
        data: { [catalogueFile]: Lazy.any({ produce: () => this.catalogueText() }) },
      }),
    );
    new CompanionFile(this, 'catalogue-file', `${id}/${catalogueFile}`, () => this.catalogueText());
    // Releases are written after their judge, and decide what it has to reach.
    manifest(
      this,
      'deployment',
      { apiVersion: 'apps/v1', kind: 'Deployment' },
      { ...metadata, annotations: { [annotation.external]: Lazy.any({ produce: () => this.externals() }) as unknown as string } },
      { spec: Lazy.any({ produce: () => k8s.KubeDeployment.manifest({ spec: judgeDeployment(this.pods()) }).spec }) },
    );
    service(this, 'service', { name: id, selector: pods, labels: pods });
    disruptionBudget(this, id);
    manifest(
      this,
      `network-${id}`,
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
      { name: id },
      {
        spec: Lazy.any({
          produce: () => k8s.KubeNetworkPolicy.manifest({ metadata: {}, spec: policySpec(this.policy(pods)) }).spec,
        }),
      },
    );
    const selectedBy = props.prometheusLabels ?? { release: 'kube-prometheus-stack' };
    manifest(
      this,
      'monitor',
      monitoring.ServiceMonitor.GVK,
      { name: id, labels: { ...selectedBy, ...pods } },
      {
        spec: monitoring.toJson_ServiceMonitorSpec({
          selector: { matchLabels: pods },
          endpoints: [{ port: portName.http, path: endpoints.metrics, interval: '30s', scrapeTimeout: '10s' }],
        }),
      },
    );
  }

  /** Where the ledger of the migrations is; undefined while nobody needs it. */
  get mongodb(): SecretKey | undefined {
    return this.database;
  }

  /** A release with a migration asks for its drift, which stands in the ledger. */
  needsLedger(): void {
    this.database ??= { secret: `mongodb-${this.id}-uri`, key: 'connection-string' };
  }

  /** Adds a rollout to the catalogue: from now on the judge knows its queries and objectives. */
  judges(rollout: JudgedRollout): void {
    this.rollouts.push(rollout);
  }

  /** What the service is mounted with, as it stands now. */
  get catalogue(): Catalogue {
    return { version: 1, rollouts: [...this.rollouts].sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  private pods(): JudgePods {
    const { id, image, token, mongodb } = this;
    const { prometheus, replicas = 2 } = this.props;
    return { id, image, replicas, token, mongodb, prometheus, catalogueText: () => this.catalogueText() };
  }

  private catalogueText(): string {
    return `${JSON.stringify(this.catalogue, undefined, 2)}\n`;
  }

  private check(): void {
    const { image, prometheus, prometheusPodPort: podPort, replicas } = { replicas: 2, ...this.props };
    reject(this, dnsLabelProblem('id', this.id, 40));
    checkSecretKey(this, 'token', this.token);
    if (this.mongodb) checkSecretKey(this, 'mongodb', this.mongodb);
    reject(this, this.image.problem);
    if (!this.image.problem && !this.image.pinned)
      reject(this, `image: production runs a digest, got "${String(image)}"; add @sha256:... or use images("judge")`);
    if (!/^https?:\/\/[^\s/@?#]+$/.test(prometheus))
      reject(this, `prometheus: an address without path, user or query, such as http://prometheus.monitoring:9090, got "${prometheus}"`);
    if (podPort !== undefined && !(isWhole(podPort, 1) && podPort <= 65_535))
      reject(this, `prometheusPodPort: a port is a whole number from 1 to 65535, got ${podPort}`);
    if (!(this.alpha > 0 && this.alpha <= 0.2)) reject(this, `alpha: a share above 0 and at most 0.2, got ${this.alpha}`);
    if (!isWhole(replicas, 1)) reject(this, `replicas: pods are a whole number of at least 1, got ${replicas}`);
  }

  private externals(): string {
    const secrets = [this.token, ...(this.mongodb ? [this.mongodb] : [])];
    return secrets.map(({ secret, key }) => `Secret/${secret}/${key}`).join(',');
  }

  /** The namespace that the address names, as DNS in the cluster reads it; an address outside of the cluster is anywhere. */
  private prometheusPeers(): Pick<Rule, 'peers'> {
    const { prometheus } = this.props;
    const host = URL.canParse(prometheus) ? new URL(prometheus).hostname : '';
    const inside = /^[a-z0-9-]+(?:\.(?<namespace>[a-z0-9-]+)(?:\.svc(?:\..+)?)?)?$/.exec(host);
    return inside ? { peers: [{ namespace: inside.groups?.['namespace'] ?? this.production.namespace }] } : {};
  }

  private policy(pods: Record<string, string>): PolicyOptions {
    const { argoRollouts, monitoring: prometheus, mongodb } = this.production;
    const database = mongodb.cidrs.length > 0 ? { peers: mongodb.cidrs.map((cidr) => ({ cidr })) } : {};
    return {
      pods,
      from: [{ peers: [{ namespace: argoRollouts }, { namespace: prometheus }], ports: [port] }],
      to: [
        { ...this.prometheusPeers(), ports: [this.props.prometheusPodPort ?? prometheusPort(this.props.prometheus)] },
        ...(this.mongodb ? [{ ...database, ports: [mongodb.port] }] : []),
      ],
    };
  }
}

function prometheusPort(address: string): number {
  const { protocol, port: given } = URL.canParse(address) ? new URL(address) : { protocol: 'http:', port: '9090' };
  return given === '' ? (protocol === 'https:' ? 443 : 80) : Number(given);
}
