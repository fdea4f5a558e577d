import { Duration } from 'cdk8s';
import type { EnvValue } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { appAnnotations } from './app-facts';
import { type AppProps, defaults } from './app-props';
import { AppWorkload } from './app-workload';
import { label } from './labels';

export interface AppDeploymentOptions {
  readonly app: AppProps;
  /** Name of the app, and of its ServiceAccount. */
  readonly appName: string;
  readonly name: string;
  /** Labels that tell the side from the others. */
  readonly side: Readonly<Record<string, string>>;
  /** Labels of the side that its selector uses: what never changes while the Deployment lives. */
  readonly selectedBy: Readonly<Record<string, string>>;
  readonly replicas: number;
  readonly env: Readonly<Record<string, EnvValue>>;
}

/** One side of a release on plain Deployments. Both sides run the same pod and differ by labels, image and environment. */
export class AppDeployment extends AppWorkload {
  readonly resourceType = 'deployments';

  constructor(scope: Construct, id: string, { app, appName, name, side, selectedBy, replicas, env }: AppDeploymentOptions) {
    super(scope, id, {
      app,
      name,
      gvk: { apiVersion: 'apps/v1', kind: 'Deployment' },
      podLabels: { [label.app]: appName, ...side },
      selector: { [label.app]: appName, ...selectedBy },
      annotations: appAnnotations(app),
      env,
      hashLabel: 'pod-template-hash',
      serviceAccount: appName,
      replicas,
    });
  }

  protected body(): Record<string, unknown> {
    return {
      minReadySeconds: defaults.minReady.toSeconds(),
      progressDeadlineSeconds: Duration.minutes(10).toSeconds(),
      revisionHistoryLimit: 5,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    };
  }
}

/** Connections of so many pods to a MongoDB node: the pool, and two that the driver keeps to watch the node. */
export function connectionsOf(
  pods: number,
  { mongodb, maxPoolSize = defaults.maxPoolSize }: Pick<AppProps, 'mongodb' | 'maxPoolSize'>,
): number {
  return mongodb === false ? 0 : pods * (maxPoolSize + 2);
}
