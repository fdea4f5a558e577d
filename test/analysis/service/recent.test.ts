import { catalogueOf } from '../../../analysis/catalogue';
import { createJudging } from '../../../analysis/judging/judging';
import { rememberingLooks } from '../../../analysis/judging/recent';
import { splitJudge } from '../../../analysis/judging/split';
import { ProviderFailure, type ReleaseData } from '../../../analysis/providers/provider';
import { answering, counted, now, request, rolloutWith } from './service';

/** Judging on `data`, and how often the backend was asked. */
function judgingOn(data: Partial<ReleaseData> | Error, entries?: number) {
  let asked = 0;
  const catalogue = catalogueOf({ version: 1, rollouts: [rolloutWith({})] });
  const provider = {
    release: (...args: Parameters<ReturnType<typeof answering>['release']>) => {
      asked += 1;
      return data instanceof Error ? Promise.reject(data) : answering(data).release(...args);
    },
  };
  const judging = rememberingLooks(createJudging({ catalogue, provider, judge: splitJudge, deadlineMs: 1_000 }), catalogue, entries);
  return { judging, asked: () => asked };
}

test('looks at the same window are one look, also while it is under way', async () => {
  const { judging, asked } = judgingOn(counted());
  const [one, two] = await Promise.all([judging.look(request, now), judging.look(request, now + 1_000)]);
  expect(await judging.look(request, now + 30_000)).toBe(one);
  expect(two).toBe(one);
  expect(asked()).toBe(1);
});

test('the next window, another release and another stage are asked for', async () => {
  const { judging, asked } = judgingOn(counted());
  await judging.look(request, now);
  await judging.look(request, now + 60_000);
  await judging.look({ ...request, canaryHash: 'ccc' }, now);
  await judging.look({ ...request, weight: '25' }, now);
  await judging.look({ ...request, objectives: 'absolute' }, now);
  expect(asked()).toBe(5);
});

test.each([
  ['no data', counted({ windows: 0 })],
  ['old data', { ...counted(), age: 120 }],
  ['incomplete data', { ...counted(), warnings: ['a store is missing'] }],
  ['a backend in trouble', new ProviderFailure('provider-timeout', 'did not answer')],
])('%s are not remembered: the next look asks again', async (_, data) => {
  const { judging, asked } = judgingOn(data);
  await judging.look(request, now);
  await judging.look(request, now);
  expect(asked()).toBe(2);
});

test('a fault is not remembered either', async () => {
  const { judging, asked } = judgingOn(new TypeError('ours'));
  await expect(judging.look(request, now)).rejects.toThrow('ours');
  await expect(judging.look(request, now)).rejects.toThrow('ours');
  expect(asked()).toBe(2);
});

test('the oldest looks leave first', async () => {
  const { judging, asked } = judgingOn(counted(), 2);
  const look = (canaryHash: string) => judging.look({ ...request, canaryHash }, now);
  for (const hash of ['a', 'b', 'c']) await look(hash);
  await look('c');
  expect(asked()).toBe(3);
  await look('a');
  expect(asked()).toBe(4);
});

test('a look that can no longer be the answer is not kept: it holds all that was counted in its release', async () => {
  const { judging, asked } = judgingOn(counted());
  await judging.look(request, now);
  await judging.look({ ...request, canaryHash: 'ccc' }, now + 60_000);
  await judging.look(request, now);
  expect(asked()).toBe(3);
});
