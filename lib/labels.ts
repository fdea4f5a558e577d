/** Labels and annotations have one definition, here. */
export const label = {
  app: 'app',
  version: 'version',
  track: 'track',
  /** Written by the Argo Rollouts controller, never by us. */
  podTemplateHash: 'rollouts-pod-template-hash',
  podSecurity: 'pod-security.kubernetes.io',
  namespaceName: 'kubernetes.io/metadata.name',
} as const;

/** Namespace of the Argo Rollouts controller, unless somebody says otherwise. */
export const usualController = 'argo-rollouts';

/** What the lint and the plan read from objects, because no field of Kubernetes says it. */
export const annotation = {
  external: 'bluecanary.dev/external',
  promiseKeep: 'bluecanary.dev/promise-keep',
  traffic: 'bluecanary.dev/traffic',
  poolSize: 'bluecanary.dev/pool-size',
  connectionBudget: 'bluecanary.dev/connection-budget',
  argoRollouts: 'bluecanary.dev/argo-rollouts',
  acknowledge: 'bluecanary.dev/acknowledge',
  noData: 'bluecanary.dev/no-data',
  migration: 'bluecanary.dev/migration',
} as const;

/** Names of container and Service ports. */
export const portName = { http: 'http', metrics: 'metrics' } as const;

/** Why a name is no DNS label that begins with a letter, as a Service asks for, or undefined when it is one. */
export function dnsLabelProblem(what: string, name: string, most = 63): string | undefined {
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= most) return undefined;
  return `${what}: a name is 1 to ${most} lower-case letters, digits and hyphens and begins with a letter, got "${name}"; choose a shorter or plainer one`;
}

/** Why a name of something that exists elsewhere cannot be one, or undefined when it can. */
export function objectNameProblem(what: string, name: string): string | undefined {
  if (typeof name === 'string' && /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(name)) return undefined;
  return `${what}: a name is lower-case letters, digits, dots and hyphens with a letter or digit at both ends, got "${name}"; write it as the cluster has it`;
}

/** Why a host is no DNS name, or undefined when it is one. */
export function hostProblem(what: string, host: string): string | undefined {
  const part = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
  if (typeof host === 'string' && new RegExp(`^(\\*\\.)?${part}(\\.${part})*$`).test(host) && host.length <= 253) return undefined;
  return `${what}: a DNS name without scheme, port and path, got "${host}"; write "app.example.com"`;
}
