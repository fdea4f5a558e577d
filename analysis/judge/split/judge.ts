import type { MetricResult, Reason, SplitInput, SplitJudgement, Verdict } from '../types';
import { finished, type Work } from '../work';
import { bounds } from './budget';
import { comparisons } from './comparisons';
import { decide } from './decide';
import type { Draft } from './draft';
import { eventsDraft } from './events';
import { levelDraft } from './level';
import { limitDraft } from './limits';
import { type Preparation, type PreparedWindow, preparing } from './prepared';
import { metricSentence, sentence } from './sentence';
import { type Settings, settings } from './settings';
import { type CleanWindows, cleaned } from './windows';

/**
 * Judges a canary against its baseline on everything counted since the release began.
 *
 * The verdict may be asked for at any time and as often as one likes: over all looks, metrics and limits together, a healthy release fails with a chance of at
 * most alpha, and missing data never pass. The answer depends on nothing but the input.
 *
 * @param preparation for whoever looks again: `remembering(n)` keeps what windows say. It makes an answer faster and never another one.
 * @throws with every setting that is out of its range.
 */
export function judgeSplit(input: SplitInput, preparation?: Preparation): SplitJudgement {
  return finished(judgingSplit(input, preparation));
}

/** The same in slices: a release of thousands of windows takes a while, and there are others. */
export function* judgingSplit(input: SplitInput, preparation: Preparation = preparing): Work<SplitJudgement> {
  const known = settings(input.config);
  const counted = cleaned(input.windows);
  const drafts = yield* draftsOf(input, counted, known, preparation);
  const limits = bounds(drafts, known);
  const length = windowsOf(input, counted);
  const metrics: MetricResult[] = [];
  for (const [index, draft] of drafts.entries()) {
    yield;
    metrics.push(resultOf(draft, limits[index] ?? Number.POSITIVE_INFINITY, length, known));
  }
  const [verdict, reason] = overall(metrics);
  const open = metrics.filter((metric) => metric.verdict === 'Inconclusive').map(({ requestsNeeded }) => requestsNeeded);
  const numbers = open.filter((one) => one !== null);
  const windows = counted.windows.filter(({ canary }) => (canary.requests ?? 0) > 0).length;
  return {
    judge: 'split',
    verdict,
    reason,
    sentence: sentence(verdict, metrics, windows),
    metrics,
    windows,
    missing: counted.missing,
    requestsNeeded: verdict !== 'Inconclusive' ? 0 : numbers.length < open.length ? null : Math.max(0, ...numbers),
  };
}

/** Windows of the release so far, by whatever was counted in them. */
function windowsOf({ counts = [], gauges = [] }: SplitInput, { windows }: CleanWindows): number {
  return Math.max(windows.length, ...counts.map(({ canary }) => canary.events.length), ...gauges.map(({ canary }) => canary.length));
}

function* draftsOf(
  input: SplitInput,
  { windows, missing }: CleanWindows,
  known: Settings,
  preparation: Preparation,
): Work<readonly Draft[]> {
  const { le } = input.windows;
  const all: PreparedWindow[] = [];
  const prepare = preparation(le, known, windows.length);
  for (const window of windows) {
    yield;
    all.push(prepare(window));
  }
  const drafts = [
    ...(yield* comparisons(all, le, known, missing.values)),
    ...(input.counts ?? []).map((counts) => eventsDraft(counts, known)),
    ...(input.gauges ?? []).map((series) => levelDraft(series, known)),
  ];
  for (const [index, limit] of known.limits.entries()) {
    yield;
    const gains = all.map(({ limits }) => limits[index] ?? null);
    drafts.push(limitDraft(limit, windows, gains, le, known, missing.values));
  }
  return drafts;
}

function resultOf(draft: Draft, bound: number, windows: number, known: Settings): MetricResult {
  const { name, kind, canary, baseline, le, ratio } = draft;
  const decision = decide(draft, bound, windows, known);
  const interval = draft.missing === undefined ? draft.interval(bound) : ([null, null] as const);
  const evidence = draft.missing === undefined && Number.isFinite(draft.evidence) ? draft.evidence : null;
  const result = { name, kind, ...decision, canary, baseline, le, ratio, interval, evidence, bound };
  return { ...result, sentence: metricSentence(result, draft, draft.whole < bound) };
}

/** One failing metric fails the release; one open metric keeps it open; nothing judged is nothing known. */
function overall(metrics: readonly MetricResult[]): readonly [Verdict, Reason] {
  const worst = metrics.find(({ verdict }) => verdict === 'Fail') ?? metrics.find(({ verdict }) => verdict === 'Inconclusive');
  if (worst !== undefined) return [worst.verdict, worst.reason];
  return metrics.length === 0 ? ['Inconclusive', 'too-little-evidence'] : ['Pass', 'healthy'];
}
