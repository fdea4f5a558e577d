import type * as kplus from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { type AppProps, defaults } from './app-props';
import { checkEnv } from './environment';
import { Image } from './image';
import { dnsLabelProblem, objectNameProblem } from './labels';
import type { Objective, Objectives } from './metric';
import { reject } from './problems';
import type { Production } from './production';
import { checkTimes } from './time';
import { isWhole } from './units';

/** What a side of a release has of its own. */
export interface SideProps {
  readonly image: string | Image;
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
  /** None is possible: a standby. */
  readonly replicas?: number;
}

/** Rejects what is wrong with an app, whatever its sides are. */
export function checkApp(construct: IConstruct & { readonly production: Production }, name: string, app: Omit<AppProps, 'image'>): void {
  const { autoscale, replicas, maxPoolSize, requestsPerSecond, drain, longestRequest, mongodb } = app;
  // A run of an analysis is named rollout-hash-revision-step, and a Service name has 63 characters.
  reject(construct, dnsLabelProblem('id', name, 40));
  if (autoscale && replicas !== undefined) {
    reject(construct, `replicas: the autoscaler owns the number of pods, got replicas ${replicas} and autoscale; keep one of them`);
  }
  if (autoscale) checkAutoscale(construct, autoscale);
  if (replicas !== undefined && !isWhole(replicas, 1)) {
    reject(construct, `replicas: pods are a whole number of at least 1, got ${replicas}`);
  }
  checkPorts(construct, app);
  if (maxPoolSize !== undefined && !isWhole(maxPoolSize, 1)) {
    reject(construct, `maxPoolSize: a pool has at least 1 connection, got ${maxPoolSize}; the driver takes 0 for unlimited`);
  }
  if (requestsPerSecond !== undefined && !(Number.isFinite(requestsPerSecond) && requestsPerSecond > 0)) {
    reject(construct, `requestsPerSecond: a rate above 0, got ${JSON.stringify(requestsPerSecond)}; leave it out where it is not known`);
  }
  for (const [prop, path] of Object.entries({ health: app.health, ready: app.ready })) reject(construct, pathProblem(prop, path));
  checkTimes(construct, { drain, longestRequest });
  if (mongodb) checkSecretKey(construct, 'mongodb', mongodb);
  checkEnv(construct, 'env', app.env, app);
  for (const callee of app.calls ?? []) {
    if (callee.production === construct.production) continue;
    reject(
      construct,
      `calls: apps of the same namespace, got ${callee.appName} of ${callee.production.namespace}; open both sides by policies of your own`,
    );
  }
}

function checkAutoscale(construct: IConstruct, { min, max, cpuPercent = 70 }: NonNullable<AppProps['autoscale']>): void {
  if (!(isWhole(min, 2) && isWhole(max, min))) {
    reject(construct, `autoscale: min is a whole number of at least 2 and max one of at least min, got min ${min} and max ${max}`);
  }
  if (!isWhole(cpuPercent, 1)) reject(construct, `autoscale.cpuPercent: a whole percentage of at least 1, got ${cpuPercent}; write 70`);
}

function checkPorts(construct: IConstruct, { port = defaults.port, metricsPort = defaults.metricsPort }: Omit<AppProps, 'image'>): void {
  for (const [prop, value] of Object.entries({ port, metricsPort })) {
    if (!(isWhole(value, 1) && value <= 65_535)) reject(construct, `${prop}: a port is a whole number from 1 to 65535, got ${value}`);
  }
}

/** Rejects a reference to a Secret that names none. */
export function checkSecretKey(
  construct: IConstruct,
  where: string,
  { secret, key }: { readonly secret: string; readonly key: string },
): void {
  if (typeof key !== 'string' || objectNameProblem(where, secret) || !/^[-._a-zA-Z0-9]+$/.test(key)) {
    reject(
      construct,
      `${where}: the name of a Secret and one of its keys, got "${secret}" and "${key}"; write { secret: "mongodb-uri", key: "connection-string" }`,
    );
  }
}

/** Why a path of an app is none. */
export function pathProblem(where: string, path: string | undefined): string | undefined {
  if (path === undefined || /^\/[\w\-./~%?=&]*$/.test(path)) return undefined;
  return `${where}: a path begins with / and has no spaces, got "${path}"`;
}

/**
 * Rejects what is wrong with one side.
 *
 * @param where prefix of its props in messages: `blue.`, or nothing where the app has one side
 */
export function checkSide(
  construct: IConstruct,
  where: '' | `${string}.`,
  { image, env, replicas }: SideProps,
  app: Pick<AppProps, 'mongodb'>,
): void {
  const { problem, pinned, reference, version } = Image.of(image, `${where}image`);
  reject(construct, problem);
  if (!problem && !pinned) {
    reject(
      construct,
      `${where}image: production runs a digest, got "${reference}"; a tag can change under you, add @sha256:... or use images("name")`,
    );
  }
  if (!problem && !/^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/.test(version)) {
    reject(
      construct,
      `${where}image: the tag becomes the version label, at most 63 letters, digits, dots, hyphens and underscores with a letter or digit at both ends, got "${version}"; choose such a tag`,
    );
  }
  if (replicas !== undefined && !isWhole(replicas, 0)) {
    reject(construct, `${where}replicas: pods of a side are a whole number of at least 0, got ${replicas}`);
  }
  checkEnv(construct, `${where}env`, env, app);
}

export interface HealthyOptions<T extends Objective> {
  /** What stands in for a list that cannot be used. */
  readonly otherwise: Objectives<T>;
  /** What a release without an objective would mean. */
  readonly without: string;
  /** Whether the stable side has traffic at the same time. */
  readonly comparable: boolean;
}

/** The objectives that can be judged, after rejecting those that cannot. */
export function checkHealthy<T extends Objective>(
  construct: IConstruct,
  healthy: Objectives<T> | undefined,
  { otherwise, without, comparable }: HealthyOptions<T>,
): Objectives<T> {
  if (healthy === undefined) return otherwise;
  const way = 'write healthy: [errorRate.atMost(percent(5))]';
  const given: readonly unknown[] = Array.isArray(healthy) ? healthy : [healthy];
  if (!Array.isArray(healthy)) reject(construct, `healthy: a list of objectives, got ${JSON.stringify(healthy)}; ${way}`);
  if (given.length === 0) reject(construct, `healthy: ${without}, got an empty list; add errorRate.atMost(percent(5))`);
  const usable = given.filter((one, index): one is T => {
    if (!isObjective(one))
      reject(construct, `healthy[${index}]: an objective is a metric and its limit, got ${JSON.stringify(one)}; ${way}`);
    else if (one.problem) reject(construct, `healthy: ${one.problem}`);
    else if (one.kind === 'relative' && !comparable) {
      reject(
        construct,
        `healthy: the previous version has no traffic to compare with, got "${one.text}"; set a limit of its own, p99.atMost(Duration.seconds(1))`,
      );
    } else return true;
    return false;
  });
  const [first, ...rest] = usable;
  return first ? [first, ...rest] : otherwise;
}

function isObjective(value: unknown): value is Objective {
  return typeof value === 'object' && value !== null && 'metric' in value && 'kind' in value;
}
