import { catalogueOf } from '../../../analysis/catalogue';
import { finished, type Work } from '../../../analysis/judge/work';
import type { Opinion } from '../../../analysis/judging/opinion';
import { patiently } from '../../../analysis/judging/patiently';
import { splitJudge } from '../../../analysis/judging/split';
import { counted, post, request, rolloutWith, service } from './service';

/** Goes on until `isOver`, or fails after five seconds. */
function* until(isOver: () => boolean): Work<void> {
  const end = performance.now() + 5_000;
  while (!isOver()) {
    if (performance.now() > end) throw new Error('nobody else had a turn');
    yield;
  }
}

test('while a long release is judged, probes and other looks are answered', async () => {
  const answered: string[] = [];
  const catalogue = catalogueOf({ version: 1, rollouts: [rolloutWith({}), rolloutWith({ name: 'long' })] });
  const app = await service({
    catalogue,
    judge: {
      name: 'split',
      *judge(release): Work<Opinion> {
        if (release.rollout.name === 'long') yield* until(() => answered.length === 2);
        return yield* splitJudge.judge(release);
      },
    },
  });
  const looked = post(app, { ...request, rollout: 'long' }).then(() => answered.push('the long look'));
  const others = [app.inject('/readyz').then(() => answered.push('readyz')), post(app, request).then(() => answered.push('another look'))];
  await Promise.all([looked, ...others]);
  expect(answered.at(-1)).toBe('the long look');
});

test('of two long calculations the second waits for the first, even for one that fails, and a short one for neither', async () => {
  const ended: string[] = [];
  function* busy(name: string, ms: number): Work<void> {
    const end = performance.now() + ms;
    yield* until(() => performance.now() >= end);
    if (name === 'failing') throw new Error(name);
  }
  const end = (name: string) => () => void ended.push(name);
  const failing = patiently(busy('failing', 400));
  const long = patiently(busy('long', 300)).then(end('long'));
  const short = patiently(busy('short', 0)).then(end('short'));
  await expect(failing.catch((error: Error) => error).finally(end('failing'))).resolves.toThrow('failing');
  await Promise.all([long, short]);
  expect(ended).toEqual(['short', 'failing', 'long']);
});

test('in slices or at once, the opinion is the same', async () => {
  const rollout = rolloutWith({});
  const { windows } = counted({ windows: 600 });
  const release = { rollout, objectives: rollout.objectives, windows };
  expect(await patiently(splitJudge.judge(release))).toEqual(finished(splitJudge.judge(release)));
});
