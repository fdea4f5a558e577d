import type { Queries } from '../../contract/catalogue.generated';
import type { QueryRecord } from '../../contract/record';
import { type Provider, ProviderFailure, type ReleaseData, type ReleaseQuestion } from '../provider';
import type { Answer } from './answer';
import type { Evaluation, PrometheusClient } from './client';
import { begunIn, endsOf, type Grid, type SideAnswers, windowsOf } from './grid';
import { fill } from './template';

/** Counts the requests of a release in Prometheus, or whatever speaks its HTTP API. */
export function createPrometheusProvider(client: PrometheusClient): Provider {
  return { release: (question, signal) => release(client, question, signal) };
}

type Side = QueryRecord['side'];
type Asked = Readonly<{ record: QueryRecord; answer: Answer }>;

/**
 * First the requests over the whole horizon, which tell where the release begins, then what else was counted since: latency buckets are many series, most
 * of them of the stable side, and a release seldom lasts as long as the horizon.
 */
async function release(client: PrometheusClient, question: ReleaseQuestion, signal: AbortSignal): Promise<ReleaseData> {
  const { rollout, canaryHash, stableHash, until } = question;
  const ask = async ([side, hash]: readonly [Side, string], name: keyof Queries, at: Evaluation): Promise<Asked> => {
    const promql = filled(rollout, name, hash);
    const answer = await client.ask(promql, at, signal);
    return { record: { side, name, promql, ...at, series: answer.series.length }, answer };
  };
  const canary = ['canary', canaryHash] as const;
  const sides = stableHash === null ? [canary] : [canary, ['stable', stableHash] as const];
  const horizon = gridOf(question);
  const [age, ...requests] = await Promise.all([
    ask(canary, 'up', { start: until, end: until, step: horizon.seconds }),
    ...sides.map((side) => ask(side, 'requests', evaluationOf(horizon))),
  ]);
  const { grid, notFinite } = begunIn(
    horizon,
    answerOf(requests, 'canary', 'requests'),
    stableHash === null ? null : answerOf(requests, 'stable', 'requests'),
  );
  const names = grid.count === 0 ? [] : needed(rollout);
  const rest = await Promise.all(sides.flatMap((side) => names.map((name) => ask(side, name, evaluationOf(grid)))));
  const all = [...requests, ...rest, age];
  const counted = windowsOf(grid, answersOf(all, 'canary'), stableHash === null ? null : answersOf(all, 'stable'));
  return {
    windows: counted.windows,
    notFinite: counted.notFinite + notFinite,
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

function evaluationOf(grid: Grid): Evaluation {
  return { start: endsOf(grid)[0] ?? grid.until, end: grid.until, step: grid.seconds };
}

function needed({ objectives }: ReleaseQuestion['rollout']): readonly ('errors' | 'buckets')[] {
  return objectives.some(({ metric }) => metric === 'p99') ? ['errors', 'buckets'] : ['errors'];
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

function answersOf(asked: readonly Asked[], side: Side): SideAnswers {
  const buckets = asked.find(({ record }) => record.side === side && record.name === 'buckets');
  return {
    requests: answerOf(asked, side, 'requests'),
    errors: answerOf(asked, side, 'errors'),
    ...(buckets && { buckets: buckets.answer }),
  };
}

/** What was not asked for has no series. */
function answerOf(asked: readonly Asked[], side: Side, name: keyof Queries): Answer {
  return asked.find(({ record }) => record.side === side && record.name === name)?.answer ?? { series: [], warnings: [] };
}

function ageOf({ series }: Answer): number | null {
  if (series.length > 1)
    throw new ProviderFailure('provider-malformed', `answered ${series.length} series for the age of the data: a query answers one`);
  return series[0]?.values[0]?.[1] ?? null;
}
