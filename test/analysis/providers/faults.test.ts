import type { ServerResponse } from 'node:http';
import { createPrometheusClient, type PrometheusClient, type PrometheusClientOptions } from '../../../analysis/providers/prometheus/client';
import type { PrometheusConnection } from '../../../analysis/providers/prometheus/transport';
import { ProviderFailure } from '../../../analysis/providers/provider';
import { type FakePrometheus, fakePrometheus, json, vector } from './fake-prometheus';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const at = { start: 60, end: 60, step: 60 };

const faults: readonly [name: string, reason: string, answer: (response: ServerResponse) => void][] = [
  ['a query it cannot parse', 'provider-rejected', (r) => json(r, { status: 'error', errorType: 'bad_data', error: 'parse error' }, 400)],
  ['too many samples', 'provider-rejected', (r) => json(r, { status: 'error', errorType: 'execution', error: 'too many samples' }, 422)],
  ['no credentials', 'provider-rejected', (r) => r.writeHead(401, { 'content-type': 'text/plain' }).end('Unauthorized')],
  ['a wrong path', 'provider-rejected', (r) => r.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found')],
  ['a redirect to a login page', 'provider-rejected', (r) => r.writeHead(302, { location: 'https://login.example.com' }).end()],
  ['its own query timeout', 'provider-timeout', (r) => json(r, { status: 'error', errorType: 'timeout', error: 'query timed out' }, 503)],
  ['start-up', 'provider-unreachable', (r) => r.writeHead(503, { 'content-type': 'text/plain' }).end('Service Unavailable')],
  ['a rate limit', 'provider-overloaded', (r) => r.writeHead(429, { 'content-type': 'text/plain' }).end('slow down')],
  ['its own fault', 'provider-malformed', (r) => r.writeHead(500, { 'content-type': 'text/plain' }).end('oops')],
  ['HTML with status 200', 'provider-malformed', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>')],
  ['nothing with status 200', 'provider-malformed', (r) => r.writeHead(200, { 'content-type': 'application/json' }).end()],
  [
    'half of its JSON',
    'provider-malformed',
    (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"success","da'),
  ],
  ['half of its bytes', 'provider-unreachable', cut],
  ['status error in a 200', 'provider-rejected', (r) => json(r, { status: 'error', error: 'no' })],
  ['a list', 'provider-malformed', (r) => json(r, [])],
  ['a string', 'provider-malformed', (r) => json(r, { status: 'success', data: { resultType: 'string', result: [1, 'x'] } })],
  ['a missing result', 'provider-malformed', (r) => json(r, { status: 'success', data: {} })],
  [
    'a series without values',
    'provider-malformed',
    (r) => json(r, { status: 'success', data: { resultType: 'matrix', result: [{ metric: {} }] } }),
  ],
  ['a native histogram', 'provider-malformed', (r) => json(r, histogram())],
  ['a word for a number', 'provider-malformed', (r) => json(r, vector('many'))],
  ['an empty number', 'provider-malformed', (r) => json(r, vector(''))],
  ['five megabytes', 'provider-malformed', (r) => json(r, vector('1'.repeat(5_000_000)))],
  ['a closed socket', 'provider-unreachable', (r) => r.socket?.destroy()],
  ['silence', 'provider-timeout', () => undefined],
];

describe('what a broken Prometheus says becomes a reason, never a number', () => {
  test.each(faults)('%s is %s', async (_, reason, answer) => {
    await using(answer, async ({ url }) => {
      const client = clientOf({ url }, { queryMs: 1_200 });
      const failure = await client.ask('up', at, AbortSignal.timeout(1_200)).catch((cause: unknown) => cause);
      expect(failure).toBeInstanceOf(ProviderFailure);
      expect(failure).toMatchObject({ reason });
    });
  });

  test('nobody listening is provider-unreachable', async () => {
    const client = clientOf({ url: 'http://127.0.0.1:9' });
    await expect(client.ask('up', at, AbortSignal.timeout(3_000))).rejects.toMatchObject({ reason: 'provider-unreachable' });
  });

  test('a token file that is gone is provider-rejected, and says nothing about the file', async () => {
    const client = clientOf({ url: 'http://127.0.0.1:9', tokenFile: '/nowhere/token' });
    await expect(client.ask('up', at, AbortSignal.timeout(3_000))).rejects.toMatchObject({
      reason: 'provider-rejected',
      message: expect.not.stringContaining('nowhere'),
    });
  });
});

describe('a Prometheus in trouble for a moment', () => {
  test('is asked again after 503 and 429, and then answers', async () => {
    let tries = 0;
    await using(
      (r) => {
        tries += 1;
        if (tries < 3) r.writeHead(tries === 1 ? 503 : 429, { 'content-type': 'text/plain' }).end('later');
        else json(r, vector('7'));
      },
      async ({ url }) => {
        const { series } = await clientOf({ url }).ask('up', at, AbortSignal.timeout(5_000));
        expect(series).toEqual([{ labels: {}, values: [[1, 7]] }]);
      },
    );
  });

  test('is not asked again after a query it refused', async () => {
    await using(
      (r) => json(r, { status: 'error', errorType: 'bad_data', error: 'parse error' }, 400),
      async ({ url, asked }) => {
        await clientOf({ url })
          .ask('up', at, AbortSignal.timeout(2_000))
          .catch(() => undefined);
        expect(asked).toHaveLength(1);
      },
    );
  });

  test('a caller is answered at its own limit, even while a retry waits', async () => {
    await using(
      (r) => r.writeHead(429, { 'content-type': 'text/plain', 'retry-after': '60' }).end(),
      async ({ url }) => {
        const before = performance.now();
        await expect(clientOf({ url }).ask('up', at, AbortSignal.timeout(100))).rejects.toMatchObject({
          reason: 'provider-timeout',
        });
        expect(performance.now() - before).toBeLessThan(1_000);
      },
    );
  });
});

describe('how Prometheus is asked', () => {
  test('warnings are kept: the data are incomplete', async () => {
    await using(
      (r) => json(r, { ...(vector('1') as object), warnings: ['store gateway a is missing'] }),
      async ({ url }) => {
        const { warnings } = await clientOf({ url }).ask('up', at, AbortSignal.timeout(2_000));
        expect(warnings).toEqual(['store gateway a is missing']);
      },
    );
  });

  test('NaN and infinities are null, 1e-07 is a number', async () => {
    await using(
      (r) => json(r, vector('NaN', '+Inf', '-Inf', '1e-07')),
      async ({ url }) => {
        const { series } = await clientOf({ url }).ask('up', at, AbortSignal.timeout(2_000));
        expect(series.map(({ values }) => values[0]?.[1])).toEqual([null, null, null, 1e-7]);
      },
    );
  });

  test('identical queries under way are sent once, and at most four are open at a time', async () => {
    await using(
      (r) => void setTimeout(() => json(r, vector('1')), 30),
      async ({ url, asked, busiest }) => {
        const client = clientOf({ url });
        const names = Array.from({ length: 24 }, (_, i) => `up${i % 12}`);
        await Promise.all(names.map((name) => client.ask(name, at, AbortSignal.timeout(3_000))));
        expect(asked).toHaveLength(12);
        expect(busiest()).toBeLessThanOrEqual(4);
      },
    );
  });

  test('a form with a fixed time, complete answers only, and the tenant', async () => {
    await using(
      (r) => json(r, vector('1')),
      async ({ url, asked }) => {
        const client = clientOf({ url: `${url}/prefix/`, tenant: 'team-a' }, { queryMs: 4_000 });
        await client.ask('up', at, AbortSignal.timeout(2_000));
        await client.ask('up', { start: 60, end: 180, step: 60 }, AbortSignal.timeout(2_000));
        expect(asked.map(({ path }) => path)).toEqual(['/prefix/api/v1/query', '/prefix/api/v1/query_range']);
        expect(asked.map(({ form }) => Object.fromEntries(form))).toEqual([
          { query: 'up', time: '60', timeout: '4000ms', partial_response: 'false' },
          { query: 'up', start: '60', end: '180', step: '60', timeout: '4000ms', partial_response: 'false' },
        ]);
        expect(asked[0]?.headers).toMatchObject({ 'x-scope-orgid': 'team-a', accept: 'application/json' });
      },
    );
  });
});

const clients: PrometheusClient[] = [];
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));

function clientOf(connection: PrometheusConnection, options?: PrometheusClientOptions): PrometheusClient {
  const client = createPrometheusClient(connection, options);
  clients.push(client);
  return client;
}

async function using(answer: (response: ServerResponse) => void, body: (server: FakePrometheus) => Promise<void>): Promise<void> {
  const server = await fakePrometheus(answer);
  try {
    await body(server);
  } finally {
    await server.close();
  }
}

function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"status":"success"');
  setTimeout(() => response.socket?.destroy(), 10);
}

function histogram(): unknown {
  return { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, histogram: [1, { count: '3', sum: '2' }] }] } };
}
