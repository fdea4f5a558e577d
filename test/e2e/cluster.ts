import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { KubeConfig, Watch } from '@kubernetes/client-node';

/** Any object of the API, as far as every object has it. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
}

export interface Answer {
  readonly status: number;
  /** Texts of the `Warning` headers. */
  readonly warnings: readonly string[];
  readonly body: unknown;
}

/** The API server said no. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(
    readonly status: number,
    what: string,
    body: unknown,
  ) {
    super(`${what}: ${status} ${(body as { message?: string } | null)?.message ?? JSON.stringify(body)}`); // a Status object, or whatever a proxy said
  }
}

interface Call {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly type?: string;
}

export interface ApplyOptions {
  /** Nothing is stored. */
  readonly dryRun?: boolean;
  /** Takes over fields that another manager set. */
  readonly force?: boolean;
  /** @default bluecanary-e2e */
  readonly manager?: string;
}

const limits = { answer: 20_000, delivery: 60_000 };

/** A cluster as the suite needs it: plain calls that keep status and warnings, server-side apply with strict validation, and watches. */
export class Cluster {
  private readonly plurals = new Map<string, { readonly path: string; readonly namespaced: boolean }>();

  private constructor(
    private readonly file: string,
    private readonly config: KubeConfig,
    readonly server: URL,
  ) {}

  /** @throws when the file names no cluster */
  static fromFile(file: string): Cluster {
    const config = new KubeConfig();
    config.loadFromFile(file);
    const server = config.getCurrentCluster()?.server;
    if (server === undefined) throw new Error(`${file}: the current context must name a cluster`);
    return new Cluster(file, config, new URL(server));
  }

  get watch(): Watch {
    return new Watch(this.config);
  }

  /** @throws {RefusedError} on every status from 300 */
  async call(method: string, path: string, { query = {}, body, type = 'application/json' }: Call = {}): Promise<Answer> {
    const url = new URL(path, this.server);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    // Node frames the body of a DELETE only when its length is given.
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const options = {
      method,
      headers: {
        accept: 'application/json',
        ...(payload === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(payload) }),
      },
    };
    await this.config.applyToHTTPSOptions(options);
    const answer = await new Promise<Answer>((resolve, reject) => {
      const outgoing = request(url, { ...options, signal: AbortSignal.timeout(limits.answer) }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isJson = incoming.headers['content-type']?.includes('json') ?? false;
          resolve({
            status: incoming.statusCode ?? 0,
            warnings: warningsOf(incoming.headers['warning']),
            body: isJson ? (JSON.parse(text) as unknown) : text,
          });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
    if (answer.status >= 300) throw new RefusedError(answer.status, `${method} ${url.pathname}`, answer.body);
    return answer;
  }

  /** Server-side apply under strict field validation: an unknown or duplicate field is an error. */
  async apply(object: KubeObject, { dryRun = false, force = false, manager = 'bluecanary-e2e' }: ApplyOptions = {}): Promise<Answer> {
    return this.call('PATCH', await this.pathOf(object), {
      query: { fieldManager: manager, fieldValidation: 'Strict', force: String(force), ...(dryRun ? { dryRun: 'All' } : {}) },
      body: object,
      type: 'application/apply-patch+yaml',
    });
  }

  /**
   * Applies as the runbook says, with kubectl and its three-way merge: what controllers wrote into the objects stays.
   *
   * @returns warnings and refusals, a line each; none when all went well
   */
  async deliver(objects: readonly KubeObject[]): Promise<readonly string[]> {
    // Namespaces first, Rollouts last: they refer to everything else.
    const rank = ({ kind }: KubeObject) => (kind === 'Namespace' ? 0 : kind === 'Rollout' ? 2 : 1);
    const items = [...objects].sort((a, b) => rank(a) - rank(b));
    const kubectl = spawn(process.env['KUBECTL'] ?? 'kubectl', [`--kubeconfig=${this.file}`, 'apply', '--validate=strict', '-f', '-'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: limits.delivery,
    });
    let said = '';
    kubectl.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    kubectl.stdin.end(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    const code = await new Promise<number | null>((resolve, reject) => kubectl.on('error', reject).on('close', resolve));
    const lines = said.split('\n').filter((line) => line !== '');
    return code === 0 || lines.length > 0 ? lines : [`kubectl apply left with ${code}`];
  }

  /** Merge patch; `part` is a subresource such as `status`. */
  async merge(object: KubeObject, body: unknown, part = ''): Promise<Answer> {
    return this.call('PATCH', `${await this.pathOf(object)}${part === '' ? '' : `/${part}`}`, {
      body,
      type: 'application/merge-patch+json',
    });
  }

  async get<T extends KubeObject>(object: KubeObject): Promise<T | undefined> {
    try {
      return (await this.call('GET', await this.pathOf(object))).body as T; // the caller names the kind and its shape
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) return undefined;
      throw error;
    }
  }

  async delete(object: KubeObject, graceSeconds?: number): Promise<void> {
    const body = graceSeconds === undefined ? {} : { gracePeriodSeconds: graceSeconds };
    try {
      await this.call('DELETE', await this.pathOf(object), { body: { ...body, propagationPolicy: 'Background' } });
    } catch (error) {
      if (!(error instanceof RefusedError && error.status === 404)) throw error;
    }
  }

  /** A token of a service account, as the kubelet asks for it. */
  async tokenOf(namespace: string, account: string): Promise<string> {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3_600 } };
    return ((await this.call('POST', path, { body })).body as { status: { token: string } }).status.token; // a TokenRequest
  }

