import { type ApiObject, Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';
import { portName } from './labels';
import { builtIn } from './manifest';
import { reject } from './problems';
import { checkTimes, secondsOf } from './time';
import { isWhole } from './units';

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

/** The part of a Service that keeps a client address on one pod; Kubernetes remembers it for a day at the most. */
export function clientAffinity(construct: IConstruct, time: Duration | undefined): Pick<ServiceOptions, 'sessionAffinity'> {
  if (time === undefined) return {};
  checkTimes(construct, { sessionAffinity: time });
  const sessionAffinity = secondsOf(time, 1);
  const day = Duration.days(1).toSeconds();
  if (!isWhole(sessionAffinity, 1) || sessionAffinity > day) {
    reject(construct, `sessionAffinity: a time from 1 s to ${day} s, got ${sessionAffinity} s; leave it out for none`);
  }
  return { sessionAffinity };
}

/** Name of a Service inside the cluster, as routes and clients write it. */
export function qualified(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
