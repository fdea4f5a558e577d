import fc from 'fast-check';
import { catalogueOf } from '../../../analysis/catalogue';
import type { Judgement } from '../../../analysis/contract/judgement.generated';
import judgementSchema from '../../../analysis/contract/judgement.schema.json';
import { checker } from '../../../analysis/contract/problems';
import type { SideWindows } from '../../../analysis/contract/windows.generated';
import { type Provider, ProviderFailure, type ProviderReason } from '../../../analysis/providers/provider';
import { answering, counted, lastWindowEnd, now, post, request, rolloutWith, service } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const problems = checker(judgementSchema);

async function judged(
  provider: Provider,
  body: Partial<Record<keyof typeof request, string>> = {},
  rollout = rolloutWith({}),
): Promise<Judgement> {
  const app = await service({ provider, catalogue: catalogueOf({ version: 1, rollouts: [rollout] }) });
  const response = await post(app, { ...request, ...body });
  expect(response.statusCode).toBe(200);
  expect(response.body.length).toBeLessThan(1_024);
  const judgement = response.json<Judgement>();
  expect(problems(judgement)).toEqual([]);
  return judgement;
}

test('a canary whose counts are all NaN is told from one without data', async () => {
  expect(await judged(answering({ ...counted({ windows: 0 }), notFinite: 12 }))).toMatchObject({
    verdict: 'Inconclusive',
    reason: 'not-finite',
    message: 'No request of the canary was counted: 12 values were NaN or infinite.',
  });
});

describe('a verdict', () => {
  test('a canary like the stable side passes, once there is enough evidence', async () => {
    const judgement = await judged(answering(counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } })));
    expect(judgement).toMatchObject({ verdict: 'Pass', reason: 'healthy', judge: 'split', rollout: 'myapp' });
    expect(judgement.window).toEqual({ from: lastWindowEnd - 1_800, to: lastWindowEnd, seconds: 60, count: 30 });
    expect(judgement.metrics.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['error-rate', 'Pass'],
      ['p99', 'Pass'],
    ]);
  });

  test('20 % errors fail', async () => {
    const judgement = await judged(answering(counted({ canary: { errors: 120 } })));
    expect(judgement.verdict).toBe('Fail');
    expect(judgement.metrics[0]).toMatchObject({ name: 'error-rate', verdict: 'Fail', canary: { n: 6_000, bad: 1_200, value: 0.2 } });
  });

  test('a canary that is much slower fails', async () => {
    const judgement = await judged(answering(counted({ canary: { slow: 200 } })));
    expect(judgement.verdict).toBe('Fail');
    expect(judgement.metrics[1]).toMatchObject({ name: 'p99', verdict: 'Fail' });
  });

  test.each([
    ['nothing', { windows: 0 }, 'no-canary-data'],
    ['three requests', { windows: 1, canary: { requests: 3, errors: 0, slow: 0 } }, 'too-little-evidence'],
    ['only errors, but two of them', { windows: 1, canary: { requests: 2, errors: 2, slow: 0 } }, 'too-little-evidence'],
  ])('%s is never a pass', async (_, data, reason) => {
    expect(await judged(answering(counted(data)))).toMatchObject({ verdict: 'Inconclusive', reason });
  });
});

test.each([
  ['a failure', { windows: 50, canary: { requests: 123_456_789, errors: 12_345_678, slow: 1_234_567 } }],
  ['too little evidence', { windows: 50, canary: { requests: 7, errors: 1, slow: 1 }, stable: { requests: 123_456_789 } }],
])('%s is answered in less than 1 kB, however long the names and the numbers are', async (_, data) => {
  const [name, namespace] = ['r'.repeat(63), 'n'.repeat(63)];
  const judgement = await judged(answering(counted(data)), { rollout: name, namespace }, rolloutWith({ name, namespace }));
  expect(judgement.metrics).toHaveLength(2);
  expect(Buffer.byteLength(JSON.stringify(judgement))).toBeLessThan(1_000);
});

