import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { endpoints } from '../../../analysis/contract/endpoints';
import { tokensOfFile } from '../../../analysis/http/tokens';
import type { Store } from '../../../analysis/store/store';
import { answering, now, post, request, service } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

describe('a malformed request', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await service();
  });

  test('is told every problem at once', async () => {
    const response = await post(app, {
      rollout: 'My App',
      namespace: 'production',
      canaryHash: 7,
      phase: 'maybe',
      objectives: 'all',
      promql: 'up',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ problems: string[] }>().problems.sort()).toEqual(
      [
        "must have required property 'stableHash'",
        'must not have "promql"',
        'rollout: must match pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", got "My App"',
        'canaryHash: must be string, got 7',
        'phase: must be one of step, background, post, got "maybe"',
      ].sort(),
    );
  });

  test.each([
    ['no JSON', '{"rollout":', 400, 'malformed-request'],
    ['nothing', '', 400, 'malformed-request'],
    ['a prototype', '{"__proto__":{"x":1}}', 400, 'malformed-request'],
    ['a list', '[]', 400, 'malformed-request'],
    ['17 kB', JSON.stringify({ ...request, rollout: 'a'.repeat(17_000) }), 413, 'too-large'],
    ['a rollout nobody knows', JSON.stringify({ ...request, rollout: 'other' }), 422, 'unknown-rollout'],
    ['a namespace nobody knows', JSON.stringify({ ...request, namespace: 'other' }), 422, 'unknown-rollout'],
    ['a quote in a hash', JSON.stringify({ ...request, canaryHash: 'x"}[5m])) or vector(0) #' }), 400, 'malformed-request'],
  ])('with %s', async (_, body, status, code) => {
    const response = await post(app, body);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code]);
  });

  test('in another content type is 415', async () => {
    expect((await post(app, JSON.stringify(request), { 'content-type': 'text/plain' })).statusCode).toBe(415);
  });

  test('to another address is 404', async () => {
    const response = await app.inject({ url: '/v1/../etc/passwd' });
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  });
});

describe('who may ask', () => {
  let dir: string;
  let clock = now;
  let app: FastifyInstance;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'bluecanary-tokens-'));
    writeFileSync(join(dir, 'tokens'), 'first-token\nsecond-token\n');
    app = await service({ tokens: tokensOfFile(join(dir, 'tokens'), () => clock) });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const basic = (password: string) => `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}`;

  test.each([
    ['each of the tokens', 'Bearer first-token', 200],
    ['each of the tokens, whatever the case of the scheme', 'bearer second-token', 200],
    ['a token as the password of a browser', basic('first-token'), 200],
    ['another token', 'Bearer first-tokem', 401],
    ['a token with more behind it', 'Bearer first-token2', 401],
    ['two tokens as one', 'Bearer first-token\tsecond-token', 401],
    ['an empty token', 'Bearer ', 401],
    ['another scheme', 'Token first-token', 401],
    ['no token', undefined, 401],
  ])('%s', async (_, authorization, status) => {
    const response = await post(app, request, authorization === undefined ? {} : { authorization });
    expect(response.statusCode).toBe(status);
  });

  test('a refusal reveals nothing, not even whether an address exists', async () => {
    const bodies = await Promise.all(
      ['/v1/judgements', '/v1/judgements/x', '/nowhere', '/judgements', '/canaryConfig'].map(async (url) =>
        (await app.inject({ url })).json(),
      ),
    );
    for (const body of bodies) {
      expect(body).toEqual({ code: 'unauthorized', message: 'A valid token is needed.', problems: [], requestId: expect.any(String) });
    }
  });

  test('a refusal is in the log under the id that the caller was told, and without the token', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    const refusing = await service({ tokens: tokensOfFile(join(dir, 'tokens'), () => clock), log });
    const { requestId } = (await post(refusing, request, { authorization: 'Bearer outdated' })).json<{ requestId: string }>();
    await post(refusing, { ...request, phase: 'maybe' }, { authorization: 'Bearer first-token' });
    const refused = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request refused');
    expect(refused).toMatchObject([
      { level: 30, reqId: requestId, code: 'unauthorized', url: '/v1/judgements', problems: [] },
      { level: 30, code: 'malformed-request', problems: ['phase: must be one of step, background, post, got "maybe"'] },
    ]);
    expect(lines.join('')).not.toContain('outdated');
  });

  test('a changed file counts within five seconds', async () => {
    writeFileSync(join(dir, 'tokens'), 'third-token\n');
    clock += 5_000;
    expect((await post(app, request, { authorization: 'Bearer third-token' })).statusCode).toBe(200);
    expect((await post(app, request, { authorization: 'Bearer first-token' })).statusCode).toBe(401);
  });

  test('without tokens only this machine', async () => {
    const open = await service();
    const from = (remoteAddress: string) => open.inject({ url: endpoints.judgements, remoteAddress });
    expect((await from('127.0.0.1')).statusCode).toBe(200);
    expect((await from('::ffff:127.0.0.1')).statusCode).toBe(200);
    expect((await from('::1')).statusCode).toBe(200);
    expect((await from('10.0.0.7')).statusCode).toBe(401);
    expect((await from('::ffff:10.127.0.1')).statusCode).toBe(401);
  });

  test.each([endpoints.live, endpoints.ready, endpoints.metrics, endpoints.openapi])('%s needs none', async (url) => {
    expect((await app.inject({ url, remoteAddress: '10.0.0.7' })).statusCode).toBe(200);
  });
});

