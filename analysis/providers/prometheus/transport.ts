import { readFile } from 'node:fs/promises';
import { Agent, buildConnector, type Dispatcher, interceptors } from 'undici';
import { ProviderFailure } from '../provider';
import { within } from '../within';
import type { Reply } from './answer';

/** How Prometheus is reached. Files are read again whenever they are needed, so that rotated secrets work without a restart. */
export interface PrometheusConnection {
  /** Address of the API, with a path prefix if there is one. */
  readonly url: string;
  readonly tokenFile?: string;
  readonly username?: string;
  readonly passwordFile?: string;
  /** PEM: whom to trust. @default the certificate authorities of Node */
  readonly caFile?: string;
  /** PEM: the client certificate and its key. */
  readonly certFile?: string;
  readonly keyFile?: string;
  /** Sent as X-Scope-OrgID. */
  readonly tenant?: string;
}

export interface Transport {
  /** Posts a form to a path of the API. @throws {ProviderFailure} when there is no complete answer before `signal` */
  post(path: string, form: URLSearchParams, signal: AbortSignal): Promise<Reply>;
  /** Ends all connections; what is under way fails. */
  close(): Promise<void>;
}

const limits = {
  connections: 4,
  answerBytes: 4_000_000,
  connectMs: 2_000,
  tries: 3,
  pauseMs: { least: 200, most: 1_000 },
};

/**
 * HTTP to Prometheus: at most four requests at a time, answers of at most 4 MB, no redirects.
 *
 * A query changes nothing, so a POST is safe to repeat: up to three tries after 429, 502, 503, 504 and broken connections.
 */
export function createTransport(connection: PrometheusConnection): Transport {
  const agent = new Agent({
    connect: connector(connection),
    connections: limits.connections,
    maxResponseSize: limits.answerBytes,
  });
  const dispatcher = agent.compose(
    interceptors.retry({
      methods: ['POST'],
      statusCodes: [429, 502, 503, 504],
      maxRetries: limits.tries - 1,
      minTimeout: limits.pauseMs.least,
      maxTimeout: limits.pauseMs.most,
      throwOnError: false,
    }),
  );
  const base = connection.url.replace(/\/+$/, '');
  return {
    post: (path, form, signal) =>
      // A retry that waits does not hear an abort: the caller is answered all the same.
      within(signal, send(dispatcher, `${base}${path}`, form, connection, signal), (reason) => failure(reason, signal)),
    close: () => agent.destroy(),
  };
}

async function send(
  dispatcher: Dispatcher,
  url: string,
  form: URLSearchParams,
  connection: PrometheusConnection,
  signal: AbortSignal,
): Promise<Reply> {
  const headers = await headersOf(connection);
  try {
    const { origin, pathname } = new URL(url);
    const {
      statusCode,
      headers: answered,
      body,
    } = await dispatcher.request({
      origin,
      path: pathname,
      method: 'POST',
      headers,
      body: form.toString(),
      signal,
    });
    return { status: statusCode, contentType: String(answered['content-type'] ?? ''), body: await body.text() };
  } catch (cause) {
    throw failure(cause, signal);
  }
}

async function headersOf(connection: PrometheusConnection): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  if (connection.tenant !== undefined) headers['x-scope-orgid'] = connection.tenant;
  if (connection.tokenFile !== undefined) headers['authorization'] = `Bearer ${await secret(connection.tokenFile)}`;
  if (connection.username !== undefined && connection.passwordFile !== undefined) {
    const credentials = `${connection.username}:${await secret(connection.passwordFile)}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }
  return headers;
}

async function secret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new ProviderFailure('provider-rejected', 'could not be asked: the file of its credentials cannot be read', { cause });
  }
}

/** Reads the certificates at every new connection, for they are short-lived. */
function connector({ caFile, certFile, keyFile }: PrometheusConnection): buildConnector.connector {
  const read = (file: string | undefined) => (file === undefined ? undefined : readFile(file));
  return (options, callback) => {
    Promise.all([read(caFile), read(certFile), read(keyFile)]).then(
      ([ca, cert, key]) =>
        buildConnector({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }), timeout: limits.connectMs })(options, callback),
      (cause: Error) => callback(cause, null),
    );
  };
}

function failure(cause: unknown, signal: AbortSignal): ProviderFailure {
  if (cause instanceof ProviderFailure) return cause;
  const code = codeOf(cause);
  if (signal.aborted || timeouts.has(code)) return new ProviderFailure('provider-timeout', 'did not answer in time', { cause });
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new ProviderFailure('provider-malformed', `answered more than ${limits.answerBytes / 1e6} MB`, { cause });
  }
  return new ProviderFailure('provider-unreachable', `cannot be reached (${code})`, { cause });
}

const timeouts: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

function codeOf(cause: unknown): string {
  const { code, name } = typeof cause === 'object' && cause !== null ? (cause as { code?: unknown; name?: unknown }) : {}; // both are looked at below
  return [code, name].find((text) => typeof text === 'string') ?? 'unknown';
}