test.each([['"'], ['\\'], ['\u0001'], ['警'], ['😀'], ['\ud83d']])('so is a warning of Prometheus made of %j', async (character) => {
  const [name, namespace] = ['r'.repeat(63), 'n'.repeat(63)];
  const data = counted({ windows: 50, canary: { requests: 123_456_789, errors: 12_345_678, slow: 1_234_567 } });
  const provider = answering({ ...data, warnings: [character.repeat(120)] });
  const judgement = await judged(provider, { rollout: name, namespace }, rolloutWith({ name, namespace }));
  expect(judgement.message).toMatch(/^Prometheus answered with warnings: /);
  expect(Buffer.byteLength(JSON.stringify(judgement))).toBeLessThan(1_000);
});

test('whatever objectives a catalogue may hold, a look is answered by a verdict', async () => {
  const data = counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } });
  const metric = fc.constantFrom('error-rate' as const, 'p99' as const);
  const times = fc.double({ min: 1, max: 100, noNaN: true });
  const value = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
  const limit = fc.oneof(
    times.map((times) => ({ kind: 'times-stable', times }) as const),
    value.map((value) => ({ kind: 'at-most', value }) as const),
  );
  const objectives = fc.array(fc.record({ metric, limit }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(objectives, async ([first, ...rest]) => {
      if (first === undefined) return;
      await judged(answering(data), {}, rolloutWith({ objectives: [first, ...rest] }));
    }),
    { numRuns: 60 },
  );
});

test.each([2, 3, 100])(
  'errors that may be %d times those of the stable side pass where they are the same, and fail well beyond',
  async (times) => {
    const rollout = rolloutWith({ objectives: [{ metric: 'error-rate', limit: { kind: 'times-stable', times } }] });
    const errors = (canary: number) =>
      counted({ windows: 30, canary: { requests: 54_000, errors: canary }, stable: { requests: 54_000, errors: 54 } });
    expect(await judged(answering(errors(54)), {}, rollout)).toMatchObject({ verdict: 'Pass', reason: 'healthy' });
    expect(await judged(answering(errors(Math.min(54 * times * 3, 50_000))), {}, rollout)).toMatchObject({ verdict: 'Fail' });
  },
);

describe('no data is never a pass', () => {
  const healthy = counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } });
  const silent = (side: 'canary' | 'stable', value: number | null) => {
    const { windows } = healthy;
    const { stable } = windows;
    if (stable === null) throw new Error('there is a stable side');
    const cut = (requests: readonly (number | null)[]) => requests.map((n, i) => (i < requests.length - 2 ? n : value));
    return side === 'canary'
      ? { windows: { ...windows, canary: { ...windows.canary, requests: cut(windows.canary.requests) } } }
      : { windows: { ...windows, stable: { ...stable, requests: cut(stable.requests) } } };
  };

  test.each([
    ['the newest sample is two windows old', { ...healthy, age: 120 }, 'stale-data'],
    ['the newest sample is gone', { ...healthy, age: null }, 'stale-data'],
    ['the canary has been idle for two windows', silent('canary', 0), 'no-canary-data'],
    ['the canary has not been counted for two windows', silent('canary', null), 'no-canary-data'],
    ['the stable side has been idle for two windows', silent('stable', 0), 'no-stable-data'],
    ['Prometheus warned that data are missing', { ...healthy, warnings: ['a store is missing'] }, 'provider-partial'],
  ])('when %s', async (_, data, reason) => {
    expect(await judged(answering(data))).toMatchObject({ verdict: 'Inconclusive', reason });
  });

  test('when both sides count latency, and not one bucket is the same, it says so', async () => {
    const side = ({ requests, errors }: SideWindows) => ({ requests, errors, buckets: requests.map((n) => [n ?? 0]) });
    const { canary, stable, ...rest } = healthy.windows;
    const provider = answering({ windows: { ...rest, le: [], canary: side(canary), stable: stable && side(stable) } });
    const message = 'The canary and the stable side have no latency bucket in common: p99 cannot be judged.';
    expect(await judged(provider)).toMatchObject({ verdict: 'Inconclusive', reason: 'no-canary-data', message });
  });

  test('a failure stands when the canary stops answering', async () => {
    const bad = counted({ canary: { errors: 120 } });
    expect(await judged(answering({ ...bad, age: 120 }))).toMatchObject({ verdict: 'Fail' });
  });
});

