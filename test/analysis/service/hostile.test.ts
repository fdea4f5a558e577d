import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { answering, counted, post, request, service } from './service';

const attacks = [
  'x"}[5m])) or vector(0) #',
  '\\',
  '"',
  '{}',
  '\n',
  '\u0000',
  '../../etc/passwd',
  '$(jndi:x)',
  '<script>',
  '%00',
  'a'.repeat(10_240),
  '',
  ' ',
  '-a',
  'é',
  '\ud800',
];

const value = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.constantFrom(...Object.values(request)),
);
const body = fc.oneof(
  { weight: 4, arbitrary: fc.record(Object.fromEntries(Object.keys(request).map((key) => [key, value])), { requiredKeys: [] }) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(request)), value).map(([key, one]) => ({ ...request, [key]: one })) },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.dictionary(fc.string(), value) },
);
const payload = fc.oneof(
  { weight: 6, arbitrary: body.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
);
const path = fc.oneof(
  fc.constantFrom(
    '/v1/judgements',
    '/v1/judgements?rollout=x',
    '/judgements',
    '/canaryConfig',
    '/canary/x',
    '/openapi.json',
    '/v1/judgements?limit=1e9',
  ),
  fc
    .tuple(
      fc.constantFrom('/v1/judgements/', '/judgements/', '/canary/', '/v1/judgements?rollout=', '/judgements?namespace=', '/'),
      fc.oneof(fc.constantFrom(...attacks), fc.string()),
    )
    .map(([start, end]) => start + encodeURIComponent(Buffer.from(end).toString())),
);

/** Frees what nobody holds; the function is there only when the engine is told so. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('ten thousand hostile requests', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await service({ requestsPerMinute: 1_000_000, provider: answering(counted({ windows: 2 })) });
  });

  test('are judged or refused, never a fault of the service', async () => {
    await fc.assert(
      fc.asyncProperty(payload, async (text) => {
        const response = await post(app, text);
        expect([200, 400, 413, 422]).toContain(response.statusCode);
        if (response.statusCode === 200) expect(JSON.parse(text)).toMatchObject({ rollout: 'myapp', namespace: 'production' });
        else expect(response.json<{ problems: unknown[] }>().problems.length + response.body.length).toBeLessThan(10_000);
      }),
      { numRuns: 6_000, seed: 7 },
    );
  }, 120_000);

  test('to any address, with any method', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'), path, payload, async (method, url, text) => {
        const withBody = method === 'POST' || method === 'PUT';
        const response = await app.inject({
          method,
          url,
          ...(withBody ? { headers: { 'content-type': 'application/json' }, payload: text } : {}),
        });
        expect(response.statusCode).toBeLessThan(500);
      }),
      { numRuns: 4_000, seed: 8 },
    );
  }, 120_000);

  test('do not make it grow', async () => {
    const texts = fc.sample(payload, { numRuns: 500, seed: 9 });
    const grown = async () => {
      for (let round = 0; round < 8; round += 1) for (const text of texts) await post(app, text);
      collect();
      return process.memoryUsage().heapUsed;
    };
    await grown();
    const before = await grown();
    const after = await grown();
    expect(after - before).toBeLessThan(500_000);
  }, 120_000);

  test('leave the service as it was', async () => {
    expect((await post(app, request)).statusCode).toBe(200);
    const { body: metrics } = await app.inject({ url: '/metrics' });
    expect(metrics.match(/canary_analysis_verdict_total\{app="(?!myapp)/g)).toBeNull();
  });
});
