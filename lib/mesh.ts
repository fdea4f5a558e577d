import type { ApiObject } from 'cdk8s';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as istio from '../imports/networking.istio.io';
import { annotation, label } from './labels';
import { manifest } from './manifest';

/** How requests reach an app through Istio. */
export interface MeshProps {
  /**
   * Gateway at the edge, as `namespace/name`. Callers inside the mesh are routed the same way.
   *
   * @default 'istio-ingress/myapp-gateway'
   */
  readonly gateway?: string;

  /**
   * What is tried again when it fails.
   *
   * @default Retries.onEverything()
   */
  readonly retries?: Retries;

  /** @default Duration.seconds(30) */
  readonly timeout?: Duration;

  /**
   * Limits of the connections to one side. Size them from the traffic of a pod: a request over them is answered
   * 503 by the proxy, and the side that got it is blamed.
   *
   * @default 100 connections, 50 pending, 100 HTTP/2 requests, 2 requests per connection
   */
  readonly connectionPool?: ConnectionPool;

  /**
   * Copies of reads go to another host as well; their answers are dropped. Writes are never mirrored: they would run twice.
   *
   * @default no shadow traffic
   */
  readonly mirrorReads?: { readonly host: string; readonly percent: number };
}

export interface ConnectionPool {
  readonly maxConnections?: number;
  readonly pendingRequests?: number;
  readonly http2Requests?: number;
  readonly requestsPerConnection?: number;
}

export const defaultGateway = 'istio-ingress/myapp-gateway';

interface RetryOptions {
  /** @default 3 */
  readonly attempts?: number;
  /** Above the p99.9 of the slowest route, or a slow request is repeated. @default Duration.seconds(2) */
  readonly perTry?: Duration;
}

/** What the proxy tries again. */
export class Retries {
  /** 5xx answers and broken connections, whatever the method. A repeated write may be committed twice: only for idempotent APIs. */
  static onEverything(options: RetryOptions = {}): Retries {
    return new Retries('5xx,reset,connect-failure', '5xx,reset,connect-failure', options);
  }

  /** 5xx answers and broken connections for GET and HEAD; for the rest only what cannot have reached the app. */
  static safeForWrites(options: RetryOptions = {}): Retries {
    return new Retries('5xx,reset,connect-failure,refused-stream', 'connect-failure,refused-stream', options);
  }

  /**
   * The default of blue/green: as `onEverything`, and what a pod refused.
   *
   * @internal
   */
  static ofBlueGreen(): Retries {
    const everything = '5xx,reset,connect-failure,refused-stream';
    return new Retries(everything, everything, {});
  }

  static none(): Retries {
    return new Retries('', '', { attempts: 0 });
  }

  private constructor(
    readonly reads: string,
    readonly writes: string,
    private readonly options: RetryOptions,
  ) {}

  /** @internal */
  toKube(retryOn: string): istio.VirtualServiceSpecHttpRetries {
    const { attempts = 3, perTry = Duration.seconds(2) } = this.options;
    return attempts === 0 ? { attempts } : { attempts, perTryTimeout: `${perTry.toSeconds()}s`, retryOn };
  }
}

/** One side of a route: a Service, or a subset of it, and its share of the requests. */
export interface Side {
  readonly host: string;
  readonly subset?: string;
  readonly weight: number;
  /**
   * Version that the side runs, for the response header `X-Backend-Version`.
   *
   * @default no header from the route: whoever knows the version, the app, sets it
   */
  readonly version?: string;
}

/** Tells a client which version answered. */
export const versionHeader = 'X-Backend-Version';

export interface VirtualServiceOptions {
  readonly name: string;
  readonly app: string;
  readonly namespace: string;
  /** Hosts at the edge and inside the mesh. */
  readonly hosts: readonly string[];
  readonly sides: readonly Side[];
  /** Requests with this header go to one side, before every other rule. */
  readonly header?: { readonly name: string; readonly value: string; readonly to: Side };
  readonly mesh: MeshProps;
}

/** Names of the routes that share the traffic between the sides: what a Rollout manages. */
export function routeNames({ retries = Retries.onEverything(), mirrorReads }: MeshProps): readonly string[] {
  return retries.reads === retries.writes && !mirrorReads ? ['primary'] : ['reads', 'primary'];
}

/** A VirtualService with named routes: the controller edits weights by name, so an inserted route moves nobody's weight. */
export function virtualService(scope: Construct, id: string, options: VirtualServiceOptions): ApiObject {
  const { name, app, hosts, mesh, header } = options;
  const { retries = Retries.onEverything(), timeout = Duration.seconds(30), mirrorReads, gateway = defaultGateway } = mesh;
  const destinations = options.sides.map(destination);
  const route = (routeName: string, retryOn: string, more: Partial<istio.VirtualServiceSpecHttp> = {}): istio.VirtualServiceSpecHttp => ({
    name: routeName,
    route: destinations,
    retries: retries.toKube(retryOn),
    timeout: `${timeout.toSeconds()}s`,
    ...more,
  });
  const reads = {
    match: [{ method: { regex: 'GET|HEAD' } }],
    ...(mirrorReads ? { mirrors: [{ destination: { host: mirrorReads.host }, percentage: { value: mirrorReads.percent } }] } : {}),
  };
  const testers = header
    ? [
        route('testers', retries.writes, {
          match: [{ headers: { [header.name]: { exact: header.value } } }],
          route: [destination({ ...header.to, weight: 100 })],
        }),
      ]
    : [];
  const shared = routeNames(mesh).map((routeName) =>
    routeName === 'reads' ? route('reads', retries.reads, reads) : route('primary', retries.writes),
  );
  const external = gateway.includes('/') ? `Gateway/${gateway}` : `Gateway/${options.namespace}/${gateway}`;
  return manifest(
    scope,
    id,
    istio.VirtualService.GVK,
    { name, labels: { [label.app]: app }, annotations: { [annotation.external]: external } },
    { spec: istio.toJson_VirtualServiceSpec({ hosts: [...hosts], gateways: [gateway, 'mesh'], http: [...testers, ...shared] }) },
  );
}

function destination({ host, subset, weight, version }: Side): istio.VirtualServiceSpecHttpRoute {
  return {
    destination: { host, port: { number: 80 }, ...(subset === undefined ? {} : { subset }) },
    weight,
    ...(version === undefined ? {} : { headers: { response: { set: { [versionHeader]: version } } } }),
  };
}

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
