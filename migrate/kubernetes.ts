import { readFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:https';
import { MigrationError } from './errors';
import type { PodList } from './pods';

const limitMs = 10_000;

/**
 * Lists the pods of a label selector with the service account of this pod, which needs `get` and `list` on `pods`.
 * `MIG_SERVICE_ACCOUNT`: folder of its token, where that is not mounted in the usual place.
 *
 * @returns undefined outside a cluster
 */
export function podsOfCluster(env: Readonly<Record<string, string | undefined>>): ((selector: string) => Promise<PodList>) | undefined {
  const host = env['KUBERNETES_SERVICE_HOST'];
  if (host === undefined) return undefined;
  const account = env['MIG_SERVICE_ACCOUNT'] || '/var/run/secrets/kubernetes.io/serviceaccount';
  return async (selector) => {
    // Read each time: the token is rotated.
    const [ca, token, namespace] = ['ca.crt', 'token', 'namespace'].map((file) => readFileSync(`${account}/${file}`, 'utf8'));
    const path = `/api/v1/namespaces/${namespace?.trim()}/pods?labelSelector=${encodeURIComponent(selector)}`;
    const port = env['KUBERNETES_SERVICE_PORT'] ?? '443';
    return runningPods(await get({ host, port, path, ...(ca && { ca }), headers: { authorization: `Bearer ${token?.trim()}` } }));
  };
}

/** Of a PodList: those that neither end nor have ended. */
export function runningPods(body: unknown): PodList {
  const items = (body as { readonly items?: unknown } | null)?.items;
  if (!Array.isArray(items))
    throw new MigrationError('GATE_CLOSED', 'pods: the cluster must answer with a list of pods, got something else');
  return items
    .filter(({ metadata, status }) => metadata?.deletionTimestamp === undefined && !['Succeeded', 'Failed'].includes(status?.phase))
    .map(({ metadata }) => String(metadata?.name));
}

function get(options: RequestOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (because: string, cause?: unknown) =>
      reject(
        new MigrationError('GATE_CLOSED', `pods: the cluster must be asked whether the old version is gone, got ${because}`, [], { cause }),
      );
    const sent = request({ ...options, timeout: limitMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode !== 200)
          return fail(`status ${response.statusCode}; the role of the service account needs get and list on pods`);
        try {
          resolve(JSON.parse(text));
        } catch (error) {
          fail('no JSON', error);
        }
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${limitMs} ms`)));
    sent.on('error', (error) => fail(error.message, error));
    sent.end();
  });
}
