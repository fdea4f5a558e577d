import { parseHTML } from 'linkedom';
import type { JudgementRecord } from '../../../analysis/contract/record';
import { reportOf } from '../../../analysis/judging/report';
import { quantity, sentenceCase, times } from '../../../analysis/report/format';
import { html } from '../../../analysis/report/html';
import { judgementPage } from '../../../analysis/report/judgement-page';
import { listPage } from '../../../analysis/report/list-page';
import { recordOf } from './sample';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

async function pageOf(record: JudgementRecord) {
  const text = judgementPage(await reportOf(record));
  return { text, document: parseHTML(text).document };
}

describe('the page of a judgement', () => {
  let bad: JudgementRecord;
  beforeAll(async () => {
    bad = await recordOf({ errors: 0.078, slow: 1 });
  });

  test('says the verdict and its reason first, in words', async () => {
    const { document } = await pageOf(bad);
    const hero = document.querySelector('main')?.firstElementChild;
    expect(hero?.querySelector('.verdict')?.textContent).toBe('Fail');
    expect(hero?.querySelector('h1')?.textContent).toBe('production/myapp');
    expect(hero?.textContent).toMatch(/worse than stable: \d+ of 10,891/);
  });

  test('has a row for every comparison and limit, with counts and an interval', async () => {
    const { document } = await pageOf(bad);
    const rows = [...document.querySelectorAll('section[aria-labelledby="metrics"] tbody th')].map(({ textContent }) => textContent);
    expect(rows).toEqual(bad.details.map(({ name }) => name));
  });

  test('draws the values, the ratio, the evidence and the distribution, each with a description', async () => {
    const { document } = await pageOf(bad);
    const charts = [...document.querySelectorAll('figure svg')];
    expect(charts).toHaveLength(7);
    for (const chart of charts) {
      expect(chart.getAttribute('role')).toBe('img');
      expect(chart.getAttribute('aria-label')).toMatch(/\. ./);
      expect(chart.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('has every count as a table, and every query as it was sent', async () => {
    const { document } = await pageOf(bad);
    expect(document.querySelectorAll('section[aria-labelledby="windows"] tbody tr')).toHaveLength(24);
    expect(document.querySelectorAll('section[aria-labelledby="queries"] pre')).toHaveLength(3);
    expect(document.querySelector('section[aria-labelledby="queries"] pre')?.textContent).toContain('rollouts_pod_template_hash="bbb"');
  });

  test('says what a ratio is of: latency beyond what is tolerated, errors as they are, limits to what they allow', async () => {
    const twice = (metric: 'error-rate' | 'p99') => ({ metric, limit: { kind: 'times-stable', times: 2 } }) as const;
    const record = await recordOf({ errors: 0.002, slow: 1, objectives: [twice('error-rate'), twice('p99')] });
    const { document } = await pageOf(record);
    const captions = [...document.querySelectorAll('figcaption')].map(({ textContent }) => textContent ?? '');
    const [errors, latency] = captions.filter((caption) => caption.includes('confidence sequence'));
    expect(errors).toContain('Odds of an error, canary to stable. × 1 is no difference.');
    expect(latency).toContain('Odds of being slow, canary to stable beyond the tolerated × 2.');
    const ratioOf = (name: string) => record.details.find((detail) => detail.name === name)?.ratio;
    expect(ratioOf('errors')).toBeCloseTo(1, 0);
    expect(ratioOf('latency')).toBeLessThan(0.5);
    const sentences = [...document.querySelectorAll('tr.sentence')].map(({ textContent }) => textContent);
    expect(sentences).toEqual([
      expect.stringMatching(/^Errors healthy: \d+ of [\d,]+ against \d+ of [\d,]+, ratio [\d.]+ \[[\d.]+, [\d.]+\]\./),
      expect.stringMatching(
        /^Latency healthy: .* slower than [\d.]+ s against [\d,]+ of [\d,]+, ratio [\d.]+ \[.*\] beyond the tolerated x 2\./,
      ),
      expect.stringMatching(/^Error-rate at most 2 x stable [a-z ]+: .*; [\d.]+ \[.*\] times what the limit allows/),
      expect.stringMatching(/^p99 at most 2 x stable healthy: .* s against .* s; [\d.]+ \[.*\] times what the limit allows\./),
    ]);
  });

  test.each([
    [24, '2023-11-14 22:01:00 to 22:25:00'],
    [1_440, '2023-11-13 22:25:00 to 2023-11-14 22:25:00'],
  ])('%d windows have a beginning and an end', async (windows, span) => {
    const { document } = await pageOf(await recordOf({ errors: 0.002, slow: 1, windows }));
    expect(document.querySelector('.facts')?.textContent).toContain(span);
  });

  test('runs no script and loads nothing', async () => {
    const { text } = await pageOf(bad);
    expect(text).not.toMatch(/<script|<link rel="stylesheet"|<img|@import|url\(/);
    expect(text).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('is the same text every time', async () => {
    expect((await pageOf(bad)).text).toBe((await pageOf(bad)).text);
  });

  test('text from outside is text, not HTML', async () => {
    const attack = '<img src=x onerror=alert(1)>&"\'';
    const record: JudgementRecord = {
      ...bad,
      judgement: { ...bad.judgement, message: attack },
      quality: { ...bad.quality, warnings: [attack] },
      details: bad.details.map((detail) => ({ ...detail, sentence: attack })),
      queries: bad.queries.map((query) => ({ ...query, promql: attack })),
    };
    const { text, document } = await pageOf(record);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;');
  });

  test('no data is a page, too: without charts, with its reason', async () => {
    const record = await recordOf({ errors: 0, slow: 1, windows: 0 });
    const { document } = await pageOf({ ...record, windows: null, details: [], queries: [] });
    expect(document.querySelector('.verdict')?.textContent).toBe('Inconclusive');
    expect(document.querySelectorAll('svg[role=img]')).toHaveLength(0);
  });

  test('a release of thousands of windows is a page that a browser bears, with the newest counts', async () => {
    const fewErrors = { metric: 'error-rate', limit: { kind: 'at-most', value: 0.05 } } as const;
    const record = await recordOf({ errors: 0.002, slow: 1, windows: 2_000, objectives: [fewErrors] });
    const report = await reportOf(record);
    expect(report.sections.map(({ paths }) => paths.map(({ points }) => points.length))).toEqual([[30, 30]]);
    const { document } = parseHTML(judgementPage(report));
    const rows = document.querySelectorAll('section[aria-labelledby="windows"] tbody tr');
    expect(rows).toHaveLength(1_440);
    expect(rows[1_439]?.querySelector('th')?.textContent).toBe('2023-11-14 22:25:00');
    expect(document.querySelector('section[aria-labelledby="windows"] summary')?.textContent).toMatch(/the newest 1.440 of 2.000 windows/);
    expect(document.querySelectorAll('circle').length).toBeLessThan(100);
  });

  test.each([1, 2, 120])('%d windows are drawn', async (windows) => {
    expect((await pageOf(await recordOf({ errors: 0.002, slow: 1, windows }))).text).toContain('</html>');
  });
});

describe('the list of judgements', () => {
  test('has a line for each, with links to the page and to the rollout', async () => {
    const { at, request, judgement } = await recordOf({ errors: 0.002, slow: 1 });
    const { document } = parseHTML(listPage([{ at, request, judgement }], { rollout: 'myapp', namespace: 'production' }));
    expect([...document.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'))).toEqual([
      `/judgements/${judgement.id}`,
      '/judgements?rollout=myapp&namespace=production',
    ]);
  });

  test('without judgements says so', () => {
    expect(listPage([], {})).toContain('No judgement is kept');
  });
});

test.each([
  [0.00002, 'ratio', '0.002 %'],
  [0, 'ratio', '0 %'],
  [0.0778, 'ratio', '7.78 %'],
  [0.0312, 'seconds', '31.2 ms'],
  [2.5, 'seconds', '2.5 s'],
  [null, 'seconds', '–'],
] as const)('%p as a %s is written %s', (value, unit, text) => {
  expect(quantity(value, unit)).toBe(text);
});

test('words begin with a capital, names do not', () => {
  expect([sentenceCase('errors healthy.'), sentenceCase('p99 healthy.'), times(1.5)]).toEqual(['Errors healthy.', 'p99 healthy.', '× 1.5']);
});

test('a template escapes what is put in', () => {
  expect(html`<p title="${'"'}">${['<b>', html`<i>${1}</i>`]}${null}</p>`.html).toBe('<p title="&quot;">&lt;b&gt;<i>1</i></p>');
});
