import type * as kplus from 'cdk8s-plus-28';
import { type AppProps, defaultMongodb, defaults } from './app-props';
import { annotation, portName } from './labels';
import type { Release } from './release';

/** What the lint and the plan read of an app: its pool, and what exists outside. */
export function appAnnotations({
  mongodb = defaultMongodb,
  maxPoolSize = defaults.maxPoolSize,
  env = {},
  external = [],
}: AppProps): Record<string, string> {
  const secrets = [...(mongodb ? [mongodb] : []).map(({ secret, key }) => ({ name: secret, key })), ...secretsOf(env)];
  const declared = [...new Set([...secrets.map(({ name, key }) => `Secret/${name}/${key}`), ...external])];
  return {
    ...(declared.length > 0 ? { [annotation.external]: declared.join(',') } : {}),
    ...(mongodb ? { [annotation.poolSize]: String(maxPoolSize) } : {}),
  };
}

function secretsOf(env: NonNullable<AppProps['env']>): readonly { readonly name?: string; readonly key: string }[] {
  return Object.values(env).flatMap(({ valueFrom }) => {
    const { secretKeyRef } = (valueFrom ?? {}) as kplus.k8s.EnvVarSource; // cdk8s-plus keeps it in wire form
    return secretKeyRef ?? [];
  });
}

/** What monitoring must know of the app to find its metrics, and to leave the probes out of them. */
export function scrapeOf(app: Omit<AppProps, 'image'>): Pick<Release, 'probes' | 'metricsPort'> {
  return { probes: probesOf(app), ...(servesMetricsItself(app) ? { metricsPort: portName.http } : {}) };
}

/** Paths that a new version must answer before users see it, where nothing else is said: what this app has of them. */
export function defaultSmokeTests({ health = '/health', mongodb }: Omit<AppProps, 'image'>): readonly string[] {
  return [health, '/api/version', ...(mongodb === false ? [] : ['/api/db/ping'])];
}

/** Paths that only probes and scrapes ask. */
export function probesOf({ health = '/health', ready = '/ready' }: Omit<AppProps, 'image'>): readonly string[] {
  return [...new Set([health, ready, '/metrics'].map((path) => path.split('?')[0] ?? path))];
}

/** Whether the app serves its metrics at the port of its requests. */
export function servesMetricsItself({ port = defaults.port, metricsPort = defaults.metricsPort }: Omit<AppProps, 'image'>): boolean {
  return port === metricsPort;
}