  /** Certificate of the authority behind the API server's, as a pod finds it. */
  async authority(): Promise<string> {
    const { caData, caFile } = this.config.getCurrentCluster() ?? {};
    if (caData) return Buffer.from(caData, 'base64').toString('utf8');
    if (caFile) return readFileSync(caFile, 'utf8');
    // A kubeconfig that does not check it: the last one that the server shows.
    const socket = connect({ host: this.server.hostname, port: Number(this.server.port || 443), rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    let certificate: DetailedPeerCertificate = socket.getPeerCertificate(true);
    while (certificate.issuerCertificate && certificate.issuerCertificate !== certificate) certificate = certificate.issuerCertificate;
    socket.destroy();
    return `-----BEGIN CERTIFICATE-----\n${certificate.raw.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  }

  /** Waits until no namespace of this prefix is being removed: their pods need the fake node for that. */
  async cleared(prefix: string, seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1_000;
    while (Date.now() < until) {
      const { items } = (await this.call('GET', '/api/v1/namespaces')).body as { items: KubeObject[] }; // a NamespaceList
      if (!items.some(({ metadata }) => metadata?.name?.startsWith(prefix) && metadata.deletionTimestamp !== undefined)) return;
      await pause(500);
    }
  }

  async serves(apiVersion: string, kind: string): Promise<boolean> {
    const resources = await this.call('GET', apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`).then(
      ({ body }) => (body as { resources: { kind: string }[] }).resources, // an APIResourceList
      () => [],
    );
    return resources.some((resource) => resource.kind === kind);
  }

  /** Path of one object; a kind that is not served is an error. */
  async pathOf({ apiVersion = '', kind = '', metadata }: KubeObject): Promise<string> {
    const { path, namespaced } = await this.resource(apiVersion, kind);
    const inside = namespaced ? `/namespaces/${metadata?.namespace ?? 'default'}` : '';
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    return `${group}${inside}/${path}/${metadata?.name}`;
  }

  private async resource(apiVersion: string, kind: string): Promise<{ readonly path: string; readonly namespaced: boolean }> {
    const key = `${apiVersion}/${kind}`;
    const known = this.plurals.get(key);
    if (known) return known;
    const { body } = await this.call('GET', apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);
    const { resources } = body as { resources: { name: string; kind: string; namespaced: boolean }[] }; // an APIResourceList
    for (const { name, kind: served, namespaced } of resources)
      if (!name.includes('/')) this.plurals.set(`${apiVersion}/${served}`, { path: name, namespaced });
    const found = this.plurals.get(key);
    if (!found) throw new Error(`${key}: the cluster does not serve this kind`);
    return found;
  }
}

/** `299 - "text"`, several of them joined by commas. */
function warningsOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(', ') : (header ?? '');
  return [...text.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, warning]) => warning ?? '');
}