describe('without a stable side', () => {
  const both = rolloutWith({});
  const relative = rolloutWith({ objectives: [{ metric: 'p99', limit: { kind: 'times-stable', times: 1.5 } }] });
  const healthy = counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } });

  test('absolute objectives alone are judged, and the stable side is not even read', async () => {
    const provider = answering(healthy);
    const asked: (string | null)[] = [];
    const spy: Provider = {
      release: (question, signal) => {
        asked.push(question.stableHash);
        return provider.release(question, signal);
      },
    };
    const judgement = await judged(spy, { objectives: 'absolute' });
    expect(judgement).toMatchObject({ verdict: 'Pass', reason: 'healthy' });
    expect(judgement.metrics.map(({ name }) => name)).toEqual(['error-rate']);
    expect(asked).toEqual([null]);
  });

  test('a first deployment is judged by its limits, and says so', async () => {
    expect(await judged(answering(healthy), { stableHash: 'bbb' }, both)).toMatchObject({ verdict: 'Pass', reason: 'no-baseline' });
  });

  test('a first deployment over a limit fails', async () => {
    const bad = counted({ canary: { errors: 120 } });
    expect(await judged(answering(bad), { stableHash: 'bbb' }, both)).toMatchObject({ verdict: 'Fail', reason: 'over-limit' });
  });

  test('a first deployment with relative objectives only cannot be judged', async () => {
    expect(await judged(answering(healthy), { stableHash: 'bbb' }, relative)).toMatchObject({
      verdict: 'Inconclusive',
      reason: 'no-baseline',
    });
  });
});

describe('Prometheus in trouble is a 200 that says so', () => {
  const reasons: readonly ProviderReason[] = [
    'provider-unreachable',
    'provider-timeout',
    'provider-overloaded',
    'provider-rejected',
    'provider-malformed',
    'provider-partial',
  ];
  test.each(reasons)('%s', async (reason) => {
    const failing: Provider = { release: () => Promise.reject(new ProviderFailure(reason, 'said something strange')) };
    expect(await judged(failing)).toMatchObject({
      verdict: 'Inconclusive',
      reason,
      message: 'Prometheus said something strange.',
      metrics: [],
    });
  });

  test('a provider that never answers is given up at the deadline', async () => {
    const app = await service({ provider: { release: () => new Promise(() => undefined) }, deadlineMs: 50 });
    expect((await post(app, request)).json()).toMatchObject({ verdict: 'Inconclusive', reason: 'provider-timeout' });
  });

  test('a fault of our own is a 500 without details, and never a verdict', async () => {
    const app = await service({ provider: { release: () => Promise.reject(new TypeError('secret detail')) } });
    const response = await post(app, request);
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ code: 'internal', message: expect.any(String), problems: [], requestId: expect.any(String) });
    expect(response.body).not.toContain('secret');
  });
});

describe('the same data give the same answer', () => {
  const data = counted({ canary: { errors: 3 } });

  test('on two replicas, down to the id', async () => {
    const [one, two] = [await judged(answering(data)), await judged(answering(data))];
    expect(one).toEqual(two);
  });

  test('anywhere in the same window, and not in the next', async () => {
    const at = async (ms: number) => {
      const app = await service({ provider: answering(data), clock: () => now + ms });
      return (await post(app, request)).json<Judgement>();
    };
    expect((await at(50_000)).id).toBe((await at(0)).id);
    expect((await at(60_000)).id).not.toBe((await at(0)).id);
  });

  test('another request has another id', async () => {
    expect((await judged(answering(data), { weight: '25' })).id).not.toBe((await judged(answering(data))).id);
  });
});
