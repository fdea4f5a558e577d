import { type Draft, ratioOf, unknownSide } from './draft';
import { type Gain, gain } from './evidence';
import { hypergeometric, informative } from './hypergeometric';
import { interval, refutes } from './interval';
import { missingReason } from './missing';
import { rareEnough } from './rare';
import { noisePrior, type Settings } from './settings';
import { estimate, weigh } from './stream';
import type { CleanWindow } from './windows';

/** What one window adds to the comparison of errors; null when it says nothing. */
export function errorGain({ baseline, canary }: CleanWindow, { tolerated, notice }: Settings): Gain | null {
  if (baseline.errors === null || canary.errors === null || baseline.requests === null || canary.requests === null) return null;
  const table = {
    baseline: baseline.requests,
    canary: canary.requests,
    events: baseline.errors + canary.errors,
    observed: canary.errors,
  };
  return informative(table) ? gain(hypergeometric(table), Math.log(tolerated.errors), Math.log(notice.errors)) : null;
}

/** Errors of the canary against those of the baseline: the odds ratio of failing. */
export function errorsDraft(windows: readonly CleanWindow[], all: readonly (Gain | null)[], settings: Settings, unusable: number): Draft {
  const gains = all.filter((one) => one !== null);
  const stream = weigh(gains, { learned: settings.dispersion['errors'], prior: noisePrior });
  const best = estimate(stream);
  const [canary, baseline] = [totals(windows, 'canary'), totals(windows, 'baseline')];
  return {
    name: 'errors',
    kind: 'comparison',
    canary: canary ?? unknownSide,
    baseline: baseline ?? unknownSide,
    le: null,
    missing: missingReason(canary, baseline, unusable),
    evidence: stream.evidence,
    whole: stream.whole,
    expected: stream.expected,
    events: canary?.bad ?? 0,
    windows: gains.length,
    requests: (canary?.n ?? 0) + (baseline?.n ?? 0),
    ratio: gains.length === 0 ? null : ratioOf(best),
    over: false,
    interval: (bound) => {
      const [low, high] = interval(stream, bound, best);
      return [ratioOf(low), ratioOf(high)];
    },
    refuted: (bound) => refutes(stream, Math.log(settings.notice.errors), bound),
    quiet: (bound) => canary !== null && rareEnough(canary.bad, canary.n, bound),
  };
}

/** Requests and errors of the windows in which both were counted; null without any request. */
function totals(windows: readonly CleanWindow[], side: 'canary' | 'baseline') {
  let [n, bad] = [0, 0];
  for (const window of windows) {
    const { requests, errors } = window[side];
    if (requests === null || errors === null) continue;
    n += requests;
    bad += errors;
  }
  return n === 0 ? null : { n, bad, value: bad / n };
}