describe('what was judged', () => {
  test('is found again by its id, in a list, and only once when a look comes twice', async () => {
    const app = await service();
    const { id } = (await post(app, request)).json<{ id: string }>();
    await post(app, request);
    await post(app, { ...request, weight: '25' });
    const record = (await app.inject({ url: `/v1/judgements/${id}` })).json();
    expect(record).toMatchObject({ judgement: { id }, request, at: new Date(now).toISOString(), windows: { seconds: 60 } });
    const list = async (query: string) =>
      (await app.inject({ url: `/v1/judgements?${query}` })).json<{ judgements: { request: { weight: string } }[] }>();
    expect((await list('rollout=myapp')).judgements.map(({ request: { weight } }) => weight)).toEqual(['25', '10']);
    expect((await list('rollout=myapp&limit=1')).judgements).toHaveLength(1);
    expect((await list('rollout=other')).judgements).toEqual([]);
    expect((await app.inject({ url: '/v1/judgements?limit=0' })).statusCode).toBe(400);
  });

  test('an unknown id is 404', async () => {
    const app = await service();
    expect((await app.inject({ url: '/v1/judgements/nobody' })).json()).toMatchObject({ code: 'unknown-judgement' });
    expect((await app.inject({ url: '/judgements/nobody' })).statusCode).toBe(404);
  });

  test('a store that is down changes no verdict; it is counted, and reading says so', async () => {
    const down = () => Promise.reject(new Error('connection refused'));
    const store: Store = { put: down, get: down, list: down, close: async () => undefined };
    const [app, healthy] = [await service({ store }), await service()];
    expect((await post(app, request)).json()).toEqual((await post(healthy, request)).json());
    const read = await app.inject({ url: '/v1/judgements' });
    expect([read.statusCode, read.json<{ code: string }>().code]).toEqual([503, 'store-unreachable']);
    const { body } = await app.inject({ url: endpoints.metrics });
    expect(body).toContain('canary_store_errors_total{operation="put"} 1');
    expect(body).toContain('canary_store_errors_total{operation="list"} 1');
  });

  test('a store that does not answer holds no judgement up', async () => {
    const never = () => new Promise<never>(() => undefined);
    const app = await service({ store: { put: never, get: never, list: never, close: async () => undefined } });
    const answer = post(app, request).then(({ statusCode }) => statusCode);
    expect(await Promise.race([answer, pause(5_000, 'no answer', { ref: false })])).toBe(200);
    expect((await app.inject({ url: endpoints.metrics })).body).toContain('canary_store_errors_total{operation="put"} 1');
  });
});

