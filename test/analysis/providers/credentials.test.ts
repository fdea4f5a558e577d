import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrometheusClient } from '../../../analysis/providers/prometheus/client';
import type { PrometheusConnection } from '../../../analysis/providers/prometheus/transport';
import { fakePrometheus, json, vector } from './fake-prometheus';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const at = { start: 60, end: 60, step: 60 };
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bluecanary-credentials-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('credentials for Prometheus', () => {
  test('a bearer token is read at every request, so that it may rotate', async () => {
    const tokenFile = file('token', 'first\n');
    const prometheus = await fakePrometheus((response) => json(response, vector('1')));
    await ask({ url: prometheus.url, tokenFile });
    file('token', 'second\n');
    await ask({ url: prometheus.url, tokenFile });
    await prometheus.close();
    expect(prometheus.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  test('basic authentication sends the name and the password of the file', async () => {
    const prometheus = await fakePrometheus((response) => json(response, vector('1')));
    await ask({ url: prometheus.url, username: 'judge', passwordFile: file('password', 'pässword:1\n') });
    await prometheus.close();
    const [, credentials = ''] = prometheus.asked[0]?.headers.authorization?.split(' ') ?? [];
    expect(Buffer.from(credentials, 'base64').toString()).toBe('judge:pässword:1');
  });
});

const hasOpenssl = available('openssl');
if (!hasOpenssl) process.stderr.write('SKIPPED "Prometheus behind TLS": openssl is not installed (apt-get install -y openssl)\n');

(hasOpenssl ? describe : describe.skip)('Prometheus behind TLS', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    certificates();
    const [ca, cert, key] = ['ca.crt', 'server.crt', 'server.key'].map((name) => readFileSync(join(dir, name)));
    server = createServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, (_, response) => json(response, vector('1')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `https://localhost:${(server.address() as AddressInfo).port}`; // a listening TCP server has an address with a port
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('is asked with its own authority and a client certificate', async () => {
    const { series } = await ask({ url, caFile: join(dir, 'ca.crt'), certFile: join(dir, 'client.crt'), keyFile: join(dir, 'client.key') });
    expect(series).toHaveLength(1);
  });

  test('without a client certificate is provider-unreachable', async () => {
    await expect(ask({ url, caFile: join(dir, 'ca.crt') })).rejects.toMatchObject({ reason: 'provider-unreachable' });
  });

  test('with an authority that nobody trusts is provider-unreachable', async () => {
    const client = { certFile: join(dir, 'client.crt'), keyFile: join(dir, 'client.key') };
    await expect(ask({ url, ...client })).rejects.toMatchObject({ reason: 'provider-unreachable' });
  });

  test('asked by plain HTTP is a failure, not a number', async () => {
    await expect(ask({ url: url.replace('https', 'http') })).rejects.toMatchObject({ reason: expect.stringMatching(/^provider-/) });
  });
});

async function ask(connection: PrometheusConnection) {
  const client = createPrometheusClient(connection, { queryMs: 4_000 });
  try {
    return await client.ask('up', at, AbortSignal.timeout(4_000));
  } finally {
    await client.close();
  }
}

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

function available(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** An authority, and a certificate of it for each side. */
function certificates(): void {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=authority');
  for (const name of ['server', 'client']) {
    openssl(
      'req',
      ...key,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
      '-addext',
      'subjectAltName=DNS:localhost',
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-copy_extensions',
      'copy',
      '-out',
      `${name}.crt`,
      '-days',
      '1',
    );
  }
}
