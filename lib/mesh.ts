import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type * as istio from '../imports/networking.istio.io';
import { hostProblem } from './labels';
import { reject } from './problems';
import { goDuration } from './time';
import { isWhole } from './units';

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

  /**
   * The longest time of a request, all tries together.
   *
   * @default Duration.seconds(30)
   */
  readonly timeout?: Duration;

  /**
   * Limits of the connections to one side. Size them from the traffic of a pod: a request over them is answered
   * 503 by the proxy, and the side that got it is blamed.
   *
   * @default 100 connections, 50 pending, 100 HTTP/2 requests, 2 requests per connection; for blue/green those of Istio itself
   */
  readonly connectionPool?: ConnectionPool;

  /**
   * Copies of reads go to another host as well; their answers are dropped. Writes are never mirrored: they would run twice.
   *
   * @default no shadow traffic
   */
  readonly mirrorReads?: { readonly host: string; readonly percent: number };
}

/** Limits of the connections from one proxy to one side. */
export interface ConnectionPool {
  /**
   * TCP connections.
   *
   * @default 100
   */
  readonly maxConnections?: number;
  /**
   * Requests that wait for a connection.
   *
   * @default 50
   */
  readonly pendingRequests?: number;
  /**
   * Requests under way over HTTP/2.
   *
   * @default 100
   */
  readonly http2Requests?: number;
  /**
   * Requests after which a connection is closed; 0 for never. A small number nearly turns keep-alive off, and costs a handshake each time.
   *
   * @default 2
   */
  readonly requestsPerConnection?: number;
}

export const defaultGateway = 'istio-ingress/myapp-gateway';

interface RetryOptions {
  /** @default 3 */
  readonly attempts?: number;
  /**
   * The longest time of one try; `false` for no limit but that of the whole request.
   * Above the p99.9 of the slowest route, or a slow request is repeated.
   *
   * @default Duration.seconds(2)
   */
  readonly perTry?: Duration | false;
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

  readonly attempts: number;
  private readonly perTry: Duration | false;

  private constructor(
    readonly reads: string,
    readonly writes: string,
    { attempts = 3, perTry = Duration.seconds(2) }: RetryOptions,
  ) {
    this.attempts = attempts;
    this.perTry = perTry;
  }

  /**
   * What is wrong with it under a time for the whole request.
   *
   * @internal
   */
  problem(timeout: Duration): string | undefined {
    const { attempts, perTry } = this;
    if (!(isWhole(attempts, 0) && attempts <= 10)) return `attempts are a whole number from 0 to 10, got ${attempts}`;
    if (attempts === 0 || perTry === false) return undefined;
    if (!(perTry instanceof Duration))
      return `perTry is a time, got ${JSON.stringify(perTry)}; write Duration.seconds(2), or false for none`;
    const tooLong = perTry.toMilliseconds() > timeout.toMilliseconds();
    return tooLong ? `a try lasts no longer than the whole request, got ${goDuration(perTry)} of ${goDuration(timeout)}` : undefined;
  }

  /** @internal */
  toKube(retryOn: string): istio.VirtualServiceSpecHttpRetries {
    const { attempts, perTry } = this;
    return attempts === 0 ? { attempts } : { attempts, ...(perTry ? { perTryTimeout: goDuration(perTry) } : {}), retryOn };
  }
}

/** The longest time of a request, all tries together. */
export const defaultTimeout = Duration.seconds(30);

/** Requests with this header are the testers'. */
export interface Testers {
  /** Name in lower case, as HTTP/2 sends it. */
  readonly header: string;
  /** Exact value. */
  readonly value: string;
}

/** Rejects what is wrong with the route of a canary, which cannot be without one. */
export function checkRoute(
  construct: IConstruct,
  {
    host,
    mesh = {},
    testers,
  }: { readonly host: string; readonly mesh?: MeshProps | undefined; readonly testers?: Testers | false | undefined },
): void {
  if (!host) reject(construct, 'host: a canary route needs a host, got none; add host: "app.example.com"');
  else reject(construct, hostProblem('host', host));
  checkMesh(construct, mesh);
  if (testers && !(/^[a-z0-9-]+$/.test(testers.header) && /^[\x21-\x7e]+$/.test(testers.value))) {
    reject(
      construct,
      `testers: a header in lower case and its value, got "${testers.header}: ${testers.value}"; write { header: "x-canary", value: "true" }, or false for none`,
    );
  }
}

/** Rejects what is wrong with the way through the mesh. */
export function checkMesh(
  construct: IConstruct,
  { gateway = defaultGateway, retries, timeout, connectionPool, mirrorReads }: MeshProps,
): void {
  const name = '[a-z0-9]([-a-z0-9.]*[a-z0-9])?';
  if (!new RegExp(`^(${name}/)?${name}$`).test(gateway)) {
    reject(construct, `mesh.gateway: namespace/name of a Gateway, got "${gateway}"; write "${defaultGateway}"`);
  }
  if (timeout !== undefined && !(timeout instanceof Duration && timeout.toMilliseconds() > 0)) {
    reject(construct, `mesh.timeout: a time above 0, got ${JSON.stringify(timeout)}; write Duration.seconds(30)`);
  } else {
    const problem = retries?.problem(timeout ?? defaultTimeout);
    reject(construct, problem && `mesh.retries: ${problem}`);
  }
  for (const [limit, value] of Object.entries(connectionPool ?? {})) {
    const least = limit === 'requestsPerConnection' ? 0 : 1;
    if (value !== undefined && !isWhole(value, least)) {
      reject(construct, `mesh.connectionPool.${limit}: a whole number of at least ${least}, got ${value}; leave it out for the default`);
    }
  }
  if (mirrorReads && !(mirrorReads.percent > 0 && mirrorReads.percent <= 100)) {
    reject(construct, `mesh.mirrorReads.percent: a share above 0 and at most 100, got ${mirrorReads.percent}`);
  }
  if (mirrorReads) reject(construct, hostProblem('mesh.mirrorReads.host', mirrorReads.host));
}
