import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from './prometheus';
import { traffic } from './traffic';

const start = 1_700_000_100;

describeWithPrometheus('a real Prometheus on generated data', () => {
  let prometheus: RunningPrometheus;
  beforeAll(async () => {
    const up = { name: 'up', labels: { job: 'a "quoted" job' }, samples: [[start, 1] as const, [start + 15, Number.NaN] as const] };
    const pods = [{ hash: 'aaa', from: start, to: start + 600, rps: 10, errors: 0.05, restarts: [start + 300] }];
    prometheus = await startPrometheus([up, ...traffic({ app: 'shop', namespace: 'production', pods })]);
  }, 30_000);
  afterAll(() => prometheus.stop());

  test('answers what was stored, at the time it was stored for', async () => {
    expect(await value('up{job="a \\"quoted\\" job"}', start)).toBe('1');
    expect(await value('up', start + 15)).toBe('NaN');
  });

  test('counts about the requests and errors that the pods were given', async () => {
    expect(Number(await value('sum(increase(http_requests_total{app="shop"}[60s]))', start + 240))).toBeCloseTo(600, -2);
    expect(Number(await value('sum(increase(http_requests_total{status="500"}[240s]))', start + 240))).toBeCloseTo(120, -2);
  });

  test('a restart of a pod sets its counters back to 0', async () => {
    const before = Number(await value('sum(http_requests_total{app="shop"})', start + 285));
    const after = Number(await value('sum(http_requests_total{app="shop"})', start + 300));
    expect(before).toBeGreaterThan(2_000);
    expect(after).toBeLessThan(300);
  });

  async function value(query: string, time: number): Promise<string> {
    const body = new URLSearchParams({ query, time: String(time) });
    const response = await fetch(`${prometheus.url}/api/v1/query`, { method: 'POST', body });
    const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } }; // Prometheus' own answer
    const [only, ...more] = data.result;
    if (only === undefined || more.length > 0) throw new Error(`${query}: one row is expected, got ${data.result.length}`);
    return only.value[1];
  }
});
