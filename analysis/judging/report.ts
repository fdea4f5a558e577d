import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueObjective } from '../contract/catalogue.generated';
import type { JudgementRecord } from '../contract/record';
import type { SideWindows, Windows } from '../contract/windows.generated';
import type { BucketShare, MetricPath, MetricSection, Report, WindowValue } from '../report/model';
import { briefNames } from './brief';
import { errorRateOf, p99Of, type WindowFigure } from './figures';
import { judges } from './judges';
import { patiently } from './patiently';
import { scopeOf } from './scope';
import { toleratedOf } from './split';

/** Everything the page of a judgement shows, worked out again from its record: the judge is pure, so this is how it came to its verdict. */
export async function reportOf(record: JudgementRecord): Promise<Report> {
  const { windows } = record;
  if (windows === null || windows.from === null) return { record, sections: [] };
  const paths = await pathsOf(record, windows, windows.from);
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
          tolerated: toleratedOf(record.rollout.objectives, name),
          details: record.details.filter(isMine),
          paths: paths.filter(isMine),
          distribution: name === 'p99' ? distributionOf(windows) : [],
        };
      })
      .filter(({ details }) => details.length > 0),
  };
}

const titles = { 'error-rate': 'Error rate', p99: 'p99 latency' } as const;

/** Looks that are shown: of a long release every n-th, and of a very long one fewer, for every look reads all windows before it. */
const shown = { most: 40, least: 10, windowsRead: 60_000 };

/** Every look so far, judged again. Judgements that are asked for in the meantime go first. */
async function pathsOf({ judgement, request, rollout }: JudgementRecord, windows: Windows, from: number): Promise<MetricPath[]> {
  const { objectives } = scopeOf(request, rollout);
  const judge = judges[judgement.judge];
  const count = windows.canary.requests.length;
  const step = Math.ceil(count / Math.max(shown.least, Math.min(shown.most, Math.floor(shown.windowsRead / count))));
  const paths = new Map<string, MetricPath['points'][number][]>();
  for (let look = count - step * (Math.ceil(count / step) - 1); look <= count; look += step) {
    await nextTurn();
    const at = new Date((from + look * windows.seconds) * 1_000);
    const { details } = await patiently(judge.judge({ rollout, objectives, windows: upTo(windows, look) }));
    for (const { name, ratio, interval, evidence, bound } of details) {
      paths.set(name, [...(paths.get(name) ?? []), { at, ratio, interval, evidence, bound }]);
    }
  }
  return [...paths].map(([name, points]) => ({ name, points }));
}

function upTo({ canary, stable, ...rest }: Windows, look: number): Windows {
  const cut = ({ requests, errors, buckets }: SideWindows): SideWindows => ({
    requests: requests.slice(0, look),
    errors: errors.slice(0, look),
    buckets: buckets.slice(0, look),
  });
  return { ...rest, canary: cut(canary), stable: stable && cut(stable) };
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
