import type { AbsoluteLimit, SideSummary } from '../types';
import { type Draft, ratioOf, unknownSide } from './draft';
import { type Gain, gain } from './evidence';
import { hypergeometric, informative } from './hypergeometric';
import { interval, refutes } from './interval';
import { tail } from './latency';
import type { Law } from './law';
import { missingReason } from './missing';
import { emptyPool, pooled, pour } from './pool';
import { quantile } from './quantile';
import { noisePrior, type Settings } from './settings';
import { shares } from './shares';
import { estimate, weigh } from './stream';
import { trials } from './trials';
import type { CleanWindow } from './windows';

/** Share of requests that may be slower than the 99th percentile. */
const beyond = 0.01;
/** Requests of the baseline before its 99th percentile is taken for one: two of them are slower. */
const leastBaseline = 200;
const rounding = 1e-6;

/**
 * A limit that holds whatever the baseline does, tested like a comparison: it fails when the evidence over the release, not one window, is over it.
 *
 * "p99 at most s" is the claim that at most 1 percent of the requests are slower than s, with requests inside a bucket counted in part, as
 * histogram_quantile does: the canary fails when Prometheus' own p99 of it would be over the limit without noise. So each limit is a share or a ratio of
 * shares, and its false alarms are bounded like those of the comparison.
 */
export function limitDraft(
  limit: AbsoluteLimit,
  windows: readonly CleanWindow[],
  prepared: readonly (Gain | null)[],
  le: readonly number[],
  settings: Settings,
  unusable: number,
): Draft {
  const tolerated = toleratedTilt(limit);
  const gains = needsHistory(limit) ? slowerThanStable(windows, le, limit.times, settings) : prepared.filter((one) => one !== null);
  const laws = gains.map(({ law }) => law);
  // Not estimated here: noise that is fixed beforehand keeps the bound on false alarms exact, and far under a limit there are too few events to learn from.
  const learned = settings.dispersion[limit.metric === 'p99' ? 'latency' : 'errors'] ?? noisePrior;
  const stream = weigh(gains, { learned, prior: noisePrior }, tolerated);
  const best = estimate(stream);
  const [canary, baseline] = [side(limit, windows, le, 'canary'), side(limit, windows, le, 'baseline')];
  const lone = limit.kind === 'at-most';
  return {
    name: limitName(limit),
    kind: 'limit',
    canary: canary ?? unknownSide,
    baseline: baseline ?? unknownSide,
    le: null,
    missing: missingReason(canary, lone ? {} : baseline, unusable),
    evidence: stream.evidence,
    whole: stream.whole,
    expected: stream.expected,
    events: laws.reduce((sum, { observed }) => sum + observed, 0),
    windows: laws.length,
    requests: (canary?.n ?? 0) + (lone ? 0 : (baseline?.n ?? 0)),
    ratio: laws.length === 0 ? null : ratioOf(best - tolerated),
    over: stream.fit - tolerated > rounding,
    interval: (bound) => {
      const [low, high] = interval(stream, bound, best);
      return [ratioOf(low === null ? null : low - tolerated), ratioOf(high === null ? null : high - tolerated)];
    },
    refuted: (bound) => refutes(stream, tolerated, bound),
    quiet: () => false,
    ...unmeasured(limit, le),
  };
}

/** Buckets that end before the limit never tell who is slower. */
function unmeasured(limit: AbsoluteLimit, le: readonly number[]): Pick<Draft, 'unmeasured'> {
  const beyondAll = limit.kind === 'at-most' && limit.metric === 'p99' && le.length > 0 && limit.value > Math.max(...le);
  return beyondAll ? { unmeasured: `no latency bucket reaches ${limit.value} s` } : {};
}

/** What one window by itself says about the limit. */
export function limitGain(limit: AbsoluteLimit, window: CleanWindow, le: readonly number[], settings: Settings): Gain | null {
  if (needsHistory(limit)) return null;
  const law = limit.kind === 'times-stable' ? errorTable(window) : lone(limit, window, le);
  return law && gainBeyond(law, toleratedTilt(limit), settings);
}

