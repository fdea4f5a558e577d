import type { JudgedRollout } from '../../../analysis/contract/catalogue.generated';
import { exampleCatalogue } from '../../../analysis/contract/queries';
import { createPrometheusClient, type PrometheusClient } from '../../../analysis/providers/prometheus/client';
import { createPrometheusProvider } from '../../../analysis/providers/prometheus/provider';
import type { ReleaseData } from '../../../analysis/providers/provider';
import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from '../../support/prometheus';
import { type Pod, traffic } from '../../support/traffic';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const minute = 60;
/** A multiple of the window. */
const start = 1_700_000_100 - (1_700_000_100 % minute);
const [example] = exampleCatalogue.rollouts;

/** The stable side of every app runs from the start; its canary is what the test is about. */
const apps: Readonly<Record<string, readonly Partial<Pod>[]>> = {
  healthy: [{}],
  bad: [{ errors: 0.2 }],
  empty: [],
  idle: [{ rps: 0 }],
  newborn: [{ errors: 0.2, initialised: false }],
  restarted: [{ errors: 0.2, restarts: [start + 12 * minute + 20] }],
  rebucketed: [],
};

/** Both sides of an app that nobody scraped for twelve minutes. */
const unscraped = [
  { hash: 'aaa', from: start, to: start + 5 * minute, rps: 20 },
  { hash: 'bbb', from: start + 2 * minute, to: start + 5 * minute, rps: 5 },
  { hash: 'aaa', from: start + 17 * minute, to: start + 20 * minute, rps: 20 },
  { hash: 'bbb', from: start + 17 * minute, to: start + 20 * minute, rps: 5 },
];

