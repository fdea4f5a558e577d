import type { FastifyInstance } from 'fastify';
import type { AppDependencies } from '../../../analysis/app';
import { ProviderFailure } from '../../../analysis/providers/provider';
import { answering, counted, now, service } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const scope = (hash: string) => ({
  scope: hash,
  location: 'production',
  step: 60,
  start: '2023-11-14T21:00:00Z',
  end: new Date(now).toISOString(),
});
const execution = {
  scopes: { default: { controlScope: scope('aaa'), experimentScope: scope('bbb') } },
  thresholds: { pass: 90, marginal: 50 },
};
const healthy = counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } });

/** What Argo Rollouts does: find the config by its name, begin, ask for the score. */
async function score(app: FastifyInstance): Promise<number> {
  const configs = (await app.inject({ url: '/canaryConfig?application=myapp&configurationAccountName=s' })).json<
    { id: string; name: string }[]
  >();
  const id = configs.find(({ name }) => name === 'production.myapp')?.id;
  const { canaryExecutionId } = (await begin(app, execution, id)).json<{ canaryExecutionId: string }>();
  const answer = (await app.inject({ url: `/canary/${canaryExecutionId}` })).json<{
    complete: boolean;
    result: { judgeResult: { score: { score: number } } };
  }>();
  expect(answer.complete).toBe(true);
  return answer.result.judgeResult.score.score;
}

function begin(app: FastifyInstance, payload: object, id = 'production.myapp') {
  return app.inject({
    method: 'POST',
    url: `/canary/${id}?application=myapp&metricsAccountName=m&configurationAccountName=c&storageAccountName=s`,
    payload,
  });
}

describe("Argo's kayenta provider", () => {
  test.each<[string, Partial<AppDependencies>, number]>([
    ['a healthy canary is at least pass', { provider: answering(healthy) }, 100],
    ['20 % errors are below marginal', { provider: answering(counted({ canary: { errors: 120 } })) }, 0],
    ['no data are marginal: Argo pauses', { provider: answering(counted({ windows: 0 })) }, 50],
    [
      'Prometheus in trouble is marginal: Argo pauses',
      { provider: { release: () => Promise.reject(new ProviderFailure('provider-timeout', 'did not answer')) } },
      50,
    ],
  ])('%s', async (_, dependencies, expected) => {
    expect(await score(await service(dependencies))).toBe(expected);
  });

  test('any replica can answer for an execution, and nobody can make one up', async () => {
    const tokens = { accepts: async () => true, first: async () => 'shared' };
    const headers = { authorization: 'Bearer shared' };
    const [one, two] = [await service({ tokens, provider: answering(healthy) }), await service({ tokens, provider: answering(healthy) })];
    const begun = await one.inject({ method: 'POST', url: '/canary/production.myapp', headers, payload: execution });
    const { canaryExecutionId: id } = begun.json<{ canaryExecutionId: string }>();
    expect(id).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
    const [first, second] = await Promise.all([one, two].map(async (app) => (await app.inject({ url: `/canary/${id}`, headers })).json()));
    expect(first).toEqual(second);
    const forged = `${Buffer.from(JSON.stringify({ request: {}, at: 0, thresholds: {} })).toString('base64url')}.${id.split('.')[1]}`;
    expect((await two.inject({ url: `/canary/${forged}`, headers })).statusCode).toBe(404);
  });

  test.each([
    ['an unknown config', 422, execution, 'production.other'],
    ['a config with more behind it', 422, execution, 'production.myapp.x'],
    [
      'a scope that is no hash',
      400,
      { ...execution, scopes: { default: { controlScope: scope('a"b'), experimentScope: scope('bbb') } } },
      undefined,
    ],
    ['no room for Inconclusive between the thresholds', 400, { ...execution, thresholds: { pass: 90, marginal: 90 } }, undefined],
    ['two scopes', 400, { ...execution, scopes: { ...execution.scopes, other: execution.scopes.default } }, undefined],
    ['no scope', 400, { ...execution, scopes: {} }, undefined],
  ])('%s is refused', async (_, status, payload, id) => {
    expect((await begin(await service(), payload, id)).statusCode).toBe(status);
  });
});
