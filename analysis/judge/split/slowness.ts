import type { Maybe } from '../types';
import type { Work } from '../work';
import { type Draft, ratioOf, unknownSide } from './draft';
import { type Gain, gain, logMixture } from './evidence';
import { interval, refutes } from './interval';
import { type LatencyLaws, latencyLaws } from './latency';
import { missingReason } from './missing';
import { pooled } from './pool';
import { quantile } from './quantile';
import { rareEnough } from './rare';
import { noisePrior, type Settings } from './settings';
import { estimate, type Stream, weigh } from './stream';
import type { CleanWindow } from './windows';

/** Share of the trust put in the chain of bounds; the bounds by themselves have the rest in equal parts. */
const chainShare = 0.5;

/** How much is put on each alternative: most on small ones, since a large slowdown moves many requests over some bound and needs no help. */
const weights: readonly number[] = [0.25, 0.35, 0.17, 0.09, 0.05, 0.05, 0.02, 0.02];

/** The name under which the learned dispersion of one bound is given; `latency` is that of the chain, and of bounds without their own. */
export function boundName(le: number): string {
  return `latency at ${le}`;
}

/** What one window adds to the comparison of latency. */
export interface LatencyGains {
  readonly bounds: readonly (Gain | null)[];
  readonly chain: Gain | null;
}

export function latencyGains(window: CleanWindow, le: readonly number[], settings: Settings): LatencyGains | null {
  const laws: LatencyLaws | null = latencyLaws(window, le, settings.tolerated.latency);
  if (laws === null) return null;
  const notice = Math.log(settings.notice.latency);
  return {
    bounds: laws.bounds.map((law) => law && gain(law, 0, notice)),
    chain: laws.chain && gain(laws.chain, 0, notice),
  };
}

/**
 * Latency of the canary against that of the baseline: the mean of the evidence at every bucket bound, and of the chain through all of them.
 * A mean of e-processes is one, so looking at the whole distribution needs no further correction. Reported is the bound that speaks loudest.
 */
export function* latencyDraft(
  windows: readonly CleanWindow[],
  all: readonly (LatencyGains | null)[],
  le: readonly number[],
  settings: Settings,
  unusable: number,
): Work<Draft> {
  const known = all.filter((one) => one !== null);
  const noise = (name: string) => ({ learned: settings.dispersion[name] ?? settings.dispersion['latency'], prior: noisePrior });
  const bounds: Stream[] = [];
  for (const [index, bound] of le.entries()) {
    yield;
    bounds.push(weigh(present(known.map((one) => one.bounds[index] ?? null)), noise(boundName(bound)), 0, weights));
  }
  yield;
  const chain = weigh(present(known.map((one) => one.chain)), noise('latency'), 0, weights);
  const shares = [chainShare, ...bounds.map(() => (1 - chainShare) / bounds.length)];
  const price = Math.log(bounds.length / (1 - chainShare));
  const loudest = spokesman(bounds, price);
  const spoken: Stream = bounds[loudest] ?? chain;
  const best = estimate(spoken);
  const [canary, baseline] = [summary(windows, le, loudest, 'canary'), summary(windows, le, loudest, 'baseline')];
  return {
    name: 'latency',
    kind: 'comparison',
    canary: canary ?? unknownSide,
    baseline: baseline ?? unknownSide,
    le: canary === null ? null : (le[loudest] ?? null),
    missing: missingReason(canary, baseline, unusable),
    evidence: logMixture([chain.evidence, ...bounds.map(({ evidence }) => evidence)], shares),
    whole: logMixture([chain.whole, ...bounds.map(({ whole }) => whole)], shares),
    expected: Math.max(0, ...bounds.map(({ expected }) => expected - price)),
    events: canary?.bad ?? 0,
    windows: known.filter((one) => one.chain !== null).length,
    requests: (canary?.n ?? 0) + (baseline?.n ?? 0),
    ratio: spoken.gains.length === 0 ? null : ratioOf(best),
    ...(settings.tolerated.latency === 1 ? {} : { beyond: settings.tolerated.latency }),
    over: false,
    // The bound was chosen by its evidence, so its interval pays for the choice among all.
    interval: (bound) => {
      const [low, high] = interval(spoken, bound + price, best);
      return [ratioOf(low), ratioOf(high)];
    },
    refuted: (bound) => refutes(spoken, Math.log(settings.notice.latency), bound + price),
    quiet: (bound) => {
      const first = summary(windows, le, 0, 'canary');
      return first !== null && rareEnough(first.bad, first.n, bound);
    },
  };
}

function present(gains: readonly (Gain | null)[]): readonly Gain[] {
  return gains.filter((one) => one !== null);
}

/** The bound to report: the one that speaks loudest against the canary, or while none does the one that is best informed. */
function spokesman(bounds: readonly Stream[], price: number): number {
  const loudest = argmax(bounds.map(({ evidence }) => evidence));
  return (bounds[loudest]?.evidence ?? 0) > price ? loudest : argmax(bounds.map(({ expected }) => expected));
}

function argmax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? index : best), 0);
}

/** Requests, those slower than one bound, and the 99th percentile; null without any timed request. */
function summary(windows: readonly CleanWindow[], le: readonly number[], bound: number, side: 'canary' | 'baseline') {
  const slower = pooled(windows, side);
  if (slower === null || le.length === 0) return null;
  const value: Maybe = quantile(slower, le, 0.99);
  return { n: slower.timed, bad: slower.slower[bound] ?? 0, value };
}
