import type { CatalogueObjective } from '../contract/catalogue.generated';
import type { JudgementRecord } from '../contract/record';
import type { SideWindows, Windows } from '../contract/windows.generated';
import { splitHistory } from '../judge/split/history';
import type { BucketShare, MetricPath, MetricSection, Report, WindowValue } from '../report/model';
import { briefNames } from './brief';
import { errorRateOf, p99Of, type WindowFigure } from './figures';
import { scopeOf } from './scope';
import { splitInput } from './split';

/** Everything the page of a judgement shows, worked out again from its record: the judge is pure, so this is how it came to its verdict. */
export function reportOf(record: JudgementRecord): Report {
  const { windows } = record;
  if (windows === null || windows.from === null) return { record, sections: [] };
  const paths = pathsOf(record, windows, windows.from);
  return {
    record,
    sections: briefNames
      .map(({ name, prefixes }): MetricSection => {
        const isMine = (one: { readonly name: string }) => prefixes.some((prefix) => one.name.startsWith(prefix));
        return {
          name,
          title: titles[name],
          unit: name === 'p99' ? 'seconds' : 'ratio',
          values: valuesOf(windows, name === 'p99' ? p99Of : errorRateOf),
          limits: limitsOf(record.rollout.objectives, name),
          details: record.details.filter(isMine),
          paths: paths.filter(isMine),
          distribution: name === 'p99' ? distributionOf(windows) : [],
        };
      })
      .filter(({ details }) => details.length > 0),
  };
}

const titles = { 'error-rate': 'Error rate', p99: 'p99 latency' } as const;

function pathsOf({ judgement, request, rollout }: JudgementRecord, windows: Windows, from: number): MetricPath[] {
  if (judgement.judge !== 'split') return [];
  const { objectives } = scopeOf(request, rollout);
  return splitHistory(splitInput({ rollout, objectives, windows })).map(({ name, points }) => ({
    name,
    points: points.map(({ look, ...point }) => ({ ...point, at: new Date((from + look * windows.seconds) * 1_000) })),
  }));
}

function limitsOf(objectives: readonly CatalogueObjective[], name: CatalogueObjective['metric']): number[] {
  return objectives.flatMap(({ metric, limit }) => (metric === name && limit.kind === 'at-most' ? [limit.value] : []));
}

function valuesOf({ from, seconds, le, canary, stable }: Windows, figure: WindowFigure): WindowValue[] {
  return canary.requests.map((_, i) => ({
    at: new Date(((from ?? 0) + (i + 1) * seconds) * 1_000),
    canary: figure(canary, i, le),
    stable: stable === null ? null : figure(stable, i, le),
  }));
}

function distributionOf({ le, canary, stable }: Windows): BucketShare[] {
  const slower = (side: SideWindows | null, i: number) => {
    const counted = (side?.buckets ?? []).filter((counts): counts is number[] => counts !== null);
    const all = counted.reduce((sum, counts) => sum + (counts.at(-1) ?? 0), 0);
    return all === 0 ? null : 1 - counted.reduce((sum, counts) => sum + (counts[i] ?? 0), 0) / all;
  };
  return le.map((bound, i) => ({ le: bound, canary: slower(canary, i), stable: slower(stable, i) }));
}
