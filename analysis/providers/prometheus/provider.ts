import type { Queries } from '../../contract/catalogue.generated';
import type { QueryRecord } from '../../contract/record';
import { type Provider, ProviderFailure, type ReleaseData, type ReleaseQuestion } from '../provider';
import type { Answer } from './answer';
import type { PrometheusClient } from './client';
import { endsOf, type Grid, type SideAnswers, windowsOf } from './grid';
import { fill } from './template';

/** Counts the requests of a release in Prometheus, or whatever speaks its HTTP API. */
export function createPrometheusProvider(client: PrometheusClient): Provider {
  return { release: (question, signal) => release(client, question, signal) };
}

type Asked = Readonly<{ record: QueryRecord; answer: Answer }>;

async function release(client: PrometheusClient, question: ReleaseQuestion, signal: AbortSignal): Promise<ReleaseData> {
  const { rollout, canaryHash, stableHash, until } = question;
  const grid = gridOf(question);
  const [start = until] = endsOf(grid);
  const ask = async (side: 'canary' | 'stable', hash: string, name: keyof Queries): Promise<Asked> => {
    const promql = filled(rollout, name, hash);
    const at = name === 'up' ? { start: until, end: until, step: grid.seconds } : { start, end: until, step: grid.seconds };
    const answer = await client.ask(promql, at, signal);
    return { record: { side, name, promql, ...at, series: answer.series.length }, answer };
  };
  const names = needed(rollout);
  const [age, canary, stable] = await Promise.all([
    ask('canary', canaryHash, 'up'),
    Promise.all(names.map((name) => ask('canary', canaryHash, name))),
    stableHash === null ? null : Promise.all(names.map((name) => ask('stable', stableHash, name))),
  ]);
  const all = [...canary, ...(stable ?? []), age];
  return {
    ...windowsOf(grid, answersOf(canary), stable && answersOf(stable)),
    age: ageOf(age.answer),
    warnings: [...new Set(all.flatMap(({ answer }) => answer.warnings))],
    queries: all.map(({ record }) => record),
  };
}

/** The whole horizon, on multiples of the window since 1970: every replica and every look asks for the same windows. */
function gridOf({ rollout, until }: ReleaseQuestion): Grid {
  const seconds = rollout.windowSeconds;
  return { until, seconds, count: Math.max(1, Math.floor(rollout.horizonSeconds / seconds)) };
}

function needed({ objectives }: ReleaseQuestion['rollout']): readonly ('requests' | 'errors' | 'buckets')[] {
  return objectives.some(({ metric }) => metric === 'p99') ? ['requests', 'errors', 'buckets'] : ['requests', 'errors'];
}

function filled(rollout: ReleaseQuestion['rollout'], name: keyof Queries, hash: string): string {
  try {
    return fill(rollout.queries[name], { namespace: rollout.namespace, app: rollout.name, hash, window: `${rollout.windowSeconds}s` });
  } catch (cause) {
    throw new ProviderFailure('provider-rejected', `cannot be asked for ${name}: ${cause instanceof Error ? cause.message : 'unknown'}`, {
      cause,
    });
  }
}

function answersOf(asked: readonly Asked[]): SideAnswers {
  const byName = new Map(asked.map(({ record, answer }) => [record.name, answer]));
  const none: Answer = { series: [], warnings: [] };
  const buckets = byName.get('buckets');
  return { requests: byName.get('requests') ?? none, errors: byName.get('errors') ?? none, ...(buckets && { buckets }) };
}

function ageOf({ series }: Answer): number | null {
  if (series.length > 1)
    throw new ProviderFailure('provider-malformed', `answered ${series.length} series for the age of the data: a query answers one`);
  return series[0]?.values[0]?.[1] ?? null;
}