function gainBeyond(law: Law, tolerated: number, { notice }: Settings): Gain {
  return gain(law, tolerated, tolerated + Math.log(notice.limits));
}

/** What a person calls the limit: `error-rate at most 0.05`, `p99 at most 1.5 x stable`. */
export function limitName(limit: AbsoluteLimit): string {
  return limit.kind === 'at-most' ? `${limit.metric} at most ${limit.value}` : `${limit.metric} at most ${limit.times} x stable`;
}

/** The limit as a log ratio: of odds to 1 for a share, of odds or of shares between the sides otherwise. */
function toleratedTilt(limit: AbsoluteLimit): number {
  if (limit.kind === 'times-stable') return limit.metric === 'error-rate' ? Math.log(limit.times) : 0;
  const share = limit.metric === 'p99' ? beyond : limit.value;
  return Math.log(share / (1 - share));
}

/** Whether a window says nothing about the limit without those before it. */
function needsHistory(limit: AbsoluteLimit): limit is AbsoluteLimit & { readonly kind: 'times-stable'; readonly metric: 'p99' } {
  return limit.kind === 'times-stable' && limit.metric === 'p99';
}

function lone(limit: AbsoluteLimit & { readonly kind: 'at-most' }, { canary }: CleanWindow, le: readonly number[]): Law | null {
  if (limit.metric === 'error-rate') {
    return canary.errors === null || canary.requests === null || canary.requests === 0
      ? null
      : trials({ requests: canary.requests, observed: canary.errors });
  }
  const observed = tail(canary, le, limit.value, 'linear');
  return Number.isNaN(observed) || canary.timed === 0 ? null : trials({ requests: canary.timed, observed });
}

function errorTable({ baseline, canary }: CleanWindow): Law | null {
  if (baseline.errors === null || canary.errors === null) return null;
  const table = {
    baseline: baseline.requests ?? 0,
    canary: canary.requests ?? 0,
    events: baseline.errors + canary.errors,
    observed: canary.errors,
  };
  return informative(table) ? hypergeometric(table) : null;
}

/**
 * The canary's share of requests slower than `times` the baseline's p99, against the baseline's share slower than that p99. The p99 is taken from the
 * windows before, so that no window chooses the question it answers.
 */
function slowerThanStable(windows: readonly CleanWindow[], le: readonly number[], times: number, settings: Settings): readonly Gain[] {
  const past = emptyPool(le.length);
  return windows.flatMap((window) => {
    const stable = past.timed < leastBaseline ? null : quantile(past, le, 1 - beyond);
    pour(window.baseline, past);
    if (stable === null) return [];
    const [left, right] = [tail(window.baseline, le, stable, 'linear'), tail(window.canary, le, stable * times, 'linear')];
    const { timed: baseline } = window.baseline;
    const { timed: canary } = window.canary;
    if (!(left + right > 0 && baseline > 0 && canary > 0)) return [];
    return [gainBeyond(shares({ baseline, canary, events: left + right, observed: right }), 0, settings)];
  });
}

/** What the metric itself was on one side over all windows. */
function side(
  limit: AbsoluteLimit,
  windows: readonly CleanWindow[],
  le: readonly number[],
  name: 'canary' | 'baseline',
): SideSummary | null {
  if (limit.metric === 'p99') {
    const buckets = pooled(windows, name);
    return buckets === null || le.length === 0 ? null : { n: buckets.timed, bad: null, value: quantile(buckets, le, 1 - beyond) };
  }
  let [n, bad] = [0, 0];
  for (const window of windows) {
    const { requests, errors } = window[name];
    if (requests === null || errors === null) continue;
    n += requests;
    bad += errors;
  }
  return n === 0 ? null : { n, bad, value: bad / n };
}
