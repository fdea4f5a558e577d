import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as istio from '../imports/networking.istio.io';
import { label } from './labels';
import { manifest } from './manifest';
import type { ConnectionPool } from './mesh';

export interface DestinationRuleOptions {
  readonly name: string;
  readonly app: string;
  readonly host: string;
  readonly pool?: ConnectionPool;
  /**
   * Whether a pod that answers 5xx five times in a row is left out for 30 s. Not for a canary of few pods:
   * it would empty the side, and with it the evidence.
   */
  readonly ejectOutliers: boolean;
  /** Subsets by the `track` label; pods of the one named `canary` are never ejected. */
  readonly subsets?: readonly string[];
}

/** A subset inherits the outlier detection of its host; zero errors in a row turns it off. */
const noEjection: istio.DestinationRuleSpecSubsetsTrafficPolicy = { outlierDetection: { consecutive5XxErrors: 0 } };

/** Connection limits and outlier detection of one host: fields that a VirtualService route does not have. */
export function destinationRule(
  scope: Construct,
  id: string,
  { name, app, host, pool = {}, ejectOutliers, subsets }: DestinationRuleOptions,
): ApiObject {
  const trafficPolicy: istio.DestinationRuleSpecTrafficPolicy = {
    loadBalancer: { simple: istio.DestinationRuleSpecTrafficPolicyLoadBalancerSimple.LEAST_UNDERSCORE_REQUEST },
    connectionPool: {
      tcp: { maxConnections: pool.maxConnections ?? 100 },
      http: {
        http1MaxPendingRequests: pool.pendingRequests ?? 50,
        http2MaxRequests: pool.http2Requests ?? 100,
        maxRequestsPerConnection: pool.requestsPerConnection ?? 2,
      },
    },
    ...(ejectOutliers
      ? { outlierDetection: { consecutive5XxErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50 } }
      : {}),
  };
  const named = subsets?.map((track) => ({
    name: track,
    labels: { [label.track]: track },
    ...(track === 'canary' ? { trafficPolicy: noEjection } : {}),
  }));
  const spec = istio.toJson_DestinationRuleSpec({ host, trafficPolicy, ...(named ? { subsets: named } : {}) });
  return manifest(scope, id, istio.DestinationRule.GVK, { name, labels: { [label.app]: app } }, { spec });
}
