import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portName } from './labels';
import { builtIn } from './manifest';

export interface ServiceOptions {
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Seconds that a client address stays on one pod. */
  readonly sessionAffinity?: number;
}

/** A ClusterIP Service: port `http`, 80 to the container port of that name. */
export function service(scope: Construct, id: string, { name, selector, annotations, labels, sessionAffinity }: ServiceOptions): ApiObject {
  const affinity =
    sessionAffinity === undefined
      ? {}
      : { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIp: { timeoutSeconds: sessionAffinity } } };
  return builtIn(
    scope,
    id,
    k8s.KubeService.manifest({
      metadata: { name, ...(labels ? { labels: { ...labels } } : {}), ...(annotations ? { annotations: { ...annotations } } : {}) },
      spec: {
        type: 'ClusterIP',
        selector: { ...selector },
        ports: [
          { name: portName.http, port: 80, targetPort: k8s.IntOrString.fromString(portName.http), protocol: 'TCP', appProtocol: 'http' },
        ],
        ...affinity,
      },
    }),
  );
}

/** Name of a Service inside the cluster, as routes and clients write it. */
export function qualified(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
