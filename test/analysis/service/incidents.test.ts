import type { FastifyInstance } from 'fastify';
import { catalogueOf } from '../../../analysis/catalogue';
import type { Judgement } from '../../../analysis/contract/judgement.generated';
import { createPrometheusClient, type PrometheusClient } from '../../../analysis/providers/prometheus/client';
import { createPrometheusProvider } from '../../../analysis/providers/prometheus/provider';
import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from '../../support/prometheus';
import { type Pod, traffic } from '../../support/traffic';
import { post, request, rolloutWith, service } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const minute = 60;
const start = 1_700_000_100 - (1_700_000_100 % minute);
const begin = start + 5 * minute;
const end = start + 30 * minute;

/** What happened to the canary, which got 20 requests a second beside the 30 of the stable side. */
const incidents: Readonly<Record<string, readonly Partial<Pod>[]>> = {
  healthy: [{}],
  erring: [{ errors: 0.2 }],
  slow: [{ median: 0.4 }],
  'a-little-worse': [{ errors: 0.02 }],
  empty: [],
  idle: [{ rps: 0 }],
  newborn: [{ errors: 0.2, initialised: false }],
  restarting: [{ restarts: [begin + 310, begin + 850, begin + 1_200] }],
  gone: [{ to: end - 4 * minute }],
  // The same version was stable a while ago, and healthy.
  returning: [
    { from: start - 29 * minute, to: start - 8 * minute, rps: 30 },
    { hash: 'aaa', from: start - 29 * minute, to: start, rps: 30, errors: 0.002 },
    { errors: 0.03 },
  ],
};

describeWithPrometheus('incidents, judged on the data of a real Prometheus', () => {
  let prometheus: RunningPrometheus;
  let client: PrometheusClient;
  const catalogue = catalogueOf({
    version: 1,
    rollouts: Object.keys(incidents).map((name) => rolloutWith({ name, horizonSeconds: 3_600 })),
  });
  beforeAll(async () => {
    const stable: Pod = { hash: 'aaa', from: start, to: end, rps: 30, errors: 0.002 };
    const canary: Pod = { hash: 'bbb', from: begin, to: end, rps: 20, errors: 0.002 };
    prometheus = await startPrometheus(
      Object.entries(incidents).flatMap(([app, pods], seed) =>
        traffic({ app, namespace: 'production', seed: seed + 1, pods: [stable, ...pods.map((pod) => ({ ...canary, ...pod }))] }),
      ),
    );
    client = createPrometheusClient({ url: prometheus.url });
  }, 60_000);
  afterAll(async () => {
    await client.close();
    await prometheus.stop();
  });

  function serviceAt(seconds: number): Promise<FastifyInstance> {
    return service({ catalogue, provider: createPrometheusProvider(client), clock: () => seconds * 1_000 });
  }
  async function judged(rollout: string, minutes = 25, app = serviceAt(begin + minutes * minute + 20)): Promise<Judgement> {
    const response = await post(await app, { ...request, rollout });
    expect(response.statusCode).toBe(200);
    return response.json<Judgement>();
  }

  test.each([
    ['healthy', 'Pass', 'healthy'],
    ['erring', 'Fail', 'worse-than-stable'],
    ['slow', 'Fail', 'worse-than-stable'],
    ['a-little-worse', 'Fail', 'worse-than-stable'],
    ['empty', 'Inconclusive', 'no-canary-data'],
    ['idle', 'Inconclusive', 'no-canary-data'],
    ['newborn', 'Fail', 'worse-than-stable'],
    ['restarting', 'Pass', 'healthy'],
    ['gone', 'Inconclusive', 'stale-data'],
  ])('%s is %s, because %s', async (rollout, verdict, reason) => {
    expect(await judged(rollout)).toMatchObject({ verdict, reason });
  });

  test('a healthy release never fails on the way, look after look', async () => {
    const verdicts = [];
    for (let minutes = 1; minutes <= 25; minutes += 1) verdicts.push((await judged('healthy', minutes)).verdict);
    expect(verdicts[0]).toBe('Inconclusive');
    expect(verdicts).not.toContain('Fail');
  });

  test('20 % errors fail within three minutes', async () => {
    expect((await judged('erring', 3)).verdict).toBe('Fail');
  });

  test('a version that comes back is judged by what it does now, not by what it was', async () => {
    const looks = [];
    for (let minutes = 1; minutes <= 5; minutes += 1) looks.push(await judged('returning', minutes));
    expect(looks.map(({ verdict }) => verdict)).not.toContain('Pass');
    expect(looks.at(-1)).toMatchObject({ verdict: 'Fail', reason: 'worse-than-stable', window: { count: 5 } });
    expect(looks.at(-1)?.window.from).toBe(begin);
  });

  test('a restart of the service in mid-release changes nothing: another process gives the same judgement', async () => {
    const [one, two] = [serviceAt(end + 20), serviceAt(end + 20)];
    for (let minutes = 1; minutes <= 10; minutes += 1) await judged('a-little-worse', minutes);
    expect(await judged('a-little-worse', 25, one)).toEqual(await judged('a-little-worse', 25, two));
  });

  test('a Prometheus that stops is an Inconclusive, and one that is back is asked again', async () => {
    const other = await startPrometheus([]);
    const passing = createPrometheusClient({ url: other.url });
    const app = service({ catalogue, provider: createPrometheusProvider(passing), clock: () => (end + 20) * 1_000 });
    expect(await judged('healthy', 25, app)).toMatchObject({ verdict: 'Inconclusive', reason: 'no-canary-data' });
    await other.stop();
    expect(await judged('healthy', 25, app)).toMatchObject({ verdict: 'Inconclusive', reason: 'provider-unreachable' });
    await passing.close();
  }, 30_000);
});
