import type * as kplus from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import type { AppProps } from './app-pod';
import { Image } from './image';
import { dnsLabelProblem } from './labels';
import { reject } from './problems';

/** What a side of a release has of its own. */
export interface SideProps {
  readonly image: string | Image;
  readonly env?: Readonly<Record<string, kplus.EnvValue>>;
  /** None is possible: a standby. */
  readonly replicas?: number;
}

/** Rejects what is wrong with an app, whatever its sides are. */
export function checkApp(construct: IConstruct, name: string, app: Omit<AppProps, 'image'>): void {
  const { autoscale, replicas, port, metricsPort, maxPoolSize, requestsPerSecond } = app;
  // A run of an analysis is named rollout-hash-revision-step, and a Service name has 63 characters.
  reject(construct, dnsLabelProblem('id', name, 40));
  if (autoscale && replicas !== undefined) {
    reject(construct, `replicas: the autoscaler owns the number of pods, got replicas ${replicas} and autoscale; keep one of them`);
  }
  if (autoscale && !(autoscale.min >= 2 && autoscale.max >= autoscale.min)) {
    reject(construct, `autoscale: min is at least 2 and max at least min, got min ${autoscale.min} and max ${autoscale.max}`);
  }
  if (replicas !== undefined && !isWhole(replicas, 1)) {
    reject(construct, `replicas: pods are a whole number of at least 1, got ${replicas}`);
  }
  for (const [prop, value] of Object.entries({ port, metricsPort })) {
    if (value !== undefined && !(isWhole(value, 1) && value <= 65_535)) {
      reject(construct, `${prop}: a port is a whole number from 1 to 65535, got ${value}`);
    }
  }
  if (maxPoolSize !== undefined && !isWhole(maxPoolSize, 1)) {
    reject(construct, `maxPoolSize: a pool has at least 1 connection, got ${maxPoolSize}; the driver takes 0 for unlimited`);
  }
  if (requestsPerSecond !== undefined && !(requestsPerSecond > 0)) {
    reject(construct, `requestsPerSecond: a rate above 0, got ${requestsPerSecond}; leave it out where it is not known`);
  }
  checkEnv(construct, 'env', app.env);
}

/**
 * Rejects what is wrong with one side.
 *
 * @param where prefix of its props in messages: `blue.`, or nothing where the app has one side
 */
export function checkSide(construct: IConstruct, where: '' | `${string}.`, { image, env, replicas }: SideProps): void {
  const { problem, pinned, reference, version } = Image.of(image, `${where}image`);
  reject(construct, problem);
  if (!problem && !pinned) {
    reject(
      construct,
      `${where}image: production runs a digest, got "${reference}"; a tag can change under you, add @sha256:... or use images("name")`,
    );
  }
  if (version.length > 63) {
    reject(construct, `${where}image: the tag becomes the version label, at most 63 characters, got ${version.length}; shorten the tag`);
  }
  if (replicas !== undefined && !isWhole(replicas, 0)) {
    reject(construct, `${where}replicas: pods of a side are a whole number of at least 0, got ${replicas}`);
  }
  checkEnv(construct, `${where}env`, env);
}

function checkEnv(construct: IConstruct, where: string, env: AppProps['env'] = {}): void {
  for (const [variable, value] of Object.entries(env)) reject(construct, secretProblem(`${where}.${variable}`, variable, value));
}

/** A value that looks like a secret must be a reference: `dist/` is committed. */
function secretProblem(where: string, variable: string, value: kplus.EnvValue): string | undefined {
  const text = typeof value.value === 'string' ? value.value : undefined;
  if (text === undefined) return undefined;
  const secretName = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|CREDENTIALS?)$/i.test(variable);
  const credentials = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^@\s]+@/i.test(text);
  if (!secretName && !credentials) return undefined;
  const way = "EnvValue.fromSecretValue({ secret: Secret.fromSecretName(scope, 'ref', 'name'), key: 'key' })";
  return `${where}: a secret is a reference, got a value, and dist/ is committed; write ${way}`;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
