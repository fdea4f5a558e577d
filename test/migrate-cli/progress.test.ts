import { PassThrough } from 'node:stream';
import { jsonLog, type Progress } from '../../migrate';
import { progressOn } from '../../migrate/cli/progress';

const progress: Progress = {
  ...{
    migration: '20261101-users-full-name',
    activity: 'backfill',
    pass: 1,
    ranges: { done: 2, total: 8 },
    scanned: 300,
    passed: 500,
    total: 2000,
  },
  ...{ rate: 250.4, etaSeconds: 600, batch: 100, batchMs: 280, modified: 500, quarantined: 1, lagMs: 2500 },
  throttle: ['replication lag 2.5 s'],
};

function terminal(): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  // What a bar needs of a terminal: that it says so, and how wide it is.
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 160 }) as unknown as NodeJS.WriteStream;
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { stream, text: () => text };
}

test('a terminal shows a bar: how far, how fast, how long still, and why it waits', async () => {
  const { stream, text } = terminal();
  const view = progressOn(
    stream,
    jsonLog(() => undefined),
  );
  view.show(progress);
  view.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(text()).toMatch(/backfill pass 1 \[=+-+\] 25 % {2}250\/s {2}10 min left {2}waiting: replication lag 2.5 s; 1 in quarantine/);
});

test('a terminal shows which index is built, for how long, and how far it is', async () => {
  const { stream, text } = terminal();
  const view = progressOn(
    stream,
    jsonLog(() => undefined),
  );
  const note = 'idx for 90 s: scanning collection';
  view.show({ ...progress, activity: 'index', ranges: { done: 0, total: 1 }, total: 0, passed: 0, throttle: [], quarantined: 0 });
  view.show({ ...progress, activity: 'index', ranges: { done: 0, total: 1 }, throttle: [], quarantined: 0, note });
  view.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(text()).toMatch(/index \[=+-+\] 25 % {2}250\/s {2}10 min left {2}idx for 90 s: scanning collection/);
});

test('elsewhere it is one line of data every 5 seconds', () => {
  const lines: string[] = [];
  let now = 0;
  const view = progressOn(
    undefined,
    jsonLog((line) => lines.push(line)),
    () => now,
  );
  for (now = 0; now < 12_000; now += 1000) view.show(progress);
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'progress', rate: 250.4, ranges: { done: 2, total: 8 } });
});
