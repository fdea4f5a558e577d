import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import {
  type Deployable,
  deployedName,
  deployOnce,
  folderProblem,
  gitOpsFolder,
  migrationsOf,
  repositoryFolder,
  rootProblem,
} from './gitops';
import { label } from './labels';
import { managedParts } from './managed-parts';
import { manifest } from './manifest';
import { Migration } from './migration';
import { freeId, reject, remember } from './problems';
import { Production } from './production';
import { checkProps } from './props';

export interface ArgoCdApplicationProps {
  /**
   * What it deploys: a release with its migrations, the judge, the monitoring, or the Production with what stands beside them all.
   * A list for releases that share a migration: waves order it within one Application only.
   */
  readonly of: Deployable | readonly Deployable[];

  /** Address of the Git repository that holds `dist/`: `https://git.example.com/deploy.git`. */
  readonly repository: string;

  /**
   * Branch, tag or commit.
   *
   * @default 'main'
   */
  readonly revision?: string;

  /**
   * Folder in the repository that the App writes.
   *
   * @default 'dist'
   */
  readonly root?: string;

  /**
   * Namespace of Argo CD.
   *
   * @default 'argocd'
   */
  readonly argoCd?: string;

  /**
   * Project of Argo CD that may deploy to the namespace.
   *
   * @default 'default'
   */
  readonly project?: string;

  /**
   * API server of the cluster, as Argo CD knows it.
   *
   * @default 'https://kubernetes.default.svc', the cluster of Argo CD itself
   */
  readonly cluster?: string;

  /**
   * `automatic`: what Git says is applied at once and stays so; an `undo` of the Rollout would be undone, roll back by a revert in Git.
   * `manual`: somebody syncs.
   *
   * @default 'automatic'
   */
  readonly sync?: 'automatic' | 'manual';
}

/**
 * Deploys a folder of `dist/` with Argo CD, and leaves to the Argo Rollouts controller what that controller writes.
 * Deleting the Application leaves the app running: it has no finalizer.
 *
 * @example
 * new ArgoCdApplication(production, 'catalog-argo-cd', { of: catalog, repository: 'https://git.example.com/deploy.git' });
 */
export class ArgoCdApplication extends Construct {
  /** Releases before the migrations that they need. */
  private readonly parts: readonly Deployable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ArgoCdApplicationProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { ArgoCdApplication }, props);
    gitOpsFolder(this);
    const all = 'node' in props.of ? [props.of] : props.of;
    const [first = Production.of(scope)] = all;
    this.parts = [...new Set([...all, ...all.flatMap(migrationsOf)])];
    this.check(all);
    const metadata = { name: deployedName(first), namespace: props.argoCd ?? 'argocd', labels: { [label.app]: first.node.id } };
    const gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
    manifest(this, 'application', gvk, metadata, { spec: Lazy.any({ produce: () => this._toKube(Production.of(first).namespace) }) });
  }

  private _toKube(namespace: string): unknown {
    const { project = 'default', cluster = 'https://kubernetes.default.svc', sync = 'automatic' } = this.props;
    const { parts } = this;
    const [source, ...more] = parts.map((part) => this.source(part));
    const ignored = parts.flatMap(managedParts).map(({ jq, pointer: _, ...object }) => ({ ...object, jqPathExpressions: jq }));
    return {
      project,
      destination: { server: cluster, namespace },
      // Waves order the objects of one Application: a release and its migration are one.
      ...(more.length > 0 ? { sources: [source, ...more] } : { source }),
      ...(ignored.length > 0 ? { ignoreDifferences: ignored } : {}),
      syncPolicy: {
        ...(sync === 'automatic' ? { automated: { prune: true, selfHeal: true } } : {}),
        // What takes its place is healthy before something goes: plain Deployments that a Rollout replaces, the settings of the version before.
        syncOptions: ['ApplyOutOfSyncOnly=true', 'PruneLast=true', 'RespectIgnoreDifferences=true', 'ServerSideApply=true'],
      },
    };
  }

  private source(part: Deployable) {
    const { repository, revision = 'main', root } = this.props;
    return { repoURL: repository, targetRevision: revision, path: repositoryFolder(part, root) };
  }

  private check(of: readonly Deployable[]): void {
    const { repository, root } = this.props;
    if (!/^(https?:\/\/|ssh:\/\/|git@)\S+$/.test(repository))
      reject(this, `repository: an address such as https://git.example.com/deploy.git, got "${repository}"`);
    reject(this, rootProblem(root));
    if (of.length === 0) reject(this, 'of: something to deploy, got an empty list; pass a release');
    if (new Set(of.map((one) => Production.of(one).namespace)).size > 1)
      reject(this, `of: things of one namespace, got ${of.map(({ node }) => node.path).join(' and ')}; an Application deploys to one`);
    for (const one of of) {
      reject(this, folderProblem(one));
      if (one instanceof Migration)
        reject(
          this,
          `of: Argo CD orders a migration with the release that needs it, by waves, got ${one.node.path}; pass the release alone`,
        );
    }
    for (const part of this.parts) {
      deployOnce(this, part);
      if (part instanceof Migration && part.order === 'none')
        reject(this, `of: nothing orders the Jobs of ${part.id}, whose order is none; leave out order, and waves do`);
    }
  }
}
