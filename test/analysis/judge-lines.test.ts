import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { judgeLines } from '../../analysis/cli/judge';

const side = (errors: number) => ({
  requests: [1000, 1000],
  errors: [errors, errors],
  buckets: [
    [500, 990],
    [500, 990],
  ],
});
const run = {
  run: 'a',
  look: 2,
  looks: 2,
  metrics: [{ name: 'error rate', baseline: [0.01, 0.011, 0.009, 0.01, 0.012, 0.01], canary: [0.06, 0.061, 0.062, 0.06, 0.059, 0.06] }],
  windows: { seconds: 30, le: [0.1, 0.5], baseline: side(10), canary: side(60) },
  config: {},
};

async function answers(judge: 'split' | 'kayenta', lines: readonly unknown[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const problems: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((line) => problems.push(String(line)) > 0);
  input.end(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const code = await judgeLines(input, output, { judge, alpha: 0.01 });
  output.end();
  stderr.mockRestore();
  const written = (await text(output)).trim();
  return { code, problems, answers: written === '' ? [] : written.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test.each(['split', 'kayenta'] as const)('the line of the documentation is one that %s judges', async (judge) => {
  const [, line = ''] =
    /One run a line[\s\S]*?```json\n([\s\S]*?)```/.exec(readFileSync(join(__dirname, '../../docs/judge.md'), 'utf8')) ?? [];
  expect(await answers(judge, [line.replaceAll('\n', ' ')])).toMatchObject({ code: 0, answers: [{ run: 'a', look: 2 }] });
});

test('every run is answered by one line, in order', async () => {
  const healthy = { ...run, run: 7, windows: { ...run.windows, canary: side(10) } };
  const judged = await answers('split', [run, healthy]);
  expect(judged).toMatchObject({ code: 0, problems: [] });
  expect(judged.answers).toMatchObject([
    { run: 'a', look: 2, classification: 'Fail', score: 0, reason: 'worse-than-stable' },
    { run: 7, look: 2, classification: 'Inconclusive', score: 85 },
  ]);
});

test('kayenta reads the metrics, each its own group unless configured otherwise', async () => {
  const judged = await answers('kayenta', [run, { ...run, config: { metrics: [{ name: 'error rate', groups: [] }] } }]);
  expect(judged.answers).toMatchObject([
    { run: 'a', classification: 'Fail', score: 0, groupScores: [{ name: 'error rate' }] },
    { classification: 'Fail', score: 0, groupScores: [] },
  ]);
});

test('a malformed line is named on standard error, and the others are still answered', async () => {
  const judged = await answers('split', [
    '{"run":',
    '',
    run,
    { run: 'x' },
    { ...run, windows: { canary: { requests: ['many'] } } },
    { ...run, config: { alpha: 7 } },
  ]);
  expect(judged.code).toBe(1);
  expect(judged.answers).toHaveLength(1);
  expect(judged.problems).toEqual([
    expect.stringMatching(/^line 1: a JSON object is expected, got /),
    expect.stringMatching(/^line 4: .*must have required property 'windows'/),
    expect.stringMatching(/^line 5: \/windows\/canary\/requests\/0 must match pattern/),
    expect.stringMatching(/^line 6: .*alpha: above 0 and at most 0.5 is expected, got 7\n$/),
  ]);
});

test('buckets that do not belong to their bounds are a mistake, not missing data', async () => {
  const broken = (le: readonly number[], row: readonly number[]) => ({
    ...run,
    windows: { ...run.windows, le, canary: { ...side(10), buckets: [row, null] } },
  });
  const judged = await answers('split', [broken([0.1, 0.5], [500]), broken([0.5, 0.1], [500, 990]), broken([0.1, 0.5], [])]);
  expect(judged.answers).toHaveLength(1);
  expect(judged.problems).toEqual([
    'line 1: /windows/canary/buckets/0 must have 2 numbers, one per bound of le, got 1\n',
    'line 2: /windows/le must be seconds above 0, ascending\n',
  ]);
});

test('a line without metrics is not one that kayenta fails: it is not judged', async () => {
  const { metrics: _, ...countsOnly } = run;
  const judged = await answers('kayenta', [countsOnly]);
  expect(judged).toEqual({ code: 1, answers: [], problems: ['line 1: the kayenta judge reads metrics, and the line has none\n'] });
});

test('looks of one run and of others get the verdict that each gets alone', async () => {
  const looks = [1, 2].flatMap((look) => [10, 60].map((errors) => cut(look, { ...run.windows, canary: side(errors) })));
  const together = (await answers('split', [...looks, ...looks])).answers;
  const alone = await Promise.all(looks.map(async (look) => (await answers('split', [look])).answers[0]));
  expect(together).toEqual([...alone, ...alone]);
});

function cut(look: number, windows: typeof run.windows) {
  const upTo = ({ requests, errors, buckets }: ReturnType<typeof side>) => ({
    requests: requests.slice(0, look),
    errors: errors.slice(0, look),
    buckets: buckets.slice(0, look),
  });
  return { ...run, look, windows: { ...windows, baseline: upTo(windows.baseline), canary: upTo(windows.canary) } };
}

test('the texts of numbers that JSON cannot carry are missing values, never a pass', async () => {
  const nothing = {
    ...run,
    windows: { ...run.windows, canary: { requests: ['NaN', '+Inf'], errors: ['NaN', null], buckets: [null, null] } },
  };
  const judged = await answers('split', [nothing]);
  expect(judged.answers).toMatchObject([{ classification: 'Inconclusive', reason: 'not-finite', missing: { windows: 2, values: 3 } }]);
});

test('a bound of +Inf is the count of all requests', async () => {
  const buckets = [
    [500, 990, 1000],
    [500, 990, 1000],
  ];
  const wider = { ...run.windows, le: [0.1, 0.5, '+Inf'], baseline: { ...side(10), buckets }, canary: { ...side(60), buckets } };
  const [with_, without] = (await answers('split', [{ ...run, windows: wider }, run])).answers;
  expect(with_).toEqual(without);
});

test('without counts the split judge compares the metrics themselves as gauges', async () => {
  const { windows: _, ...valuesOnly } = run;
  expect((await answers('split', [valuesOnly])).answers).toMatchObject([{ metrics: [{ name: 'error rate' }] }]);
});
