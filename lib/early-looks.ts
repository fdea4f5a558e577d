import { budgetOf, type Looks, passesOf } from './analysis-template';
import type { Release } from './release';

/** The judge counts requests in windows of so many seconds. */
export const windowSeconds = 60;

/** The judge passes on no fewer windows: the p99 of the stable side takes one more, which shows it. */
const fewestWindows = { limit: 2, p99BesideStable: 3 };

/** How a release is watched, and with how much traffic. */
export interface Watched extends Pick<Release, 'objectives' | 'stages' | 'requestsPerSecond'> {
  readonly looks: Looks;
  readonly settle: number;
  readonly alpha: number;
}

/** What a stage has of looks and of evidence. */
export interface StageLooks {
  /** Seconds of looks that come before there is evidence. */
  readonly early: number;
  /** Whether the evidence comes before the looks are used up; else a person decides. False where no traffic is declared. */
  readonly enough: boolean;
}

/**
 * Seconds of looks that come too early to pass: in the first stage before the judge has its windows, and in every stage, where the traffic
 * is declared, before there are as many requests as it needs. The watch counts from the first look that passes.
 *
 * @param window seconds, where the catalogue has others
 */
export function earlySeconds(watched: Watched, window = windowSeconds): number {
  return looksOf(watched, window).reduce((sum, { early }) => sum + early, 0);
}

/** The same, stage by stage. */
export function looksOf({ objectives, stages, requestsPerSecond, looks, settle, alpha }: Watched, window = windowSeconds): StageLooks[] {
  // Then a person decides.
  const most = budgetOf(looks) - passesOf(looks);
  const besideStable = objectives.some(({ kind, metric }) => kind === 'relative' && metric.unit === 'seconds');
  let seen = 0;
  return stages.map((weight, index) => {
    const perSecond = ((requestsPerSecond ?? 0) * weight) / 100;
    const gathering = perSecond > 0 ? (requestsNeeded({ objectives }, weight, alpha) - seen) / perSecond : 0;
    const windows = besideStable && weight < 100 ? fewestWindows.p99BesideStable : fewestWindows.limit;
    const wait = Math.max(index === 0 ? windows * window : 0, gathering);
    const tooEarly = Math.max(0, Math.ceil((wait - settle) / looks.interval));
    const early = Math.min(most, tooEarly) * looks.interval;
    seen += perSecond * (settle + early + looks.watch);
    return { early, enough: perSecond > 0 && tooEarly <= most };
  });
}

/**
 * Requests on the new version before the judge can tell.
 *
 * Against an absolute limit: so many that, with the limit reached, none going wrong would be as rare as the error budget.
 * Against the stable side: so many that a doubled share of bad requests, from 1 %, is expected to bring the evidence to the bound.
 * (Expected log evidence of the split form: events times the Kullback-Leibler divergence of the canary's share of them.)
 *
 * @example requestsNeeded of `errorRate.atMost(percent(5))` alone at alpha 0.01 // 90
 */
export function requestsNeeded({ objectives }: Pick<Release, 'objectives'>, weight: number, alpha: number): number {
  const bound = Math.log(objectives.length / alpha);
  const needs = objectives.map((objective): number => {
    if (objective.kind === 'absolute') {
      const share = objective.metric.unit === 'ratio' ? objective.limit : 0.01; // a p99 limit is broken by more than 1 % slow requests
      return bound / -Math.log1p(-share);
    }
    if (weight === 100 || weight === 0) return 0;
    const baseline = 0.01;
    const canary = weight / 100;
    const doubled = (2 * canary) / (1 + canary);
    const divergence = doubled * Math.log(doubled / canary) + (1 - doubled) * Math.log((1 - doubled) / (1 - canary));
    const eventsPerRequest = baseline * (1 + canary);
    return ((bound + 2) / divergence / eventsPerRequest) * canary;
  });
  return Math.ceil(Math.max(...needs));
}
