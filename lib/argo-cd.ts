import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { type Deployable, deployedName, folderProblem, gitOpsFolder, migrationsOf, repositoryFolder, rootProblem } from './gitops';
import { label } from './labels';
import { managedParts } from './managed-parts';
import { manifest } from './manifest';
import { Migration } from './migration';
import { freeId, reject, remember } from './problems';
import { Production } from './production';

export interface ArgoCdApplicationProps {
  /** What it deploys: a release with its migrations, the judge, the monitoring, or the Production with what stands beside them all. */
  readonly of: Deployable;

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
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ArgoCdApplicationProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    gitOpsFolder(this);
    this.check();
    const metadata = { name: deployedName(props.of), namespace: props.argoCd ?? 'argocd', labels: { [label.app]: props.of.node.id } };
    const gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
    manifest(this, 'application', gvk, metadata, { spec: Lazy.any({ produce: () => this._toKube() }) });
  }

  private _toKube(): unknown {
    const { of, project = 'default', cluster = 'https://kubernetes.default.svc', sync = 'automatic' } = this.props;
    const parts = [of, ...migrationsOf(of)];
    const [source, ...more] = parts.map((part) => this.source(part));
    const ignored = parts.flatMap(managedParts).map(({ jq, pointer: _, ...object }) => ({ ...object, jqPathExpressions: jq }));
    return {
      project,
      destination: { server: cluster, namespace: Production.of(of).namespace },
      // Waves order the objects of one Application: a release and its migration are one.
      ...(more.length > 0 ? { sources: [source, ...more] } : { source }),
      ...(ignored.length > 0 ? { ignoreDifferences: ignored } : {}),
      syncPolicy: {
        ...(sync === 'automatic' ? { automated: { prune: true, selfHeal: true } } : {}),
        syncOptions: ['ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true', 'ServerSideApply=true'],
      },
    };
  }

  private source(part: Deployable) {
    const { repository, revision = 'main', root } = this.props;
    return { repoURL: repository, targetRevision: revision, path: repositoryFolder(part, root) };
  }

  private check(): void {
    const { of, repository, root } = this.props;
    if (!/^(https?:\/\/|ssh:\/\/|git@)\S+$/.test(repository))
      reject(this, `repository: an address such as https://git.example.com/deploy.git, got "${repository}"`);
    reject(this, rootProblem(root));
    reject(this, folderProblem(of));
    if (of instanceof Migration)
      reject(this, `of: Argo CD orders a migration with the release that needs it, by waves, got ${of.node.path}; pass the release alone`);
  }
}
