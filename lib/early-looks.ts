import { budgetOf, type Looks, passesOf } from './analysis-template';
import { requestsNeeded } from './plan';
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

/**
 * Seconds of looks that come too early to pass: in the first stage before the judge has its windows, and in every stage, where the traffic
 * is declared, before there are as many requests as it needs. The watch counts from the first look that passes.
 *
 * @param window seconds, where the catalogue has others
 */
export function earlySeconds({ objectives, stages, requestsPerSecond, looks, settle, alpha }: Watched, window = windowSeconds): number {
  // Then a person decides.
  const most = budgetOf(looks) - passesOf(looks);
  const besideStable = objectives.some(({ kind, metric }) => kind === 'relative' && metric.unit === 'seconds');
  let early = 0;
  let seen = 0;
  for (const [index, weight] of stages.entries()) {
    const perSecond = ((requestsPerSecond ?? 0) * weight) / 100;
    const gathering = perSecond > 0 ? (requestsNeeded({ objectives }, weight, alpha) - seen) / perSecond : 0;
    const windows = besideStable && weight < 100 ? fewestWindows.p99BesideStable : fewestWindows.limit;
    const wait = Math.max(index === 0 ? windows * window : 0, gathering);
    const tooEarly = Math.min(most, Math.max(0, Math.ceil((wait - settle) / looks.interval))) * looks.interval;
    early += tooEarly;
    seen += perSecond * (settle + tooEarly + looks.watch);
  }
  return early;
}
