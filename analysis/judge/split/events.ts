import type { EventCounts, Maybe } from '../types';
import { type Draft, ratioOf, unknownSide } from './draft';
import { gain } from './evidence';
import { interval, refutes } from './interval';
import { missingReason } from './missing';
import { noisePrior, type Settings } from './settings';
import { shares } from './shares';
import { estimate, weigh } from './stream';
import { count, unusableIn } from './windows';

/** Windows without a single event on the canary after which a rare event counts as absent. */
const quietWindows = 10;

/** Rare events without a denominator: the ratio of their rates. */
export function eventsDraft({ name, baseline, canary }: EventCounts, settings: Settings): Draft {
  const windows = canary.events.flatMap((_, window) => {
    const [left, right] = [sideOf(baseline, window), sideOf(canary, window)];
    return left === null || right === null ? [] : [{ left, right }];
  });
  const laws = windows
    .filter(({ left, right }) => left.events + right.events > 0)
    .map(({ left, right }) =>
      shares({ baseline: left.exposure, canary: right.exposure, events: left.events + right.events, observed: right.events }),
    );
  const gains = laws.map((law) => gain(law, Math.log(settings.tolerated.events), Math.log(settings.notice.events)));
  const stream = weigh(gains, { learned: settings.dispersion[name], prior: noisePrior });
  const best = estimate(stream);
  const sides = { canary: total(canary), baseline: total(baseline) };
  const unusable = [canary.events, canary.exposure, baseline.events, baseline.exposure].reduce((sum, one) => sum + unusableIn(one), 0);
  return {
    name,
    kind: 'comparison',
    canary: sides.canary ?? unknownSide,
    baseline: sides.baseline ?? unknownSide,
    le: null,
    missing: missingReason(sides.canary, sides.baseline, unusable),
    evidence: stream.evidence,
    whole: stream.whole,
    expected: stream.expected,
    events: sides.canary?.bad ?? 0,
    windows: gains.length,
    requests: 0,
    ratio: gains.length === 0 ? null : ratioOf(best),
    over: false,
    interval: (bound) => {
      const [low, high] = interval(stream, bound, best);
      return [ratioOf(low), ratioOf(high)];
    },
    refuted: (bound) => refutes(stream, Math.log(settings.notice.events), bound),
    quiet: () => windows.length >= quietWindows && sides.canary?.bad === 0,
  };
}

interface Exposed {
  readonly events: readonly Maybe[];
  readonly exposure: readonly Maybe[];
}

function sideOf(side: Exposed, window: number): { readonly events: number; readonly exposure: number } | null {
  const events = count(side.events[window]);
  const exposure = side.exposure[window];
  if (events === null || typeof exposure !== 'number' || !Number.isFinite(exposure) || exposure <= 0) return null;
  return { events, exposure };
}

function total(side: Exposed): { readonly n: number; readonly bad: number; readonly value: number } | null {
  const known = side.events.flatMap((_, window) => sideOf(side, window) ?? []);
  const n = known.reduce((sum, { exposure }) => sum + exposure, 0);
  const bad = known.reduce((sum, { events }) => sum + events, 0);
  return n === 0 ? null : { n, bad, value: bad / n };
}
