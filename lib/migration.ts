import { createHash } from 'node:crypto';
import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import declared from '../migrate/contract/declared.generated.json';
import { checkSecretKey } from './app-checks';
import { defaults, type SecretKey } from './app-props';
import { fileNamed, ownFolder } from './folder';
import { Image } from './image';
import { annotation, dnsLabelProblem, label, objectNameProblem } from './labels';
import type { MigrationSummary } from './lint/annotations';
import { waive } from './lint/waiver';
import { builtIn } from './manifest';
import { type BackupProps, labelsOf, type OldVersion, type Phase, phases, tailer, templateOf } from './migration-phases';
import { allow } from './network';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import { releasesOf, usersOf } from './release';
import { checkTimes, secondsOf } from './time';

export interface MigrationProps {
  /** Image with the migration engine and the declarations: `images('myapp-migrations')`. */
  readonly image: string | Image;

  /**
   * Connection string of the migration's own user, which may change indexes and validators. It names the database.
   *
   * @default key `connection-string` of Secret `mongodb-migrations-uri`
   */
  readonly mongodb?: SecretKey;

  /**
   * Dumps the database before the first change, and records that as evidence in the ledger.
   *
   * @default none here: the evidence is recorded by whatever takes your backups, and the engine refuses to begin without it
   */
  readonly backup?: BackupProps;

  /**
   * Pods that share the ranges of the backfill.
   *
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * Whether a pod follows what the previous version writes, from the backfill to the switch (`migrate catchup`). For a previous version that
   * writes all the time: every pass finds something again, and the release waits at its gate until it pauses. Needs a replica set, as change
   * streams do. After the switch the pod waits, and follows again after a roll back; take it out when contract is done.
   *
   * @default false: passes alone open the gate
   */
  readonly catchUp?: boolean;

  /**
   * How long a roll back to the previous version must stay possible before contract may run.
   *
   * @default Duration.hours(24)
   */
  readonly rollbackWindow?: Duration;

  /**
   * The version that must be gone before contract: its pods and its connections are looked for. Of every app, where several need the migration.
   *
   * @default contract refuses until it is given
   */
  readonly replaces?: OldVersion | readonly OldVersion[];

  /**
   * Who orders the Jobs. `argo-cd`: sync waves; backup and expand before the release, backfill beside it, verify and contract after it.
   * `argo-cd-hooks`: backup and expand as PreSync hooks. `none`: Flux by dependsOn, or kubectl by hand; see the runbook.
   *
   * @default 'argo-cd'
   */
  readonly order?: 'argo-cd' | 'argo-cd-hooks' | 'none';
}

/**
 * The Jobs of a schema change that two versions live through: backup, expand, backfill, verify, and a contract that waits for approval.
 *
 * @example
 * new Migration(production, 'users-full-name', { image: images('myapp-migrations') });
 */
export class Migration extends Construct {
  readonly rollbackWindow: Duration;
  private readonly image: Image;
  readonly production: Production;
  readonly order: NonNullable<MigrationProps['order']>;
  /** Whether a Job of it dumps the database before the first change. */
  readonly backsUp: boolean;
  /** Whether a Deployment of it follows what the previous version writes. */
  readonly catchesUp: boolean;