describe('operations', () => {
  test('ready does not ask Prometheus, and ends when the process drains', async () => {
    let draining = false;
    const app = await service({ provider: { release: () => Promise.reject(new Error('down')) }, isDraining: () => draining });
    expect((await app.inject({ url: endpoints.ready })).json()).toEqual({ status: 'ready' });
    draining = true;
    expect((await app.inject({ url: endpoints.ready })).statusCode).toBe(503);
    expect((await app.inject({ url: endpoints.live })).statusCode).toBe(200);
  });

  test('a look that outlasts the draining does not keep the process: its connection ends with its answer', async () => {
    let draining = false;
    const asked = new EventEmitter();
    const app = await service({
      isDraining: () => draining,
      provider: {
        async release(...question) {
          asked.emit('asked');
          await once(asked, 'answer');
          return answering({}).release(...question);
        },
      },
    });
    const agent = new Agent({ keepAlive: true });
    const sent = httpRequest(`${await app.listen({ host: '127.0.0.1', port: 0 })}/v1/judgements`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    }).end(JSON.stringify(request));
    await once(asked, 'asked');
    draining = true;
    const closed = app.close();
    while (app.server.listening) await pause(10);
    asked.emit('answer');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await expect(Promise.race([closed.then(() => 'closed'), pause(5_000, 'still open', { ref: false })])).resolves.toBe('closed');
    agent.destroy();
  });

  test('every series exists before the first event', async () => {
    const { body } = await (await service()).inject({ url: endpoints.metrics });
    for (const verdict of ['Pass', 'Fail', 'Inconclusive']) {
      expect(body).toContain(`canary_analysis_verdict_total{app="myapp",verdict="${verdict}"} 0`);
      expect(body).toContain(`canary_analysis_metric_verdict{metric="p99",verdict="${verdict}"} 0`);
    }
    expect(body).toContain('canary_query_errors_total{reason="provider-timeout"} 0');
    expect(body).toContain('canary_query_duration_seconds_count{outcome="error"} 0');
  });

  test('a judgement is counted, with the score of its version', async () => {
    const app = await service();
    const { verdict } = (await post(app, request)).json<{ verdict: string }>();
    const { body } = await app.inject({ url: endpoints.metrics });
    expect(body).toContain(`canary_analysis_verdict_total{app="myapp",verdict="${verdict}"} 1`);
    expect(body).toMatch(/canary_analysis_score\{app="myapp",version="bbb"\} \d/);
  });

  test('a flood of one address is 429, probes excepted', async () => {
    const app = await service({ requestsPerMinute: 3 });
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await post(app, request)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await post(app, request)).json()).toMatchObject({ code: 'too-many-requests' });
    expect((await app.inject({ url: endpoints.live })).statusCode).toBe(200);
  });

  test('connections are kept for longer than the client of Argo keeps them', async () => {
    const { server } = await service();
    expect(server.keepAliveTimeout).toBeGreaterThan(90_000);
    expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
  });

  test('answers carry the headers that a browser needs to be careful', async () => {
    const { headers } = await (await service()).inject({ url: '/judgements' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'sha256-/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});

describe('the description of the API', () => {
  test('names every endpoint, and every reference in it leads somewhere', async () => {
    const app = await service();
    const document = (await app.inject({ url: endpoints.openapi })).json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/judgements',
        '/v1/judgements/{id}',
        '/judgements/{id}',
        '/healthz',
        '/readyz',
        '/metrics',
        '/canary/{id}',
      ]),
    );
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document); // walks plain JSON
      expect([reference, found === undefined]).toEqual([reference, false]);
    }
  });
});
