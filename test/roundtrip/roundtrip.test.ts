import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { catalogueOf } from '../../analysis/catalogue';
import type { Catalogue } from '../../analysis/contract/catalogue.generated';
import { ProviderFailure } from '../../analysis/providers/provider';
import { answering, counted, service } from '../analysis/service/service';
import { type Answer, type ArgoVersion, assess, type Measured, measure, substituted, type WebMetric } from './argo';

const production = join(__dirname, '../../dist/production');
const read = (path: string) => parse(readFileSync(join(production, path), 'utf8'));
const catalogue = JSON.parse(read('judge/ConfigMap.judge-catalogue.k8s.yaml').data['catalogue.json']) as Catalogue;

interface Template {
  readonly name: string;
  readonly release: string;
  readonly metric: WebMetric;
}

const templates: Template[] = readdirSync(production, { recursive: true, encoding: 'utf8' })
  .filter((file) => /AnalysisTemplate\..*\.yaml$/.test(file))
  .sort()
  .flatMap((file) => {
    const { metadata, spec } = read(file);
    return spec.metrics
      .filter((metric: WebMetric) => metric.provider.web)
      .map((metric: WebMetric) => ({ name: metadata.name, release: file.split('/')[0] ?? '', metric }));
  });
const judged = templates.filter(({ metric }) => metric.provider.web.url.endsWith('/v1/judgements'));

/** The arguments as the Rollout gives them to a template. */
function argumentsFor({ name, release }: Template): Record<string, string> {
  const { strategy } = read(`${release}/Rollout.${release}.k8s.yaml`).spec;
  const analyses = [
    ...(strategy.canary?.steps ?? []).flatMap((step: { analysis?: unknown }) => (step.analysis ? [step.analysis] : [])),
    strategy.canary?.analysis,
    strategy.blueGreen?.prePromotionAnalysis,
    strategy.blueGreen?.postPromotionAnalysis,
  ].filter((analysis) => analysis?.templates.some(({ templateName }: { templateName: string }) => templateName === name));
  expect(analyses.length).toBeGreaterThan(0);
  const hashes: Record<string, string> = { Latest: '6f8d9c7b5', Stable: '7c9f8d6b4' };
  const args = (analyses[0].args ?? []).map((arg: { name: string; value?: string; valueFrom?: { podTemplateHashValue: string } }) => [
    arg.name,
    arg.value ?? hashes[arg.valueFrom?.podTemplateHashValue ?? ''],
  ]);
  return { ...Object.fromEntries(args), token: 'secret' };
}

/** Posts what the template would post, and gives back what Argo would see. */
async function ask(template: Template, provider: Parameters<typeof service>[0]): Promise<Answer> {
  const app = await service({ catalogue: catalogueOf(catalogue), ...provider });
  const web = substituted(template.metric.provider.web, argumentsFor(template));
  const { statusCode, body } = await app.inject({
    method: web.method === 'POST' ? 'POST' : 'GET',
    url: new URL(web.url).pathname,
    headers: { 'content-type': 'application/json', ...Object.fromEntries((web.headers ?? []).map(({ key, value }) => [key, value])) },
    payload: JSON.stringify(web.jsonBody),
  });
  await app.close();
  return { status: statusCode, body };
}

const healthy = counted({ windows: 30, canary: { requests: 5_400, errors: 9, slow: 18 } });
const failing = counted({ canary: { errors: 240, slow: 500 } });
const repeated = (measured: Measured, times = 100) => Array.from({ length: times }, () => measured);

test('every judge that a release asks is there', () => {
  expect(judged.map(({ name }) => name)).toEqual(['catalog-judge', 'catalog-veto', 'myapp-watch']);
});

describe.each<{ version: ArgoVersion }>([{ version: '1.9' }, { version: '1.10' }])('with Argo Rollouts $version', ({ version }) => {
  describe.each(judged)('$name', (template) => {
    const { metric } = template;
    const isVeto = metric.count === undefined;

    test('a healthy release is Successful after as many passes as its watch has looks', async () => {
      const measured = measure(metric, await ask(template, { provider: answering(healthy) }), version);
      expect(measured).toBe('Successful');
      expect(assess(metric, repeated(measured))).toEqual(isVeto ? { phase: 'Running', looks: 100 } : { phase: 'Successful', looks: 11 });
    });

    test('a bad release is Failed at the first look', async () => {
      const measured = measure(metric, await ask(template, { provider: answering(failing) }), version);
      expect(assess(metric, repeated(measured))).toEqual({ phase: 'Failed', looks: 1 });
    });

    test.each([
      ['no data', { provider: answering(counted({ windows: 0 })) }],
      ['three requests', { provider: answering(counted({ windows: 1, canary: { requests: 3, errors: 0, slow: 0 } })) }],
      ['Prometheus down', { provider: { release: () => Promise.reject(new ProviderFailure('provider-unreachable', 'refused')) } }],
    ])('%s holds and is never Successful', async (_, provider) => {
      const measured = measure(metric, await ask(template, provider), version);
      expect(measured).toBe('Inconclusive');
      // All looks undecided: the budget ends in Inconclusive, which pauses for a person.
      expect(assess(metric, repeated(measured))).toEqual(isVeto ? { phase: 'Running', looks: 100 } : { phase: 'Inconclusive', looks: 33 });
    });

    test('passes that are interrupted start again: ten are not eleven', () => {
      const measurements = [...repeated('Successful', 10), 'Inconclusive' as const, ...repeated('Successful', 10)];
      expect(assess(metric, measurements).phase).toBe('Running');
    });

    test('a judge that cannot be reached is an error that aborts after its limit of tries in a row, and not before', () => {
      const down = measure(metric, { status: 503, body: '' }, version);
      expect(down).toBe('Error');
      const most = metric.consecutiveErrorLimit ?? 4;
      expect(assess(metric, repeated(down))).toEqual({ phase: 'Error', looks: most + 1 });
      expect(assess(metric, [...repeated(down, most), 'Successful', ...repeated(down, most)]).phase).toBe('Running');
    });
  });
});

test.each(templates)(
  '$name: the answer of every look is an object with a verdict or a gate, because older controllers pass any other text',
  async (template) => {
    if (template.metric.provider.web.method !== 'POST') return expect(template.metric.provider.web.jsonPath).toBe('{$.data}');
    const { body } = await ask(template, { provider: answering(counted({ windows: 0 })) });
    expect(JSON.parse(body)).toMatchObject({ verdict: 'Inconclusive', message: expect.any(String) });
  },
);

describe.each(templates.filter(({ name }) => name.endsWith('-drift')))('$name', ({ metric }) => {
  const answer = (data: unknown) => measure(metric, { status: 200, body: JSON.stringify({ data }) }, '1.10');

  test.each([
    [{ gate: 'open', drift: 0 }, 'Successful'],
    [{ gate: 'closed', drift: 0 }, 'Inconclusive'],
    [{ gate: 'open', drift: 3 }, 'Inconclusive'],
    [{ gate: 'open', drift: null }, 'Inconclusive'],
    [{ gate: 'failed', drift: 3 }, 'Failed'],
  ])('%j is %s', (data, measured) => {
    expect(answer(data)).toBe(measured);
  });

  test('promotion waits for two looks in a row without drift', () => {
    expect(assess(metric, ['Successful', 'Inconclusive', 'Successful']).phase).toBe('Running');
    expect(assess(metric, ['Inconclusive', 'Successful', 'Successful'])).toEqual({ phase: 'Successful', looks: 3 });
  });
});
