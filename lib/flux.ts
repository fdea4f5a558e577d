import { Duration, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { phasesOf } from './flux-migration';
import {
  type Deployable,
  deployedName,
  deployOnce,
  folderProblem,
  gitOpsFolder,
  migrationsOf,
  nameIn,
  repositoryFolder,
  rootProblem,
} from './gitops';
import { label } from './labels';
import { managedParts } from './managed-parts';
import { manifest } from './manifest';
import { Migration } from './migration';
import type { Phase } from './migration-phases';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import { checkTimes, secondsOf } from './time';

export interface FluxKustomizationProps {
  /** What it deploys: a release, a migration, the judge or the monitoring. */
  readonly of: Deployable;

  /**
   * Name of the GitRepository whose content holds `dist/`, in the namespace of Flux.
   *
   * @default 'flux-system', which `flux bootstrap` makes
   */
  readonly source?: string;

  /**
   * Folder in the repository that the App writes.
   *
   * @default 'dist'
   */
  readonly root?: string;

  /**
   * Namespace of Flux.
   *
   * @default 'flux-system'
   */
  readonly flux?: string;

  /**
   * Time between two looks at drift. A new commit is noticed by the GitRepository, not by this.
   *
   * @default Duration.minutes(10)
   */
  readonly interval?: Duration;
}

/**
 * Deploys a folder of `dist/` with Flux 2.9 or newer, waits until it is healthy, and leaves to the Argo Rollouts controller
 * what that controller writes. A release waits until its migration is expanded; give the migration a FluxKustomization too.
 * Deleting the Kustomization leaves the app running.
 *
 * @example
 * new FluxKustomization(production, 'catalog-flux', { of: catalog });
 */
export class FluxKustomization extends Construct {
  readonly of: Deployable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FluxKustomizationProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { FluxKustomization }, props);
    gitOpsFolder(this);
    this.of = props.of;
    this.check();
    if (props.of instanceof Migration) this.migration(props.of);
    else this.kustomization(deployedName(props.of), () => this.whole());
  }

  /** A Kustomization per phase: Flux applies the objects of one at the same time. */
  private migration(of: Migration): void {
    for (const { phase, after, ...spec } of phasesOf(of)) {
      this.kustomization(phaseName(of, phase), () => {
        const releases = phase === 'verify' ? this.others().filter((other) => other.needs(of)) : [];
        const names = [...after.map((earlier) => phaseName(of, earlier)), ...releases.map((other) => deployedName(other.of))];
        return { ...this.common(migrationTimeout), ...dependsOn(names), ...spec, ...(phase === 'contract' ? ignoring(of) : {}) };
      });
    }
  }

  private kustomization(name: string, produce: () => unknown): void {
    const metadata = { name, namespace: this.props.flux ?? 'flux-system', labels: { [label.app]: this.props.of.node.id } };
    manifest(this, name, { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' }, metadata, {
      spec: Lazy.any({ produce }),
    });
  }

  private whole() {
    const { of } = this.props;
    const { release } = of;
    const health = release?.machinery === 'rollout' ? { healthCheckExprs: [rolloutHealth] } : {};
    return {
      ...this.common(release ? Duration.seconds(release.timing.expected + margin) : Duration.seconds(margin)),
      ...dependsOn(migrationsOf(of).map((migration) => phaseName(migration, 'expand'))),
      ...health,
      ...ignoring(of),
    };
  }

  private common(timeout: Duration) {
    const { of, source = 'flux-system', root, interval } = this.props;
    return {
      sourceRef: { kind: 'GitRepository', name: source },
      path: `./${repositoryFolder(of, root)}`,
      interval: `${secondsOf(interval, 600)}s`,
      retryInterval: '1m',
      timeout: `${timeout.toSeconds()}s`,
      prune: true,
      deletionPolicy: 'Orphan',
      wait: true,
    };
  }

  private check(): void {
    const { of, root, interval } = this.props;
    reject(this, folderProblem(of));
    reject(this, rootProblem(root));
    deployOnce(this, of);
    checkTimes(this, { interval });
    if (secondsOf(interval, 600) < 60) reject(this, `interval: at least 60 s, got ${secondsOf(interval, 600)} s`);
    if (of instanceof Production) {
      const way = `apply them once with kubectl apply -f dist/${of.node.id}/, and pass the releases here`;
      reject(this, `of: Flux reads a folder with all that is below it, so the objects of the namespace alone are no folder to it; ${way}`);
    }
    this.node.addValidation({ validate: () => this.missingMigrations() });
  }

  private missingMigrations(): string[] {
    const { of } = this;
    const deployed = this.others().map((other) => other.of);
    return migrationsOf(of)
      .filter((migration) => !deployed.includes(migration))
      .map(({ id }) => {
        const way = `add new FluxKustomization(production, '${id}-flux', { of: ... })`;
        return `of: ${of.node.id} waits for the migration ${id}, and no FluxKustomization deploys that; ${way}`;
      });
  }

  private needs(migration: Migration): boolean {
    return migrationsOf(this.of).includes(migration);
  }

  private others(): readonly FluxKustomization[] {
    return Production.of(this.of)
      .node.findAll()
      .filter((construct): construct is FluxKustomization => construct instanceof FluxKustomization);
  }
}

/** Seconds over the expected duration: pods that pull their images, and looks that hold. */
const margin = 600;

/** A backfill may take hours; what depends on it waits for so long before Flux tries again. */
const migrationTimeout = Duration.hours(6);

/** The observed generation of a Rollout is text, which the usual health check of Flux takes for stale. */
const rolloutHealth = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  inProgress: "!has(status.phase) || status.observedGeneration != string(metadata.generation) || status.phase in ['Progressing', 'Paused']",
  failed: "status.phase == 'Degraded'",
  current: "status.phase == 'Healthy'",
};

function phaseName(migration: Migration, phase: Phase['name']): string {
  return nameIn(migration, `${migration.id}-${phase}`);
}

function dependsOn(names: readonly string[]) {
  return names.length > 0 ? { dependsOn: names.map((name) => ({ name })) } : {};
}

/** What Flux takes from the cluster instead of from Git. */
function ignoring(of: Deployable) {
  const ignore = managedParts(of).flatMap(({ group, kind, name, pointer }) =>
    pointer === undefined ? [] : [{ target: { ...(group ? { group } : {}), kind, name }, paths: [pointer] }],
  );
  return ignore.length > 0 ? { ignore } : {};
}
