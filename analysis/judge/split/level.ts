import type { GaugeSeries } from '../types';
import { type Draft, unknownSide } from './draft';
import { gaugeStream } from './gauge';
import { missingReason } from './missing';
import type { Settings } from './settings';
import { unusableIn } from './windows';

/** Windows before the interval of a gauge may speak for the canary. */
const leastWindows = 10;
const defaultTolerated = 1.1;

/** A gauge of the canary against that of the baseline: the ratio of their levels. */
export function levelDraft(series: GaugeSeries, settings: Settings): Draft {
  const tolerated = series.tolerated ?? defaultTolerated;
  const learned = settings.dispersion[series.name];
  const stream = gaugeStream(series, tolerated, 0, learned);
  const side = (value: number | null) => (value === null ? unknownSide : { n: stream.windows, bad: null, value });
  const has = (values: readonly (number | null)[]) => (values.some((value) => Number.isFinite(value)) ? values : null);
  return {
    name: series.name,
    kind: 'comparison',
    canary: side(stream.means.canary),
    baseline: side(stream.means.baseline),
    le: null,
    missing: missingReason(has(series.canary), has(series.baseline), unusableIn(series.canary) + unusableIn(series.baseline)),
    evidence: stream.evidence,
    whole: stream.evidence,
    expected: 0,
    events: Number.POSITIVE_INFINITY,
    windows: stream.windows,
    requests: 0,
    ratio: stream.shift === null ? null : Math.exp(stream.shift),
    over: false,
    interval: (bound) => {
      const [low, high] = gaugeStream(series, tolerated, bound, learned).interval;
      return [low === null ? null : Math.exp(low), high === null ? null : Math.exp(high)];
    },
    // A level that grew by as much again as is tolerated would not be missed.
    refuted: (bound) => {
      const [, high] = gaugeStream(series, tolerated, bound, learned).interval;
      return stream.windows >= leastWindows && high !== null && high <= 2 * Math.log(tolerated);
    },
    quiet: () => false,
  };
}
