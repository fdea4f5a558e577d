import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReplayOptions, replay } from '../../../analysis/cli/replay';
import type { JudgementRecord } from '../../../analysis/contract/record';
import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from '../../support/prometheus';
import { type Pod, traffic } from '../../support/traffic';
import { rolloutWith } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const minute = 60;
const start = 1_700_000_100 - (1_700_000_100 % minute);
const end = start + 20 * minute;

describeWithPrometheus('a release of the past, replayed', () => {
  let prometheus: RunningPrometheus;
  let dir: string;
  let catalogue: string;
  beforeAll(async () => {
    const stable: Pod = { hash: 'aaa', from: start, to: end, rps: 30, errors: 0.002 };
    const canary: Pod = { hash: 'bbb', from: start + 6 * minute, to: end, rps: 10, errors: 0.002 };
    const failed: Pod = { hash: 'old', from: start + 2 * minute, to: start + 4 * minute, rps: 10, errors: 0.5 };
    prometheus = await startPrometheus([
      ...traffic({ app: 'bad', namespace: 'production', pods: [stable, failed, { ...canary, errors: 0.2 }] }),
      ...traffic({ app: 'good', namespace: 'production', pods: [stable, canary] }),
      ...traffic({ app: 'quiet', namespace: 'production', pods: [stable] }),
    ]);
    dir = mkdtempSync(join(tmpdir(), 'bluecanary-replay-'));
    catalogue = join(dir, 'catalogue.json');
    writeFileSync(catalogue, JSON.stringify({ version: 1, rollouts: ['bad', 'good', 'quiet'].map((name) => rolloutWith({ name })) }));
  }, 30_000);
  afterAll(async () => {
    rmSync(dir, { recursive: true });
    await prometheus.stop();
  });

  async function replayed(options: Partial<ReplayOptions>): Promise<{ readonly code: number; readonly text: string }> {
    let text = '';
    const code = await replay({
      prometheus: prometheus.url,
      from: new Date(start * 1_000).toISOString(),
      to: String(end),
      rollout: 'bad',
      catalogue,
      write: (part) => {
        text += part;
      },
      ...options,
    });
    return { code, text };
  }

  test('finds the newest release by itself, and says at which look it would have been aborted', async () => {
    const { code, text } = await replayed({});
    expect(code).toBe(1);
    expect(text).toMatch(/^look {2}end of window \(UTC\) {2}verdict/);
    expect(text).toMatch(/\nAborted at look [1-4]\.\n$/);
  });

  test('a healthy release is never aborted', async () => {
    const { code, text } = await replayed({ rollout: 'production/good' });
    expect(code).not.toBe(1);
    expect(text).toMatch(/(never aborted|held for a person)\.\n$/);
  });

  test('as JSON: every look with its record, the same at every run', async () => {
    const [one, two] = [await replayed({ format: 'json' }), await replayed({ format: 'json' })];
    expect(one).toEqual(two);
    const records = JSON.parse(one.text) as JudgementRecord[];
    expect(records).toHaveLength(14);
    expect(records[0]?.request).toMatchObject({ canaryHash: 'bbb', stableHash: 'aaa' });
    expect(records.map(({ judgement }) => judgement.window.to)).toEqual(records.map((_, i) => start + (7 + i) * minute));
  });

  test('as a page: that of the look that decided', async () => {
    const { text } = await replayed({ format: 'html' });
    expect(text).toContain('<title>Fail: production/bad</title>');
  });

  test('the versions may be given', async () => {
    const { text } = await replayed({ canary: 'old', stable: 'aaa', format: 'json' });
    expect((JSON.parse(text) as JudgementRecord[])[0]?.request.canaryHash).toBe('old');
  });

  test('a span without a release says what was there', async () => {
    await expect(replayed({ rollout: 'quiet' })).rejects.toThrow(
      'no release of production/quiet begins in this span: traffic of aaa was there from the start',
    );
  });

  test('options are checked together', async () => {
    await expect(replayed({ from: 'yesterday', prometheus: 'here' })).rejects.toThrow(/--from: .*\n--prometheus: /);
    await expect(replayed({ rollout: 'other' })).rejects.toThrow(
      'must name one rollout of the catalogue (production/bad, production/good, production/quiet), got other',
    );
  });
});