describeWithPrometheus('a release counted in a real Prometheus', () => {
  let prometheus: RunningPrometheus;
  let client: PrometheusClient;
  beforeAll(async () => {
    const stable = { hash: 'aaa', from: start, to: start + 20 * minute, rps: 20 };
    const canary = { hash: 'bbb', from: start + 10 * minute, to: start + 20 * minute, rps: 5 };
    prometheus = await startPrometheus([
      ...Object.entries(apps).flatMap(([app, pods]) =>
        traffic({ app, namespace: 'production', pods: [stable, ...pods.map((pod) => ({ ...canary, ...pod }))] }),
      ),
      ...traffic({ app: 'unscraped', namespace: 'production', pods: unscraped }),
      ...traffic({ app: 'rebucketed', namespace: 'production', pods: [canary], bounds: [0.1, 0.2, 0.5] }),
      { name: 'http_requests_total', labels: side('broken', 'bbb'), samples: [[start, 1] as const, [start + 60, Number.NaN] as const] },
    ]);
    client = createPrometheusClient({ url: prometheus.url });
  }, 30_000);
  afterAll(async () => {
    await client.close();
    await prometheus.stop();
  });

  test('begins with the first window in which the canary had requests, on the absolute grid', async () => {
    const { windows, age, queries } = await ask('healthy', 20);
    expect(windows.from).toBe(start + 10 * minute);
    expect(windows.canary.requests).toHaveLength(10);
    expect(windows.stable?.requests).toHaveLength(10);
    expect(windows.le).toEqual([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]);
    expect(age).toBe(0);
    expect(queries.map(({ side: of, name }) => `${of} ${name}`).sort()).toEqual(
      ['canary buckets', 'canary errors', 'canary requests', 'canary up', 'stable buckets', 'stable errors', 'stable requests'].sort(),
    );
  });

  test('what is many series is asked for only since the release began, and not at all before', async () => {
    const asked = async (app: string) => (await ask(app, 20)).queries.map(({ side: of, name, start: at }) => [of, name, at]);
    const [horizon, begun] = [start - 39 * minute, start + 11 * minute];
    expect(await asked('empty')).toEqual([
      ['canary', 'requests', horizon],
      ['stable', 'requests', horizon],
      ['canary', 'up', start + 20 * minute],
    ]);
    expect(await asked('healthy')).toEqual([
      ['canary', 'requests', horizon],
      ['stable', 'requests', horizon],
      ['canary', 'errors', begun],
      ['canary', 'buckets', begun],
      ['stable', 'errors', begun],
      ['stable', 'buckets', begun],
      ['canary', 'up', start + 20 * minute],
    ]);
  });

  test('goes on after a time in which the backend saw nobody', async () => {
    const { windows } = await ask('unscraped', 20);
    expect(windows.from).toBe(start + 2 * minute);
    expect(windows.canary.requests.slice(4, 14)).toEqual(Array(10).fill(null));
  });

  test('counts are whole, near the truth, and every request is in a bucket', async () => {
    const { windows } = await ask('bad', 20);
    for (const [i, n] of windows.canary.requests.entries()) {
      expect(n).toBeGreaterThan(220);
      expect(n).toBeLessThan(380);
      expect(Math.abs((windows.canary.buckets[i]?.at(-1) ?? 0) - (n ?? 0))).toBeLessThanOrEqual(1);
      expect((windows.canary.errors[i] ?? 0) / (n ?? 1)).toBeCloseTo(0.2, 0);
    }
  });

  test('no canary series is no windows, never zeros', async () => {
    const { windows, age } = await ask('empty', 20);
    expect(windows).toMatchObject({ from: null, canary: { requests: [], errors: [] } });
    expect(age).toBeNull();
  });

  test('a canary without traffic has no windows either, and its data are fresh', async () => {
    const { windows, age } = await ask('idle', 20);
    expect(windows.from).toBeNull();
    expect(age).toBe(0);
  });

  test('no error so far is 0 errors', async () => {
    const { windows } = await ask('healthy', 20);
    expect(new Set(windows.canary.errors)).toEqual(new Set([0]));
  });

  test('an error counter that is born with its first errors is still seen in the windows after', async () => {
    const { windows } = await ask('newborn', 20);
    expect(windows.canary.errors.at(-1)).toBeGreaterThan(20);
  });

  test('a counter that starts anew in the middle never counts below 0', async () => {
    const { windows } = await ask('restarted', 20);
    expect(windows.canary.requests).toHaveLength(10);
    for (const n of windows.canary.requests) expect(n).toBeGreaterThan(150);
  });

  test('the same windows are the same numbers, however long the release has been going on', async () => {
    const early = await ask('healthy', 15);
    const late = await ask('healthy', 20);
    expect(late.windows.canary.requests.slice(0, 5)).toEqual(early.windows.canary.requests);
  });

  test('unlike buckets are reduced to the bounds that both sides have', async () => {
    const { windows } = await ask('rebucketed', 20);
    expect(windows.le).toEqual([0.1, 0.5]);
    expect(windows.canary.buckets[0]).toHaveLength(3);
  });

  test('the age of the newest sample tells that a canary is gone', async () => {
    const { windows, age } = await ask('healthy', 23);
    expect(age).toBe(3 * minute);
    expect(windows.canary.requests.slice(-2)).toEqual([null, null]);
  });

  test('without a stable hash the stable side is not read', async () => {
    const { windows, queries } = await ask('healthy', 20, null);
    expect(windows.stable).toBeNull();
    expect(queries.every(({ side: of }) => of === 'canary')).toBe(true);
  });

  test('a query that answers several series is refused', async () => {
    const requests = 'sum by (pod) (increase(http_requests_total{app="<app>",rollouts_pod_template_hash=~"<hash>|bbb"}[<window>]))';
    await expect(ask('healthy', 20, 'aaa', { requests })).rejects.toMatchObject({
      reason: 'provider-malformed',
      message: expect.stringMatching(/2 series/),
    });
  });

  test('a query that Prometheus cannot parse is refused', async () => {
    await expect(ask('healthy', 20, 'aaa', { requests: 'sum(rate(x{h="<hash>"})' })).rejects.toMatchObject({ reason: 'provider-rejected' });
  });

  test('nothing but NaN is no window, and is counted', async () => {
    const requests = '0 / 0 * sum(http_requests_total{app="<app>",rollouts_pod_template_hash="<hash>"})';
    const { windows, notFinite } = await ask('healthy', 20, 'aaa', { requests });
    expect(windows.from).toBeNull();
    expect(notFinite).toBeGreaterThan(5);
  });

  test('NaN is counted as not finite, and is no number', async () => {
    const { windows, notFinite } = await ask('broken', 1, null, {
      requests: 'http_requests_total{app="<app>",rollouts_pod_template_hash="<hash>"}',
    });
    expect(notFinite).toBeGreaterThan(0);
    expect(windows.canary.requests.at(-1)).toBeNull();
  });

  function ask(
    app: string,
    minutes: number,
    stableHash: string | null = 'aaa',
    queries: Partial<JudgedRollout['queries']> = {},
  ): Promise<ReleaseData> {
    if (example === undefined) throw new Error('the example catalogue has a rollout');
    const rollout = { ...example, name: app, horizonSeconds: 3_600, queries: { ...example.queries, ...queries } };
    const question = { rollout, canaryHash: 'bbb', stableHash, until: start + minutes * minute };
    return createPrometheusProvider(client).release(question, AbortSignal.timeout(5_000));
  }
});

function side(app: string, hash: string): Record<string, string> {
  return { namespace: 'production', app, rollouts_pod_template_hash: hash };
}