  constructor(
    scope: Construct,
    readonly id: string,
    private readonly props: MigrationProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { Migration }, props);
    ownFolder(this);
    this.production = Production.of(this);
    this.image = Image.of(props.image);
    this.order = props.order ?? 'argo-cd';
    this.backsUp = props.backup !== undefined;
    this.catchesUp = props.catchUp ?? false;
    this.rollbackWindow = Duration.seconds(secondsOf(props.rollbackWindow, 24 * 3600));
    this.check();
    this.rights();
    for (const phase of phases) if (phase.name !== 'backup' || props.backup) this.job(phase);
    if (this.order === 'none') waive(this, 'X43', 'the order is that of dependsOn in Flux, or of the commands in the runbook');
    if (this.catchesUp) this.deployment();
  }

  private job(phase: Phase): void {
    const { id } = this;
    const spec = this.jobSpec(phase);
    // Job templates are immutable: another content is another Job.
    const hash = createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 8);
    const object = builtIn(
      this,
      phase.name,
      k8s.KubeJob.manifest({
        metadata: {
          name: `${id}-${phase.name}-${hash}`,
          labels: labelsOf(id, phase),
          annotations: {
            ...phase.order[this.order],
            ...this.externals(),
            [annotation.migration]: JSON.stringify({ id, phase: phase.name, ...this.declaration(phase.name) }),
          },
        },
        spec,
      }),
    );
    fileNamed(object, `${id}-${phase.name}`);
  }

  /** It has no probe: nobody sends it anything, and one that does not follow shows no sign of life to the gate. */
  private deployment(): void {
    const { id } = this;
    const labels = labelsOf(id, tailer);
    builtIn(
      this,
      tailer.name,
      k8s.KubeDeployment.manifest({
        metadata: { name: `${id}-${tailer.name}`, labels, annotations: { ...tailer.order[this.order], ...this.externals() } },
        spec: {
          replicas: 1,
          // What is wrong with it shows within seconds: it ends, and is not available.
          minReadySeconds: defaults.minReady.toSeconds(),
          revisionHistoryLimit: 1,
          // A second one would only wait for the lease of the first.
          strategy: { type: 'Recreate' },
          selector: { matchLabels: labels },
          template: this.template(tailer),
        },
      }),
    );
  }

  private jobSpec(phase: Phase): k8s.JobSpec {
    const { props } = this;
    const parallelism = phase.name === 'backfill' ? (props.parallelism ?? 1) : 1;
    return {
      // Shared by all pods, of which each may need its tries.
      backoffLimit: 6 * parallelism,
      ...(phase.name === 'contract' ? { suspend: true } : {}),
      ...(parallelism > 1 ? { completionMode: 'Indexed', completions: parallelism, parallelism } : {}),
      podFailurePolicy: {
        rules: [
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
          // Wrong usage, precondition or gate refused, checksum changed, invariant violated: another try would end the same.
          { action: 'FailJob', onPodConditions: [], onExitCodes: { containerName: phase.name, operator: 'In', values: [3, 10, 11, 12] } },
        ],
      },
      template: this.template(phase),
    };
  }

  private template(phase: Phase): k8s.PodTemplateSpec {
    const { id, props, image, mongodb, replaces } = this;
    return templateOf(phase, { id, image, mongodb, ...(props.backup ? { backup: props.backup } : {}), replaces });
  }

  /** What the declaration says about a phase, for the lint and for readers. Nothing is known of declarations that only the image has. */
  private declaration(phase: Phase['name']): MigrationSummary {
    const found = declared.find(({ id }) => id === this.id || id.endsWith(`-${this.id}`));
    if (!found) return {};
    const { database, collection, backfill, invariants, drainedSeconds } = found;
    return {
      database,
      collection,
      ...(phase === 'backfill' ? { ...backfill, invariants } : {}),
      ...(phase === 'contract' ? { drainedSeconds } : {}),
    };
  }

  private get mongodb(): SecretKey {
    return this.props.mongodb ?? { secret: 'mongodb-migrations-uri', key: 'connection-string' };
  }

  private externals(): Record<string, string> {
    const { secret, key } = this.mongodb;
    const claim = this.props.backup ? [`PersistentVolumeClaim/${this.props.backup.claim}`] : [];
    return { [annotation.external]: [`Secret/${secret}/${key}`, ...claim].join(',') };
  }

  private rights(): void {
    const { id } = this;
    const { mongodb } = this.production;
    const metadata = { name: id, labels: { [label.app]: id } };
    builtIn(this, 'service-account', k8s.KubeServiceAccount.manifest({ metadata, automountServiceAccountToken: false }));
    builtIn(this, 'role', k8s.KubeRole.manifest({ metadata, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }] }));
    builtIn(
      this,
      'role-binding',
      k8s.KubeRoleBinding.manifest({
        metadata,
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: id },
        subjects: [{ kind: 'ServiceAccount', name: id, namespace: this.production.namespace }],
      }),
    );
    const database = mongodb.cidrs.length > 0 ? { peers: mongodb.cidrs.map((cidr) => ({ cidr })) } : {};
    allow(this, id, { pods: { [label.app]: id }, to: [{ ...database, ports: [mongodb.port] }] });
    // The API server's address differs from cluster to cluster; only the contract's pods may call it.
    allow(this, `${id}-contract`, { pods: labelsOf(id, { name: 'contract' }), to: [{ ports: [443, 6443] }] });
  }

  private get replaces(): readonly OldVersion[] {
    const { replaces = [] } = this.props;
    return 'app' in replaces ? [replaces] : replaces;
  }

  /** Contract looks for pods and connections of the versions that it waits for: of one that is misspelt or left out it would find none, and go on. */
  private replacedProblems(): string[] {
    const { namespace } = this.production;
    const releases = releasesOf(this.production);
    const apps = releases.map(({ name }) => name);
    const users = usersOf(this.id, releases);
    const named = this.replaces.map(({ app }) => app);
    if (named.length === 0 || users.length === 0) return [];
    const way = 'contract would find none of its pods and run while they serve';
    const unknown = named.filter((app) => !apps.includes(app));
    const missing = users.length > 1 ? users.filter((app) => !named.includes(app)) : [];
    return [
      ...unknown.map(
        (app) => `replaces.app: a release of ${namespace}, got "${app}", it has ${apps.join(', ')}; under another name ${way}`,
      ),
      ...missing.map(
        (app) =>
          `replaces: ${app} needs this migration, too, got ${named.join(', ')}; without its version ${way}; write version: "none" if it is new`,
      ),
    ];
  }

  private check(): void {
    const { backup, parallelism = 1 } = this.props;
    reject(this, dnsLabelProblem('id', this.id, 40));
    for (const [what, image] of [
      ['image', this.image] as const,
      ...(backup ? [['backup.image', Image.of(backup.image, 'backup.image')] as const] : []),
    ]) {
      reject(this, image.problem);
      if (!image.problem && !image.pinned)
        reject(this, `${what}: production runs a digest, got "${image.reference}"; add @sha256:... or use images("name")`);
    }
    if (!Number.isInteger(parallelism) || parallelism < 1 || parallelism > 8) {
      reject(
        this,
        `parallelism: pods that share the ranges are a whole number from 1 to 8, got ${parallelism}; more would only wait for the database`,
      );
    }
    if (backup) reject(this, objectNameProblem('backup.claim', backup.claim));
    this.node.addValidation({ validate: () => this.replacedProblems() });
    checkTimes(this, { rollbackWindow: this.props.rollbackWindow });
    checkSecretKey(this, 'mongodb', this.mongodb);
    if (!(this.rollbackWindow.toSeconds() > 0)) reject(this, `rollbackWindow: a time above 0, got ${this.rollbackWindow.toSeconds()} s`);
  }
}
