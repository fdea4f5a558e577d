import type { EventCounts, GaugeSeries, MetricHistory, SideCounts, SplitInput } from '../types';
import { judgeSplit } from './judge';
import { remembering } from './remembering';

/** The largest number of looks shown: beyond it, every n-th. A release of very many windows has fewer, for every look reads all before it. */
const most = 60;
const least = 10;
const windowsRead = 60_000;
/** Windows kept from look to look. */
const windowsKept = 1_000;

/** How the ratio and the evidence of every metric grew, look after look, for the report page. One judgement a look: not for the verdict itself. */
export function splitHistory(input: SplitInput): readonly MetricHistory[] {
  const looks = looksOf(Math.max(input.windows.canary.requests.length, input.windows.baseline?.requests.length ?? 0));
  const preparation = remembering(windowsKept);
  const judged = looks.map((look) => ({ look, metrics: judgeSplit(upTo(input, look), preparation).metrics }));
  const names = judged.at(-1)?.metrics.map(({ name }) => name) ?? [];
  return names.map((name, index) => ({
    name,
    points: judged.flatMap(({ look, metrics }) => {
      const metric = metrics[index];
      if (metric === undefined) return [];
      const { ratio, interval, evidence, bound } = metric;
      return [{ look, ratio, interval, evidence, bound }];
    }),
  }));
}

function looksOf(windows: number): readonly number[] {
  const shown = Math.max(least, Math.min(most, Math.floor(windowsRead / windows)));
  const step = Math.max(1, Math.ceil(windows / shown));
  return Array.from({ length: Math.ceil(windows / step) }, (_, index) => windows - index * step).reverse();
}

function upTo(input: SplitInput, look: number): SplitInput {
  const { windows, counts = [], gauges = [] } = input;
  const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, look);
  const side = ({ requests, errors, buckets }: SideCounts): SideCounts => ({
    requests: cut(requests),
    errors: cut(errors),
    buckets: cut(buckets),
  });
  const exposed = ({ events, exposure }: EventCounts['canary']) => ({ events: cut(events), exposure: cut(exposure) });
  return {
    ...input,
    windows: { ...windows, canary: side(windows.canary), baseline: windows.baseline === null ? null : side(windows.baseline) },
    counts: counts.map((one) => ({ ...one, baseline: exposed(one.baseline), canary: exposed(one.canary) })),
    gauges: gauges.map((one: GaugeSeries) => ({ ...one, baseline: cut(one.baseline), canary: cut(one.canary) })),
  };
}
