import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster';
import type { EnvironmentVariable, Pod, Termination } from './kinds';

const limits = { run: 120_000, message: 2_000 };

/**
 * Runs the migration engine of a Job's pod as a process of this machine, with the arguments, the environment, the Secret and the service
 * account that the pod names. What comes before it in the pod, the dump of the database, is left out.
 */
export function engineOf(cluster: Cluster, project: string, folder: string): (pod: Pod, stop?: AbortSignal) => Promise<Termination> {
  return async (pod, stop) => {
    const container = pod.spec?.containers?.[0];
    const named = await Promise.all((container?.env ?? []).map(async (one) => [one.name, await settingOf(cluster, pod, one)] as const));
    const own = new Map(named);
    const args = (container?.args ?? []).map((arg) => arg.replace(/\$\(([A-Z_]+)\)/g, (whole, name: string) => own.get(name) ?? whole));
    const account = pod.spec?.automountServiceAccountToken ? await accountOf(cluster, pod, folder) : {};
    return runEngine(project, args, { ...Object.fromEntries(own), ...account }, stop);
  };
}

/** `migrate` and its arguments, as the image would run them. What goes on until it is stopped has no limit of its own. */
export async function runEngine(
  project: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stop?: AbortSignal,
): Promise<Termination & { readonly message: string }> {
  const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, ...(stop ? { signal: stop } : { timeout: limits.run }) };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(project, 'bluecanary.js'), ...args], options, (error, stdout, stderr) => {
      const exitCode = typeof error?.code === 'number' ? error.code : error === null ? 0 : 137;
      resolve({ exitCode, message: `${stdout}${stderr}`.slice(-limits.message) });
    });
  });
}

async function settingOf(cluster: Cluster, { metadata }: Pod, { name, value, valueFrom }: EnvironmentVariable): Promise<string> {
  if (value !== undefined) return value;
  const { secretKeyRef, fieldRef } = valueFrom ?? {};
  if (secretKeyRef !== undefined) {
    const reference = { apiVersion: 'v1', kind: 'Secret', metadata: { name: secretKeyRef.name, namespace: metadata?.namespace ?? '' } };
    const secret = await cluster.get<typeof reference & { readonly data?: Readonly<Record<string, string>> }>(reference);
    const found = secret?.data?.[secretKeyRef.key];
    if (found !== undefined) return Buffer.from(found, 'base64').toString('utf8');
  }
  const label = /^metadata\.labels\['(.+)'\]$/.exec(fieldRef?.fieldPath ?? '')?.[1];
  const found = label === undefined ? undefined : metadata?.labels?.[label];
  if (found === undefined) throw new Error(`${metadata?.name}: ${name} has no value: ${JSON.stringify(valueFrom)}`);
  return found;
}

/** What the kubelet mounts and sets for a pod that may call the API server. */
async function accountOf(cluster: Cluster, { metadata, spec }: Pod, folder: string): Promise<Readonly<Record<string, string>>> {
  const namespace = metadata?.namespace ?? '';
  const mounted = mkdtempSync(join(folder, 'account-'));
  writeFileSync(join(mounted, 'token'), await cluster.tokenOf(namespace, spec?.serviceAccountName ?? 'default'));
  writeFileSync(join(mounted, 'namespace'), namespace);
  writeFileSync(join(mounted, 'ca.crt'), await cluster.authority());
  const { hostname, port } = cluster.server;
  return { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port || '443', MIG_SERVICE_ACCOUNT: mounted };
}
