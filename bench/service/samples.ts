import type { Judgement } from '../../analysis/contract/judgement.generated';
import type { SideWindows, Windows } from '../../analysis/contract/windows.generated';
import { uniform } from '../../analysis/judge/random';

const length = 50;
export const windowSeconds = 60;
/** The eleven buckets that prom-client has by default. */
const le = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const shares = [0, 0, 0.01, 0.1, 0.5, 0.9, 0.98, 0.996, 0.999, 1, 1, 1];

/** The last 50 windows of a healthy release. Every window of every release has numbers of its own, the same whenever one asks. */
export function windowsOf(canary: string, until: number): Windows {
  const from = until - length * windowSeconds;
  const sides = { canary: empty(), stable: empty() };
  for (let window = 0; window < length; window++) {
    const random = uniform(Number(canary.slice(1)) * 100_003 + from / windowSeconds + window);
    count(sides.canary, 250 + Math.floor(100 * random()), random);
    count(sides.stable, 2_500 + Math.floor(400 * random()), random);
  }
  return { from, seconds: windowSeconds, le, ...sides };
}

function empty(): SideWindows {
  return { requests: [], errors: [], buckets: [] };
}

function count({ requests, errors, buckets }: SideWindows, all: number, random: () => number): void {
  const wavering = 0.98 + 0.04 * random();
  requests.push(all);
  errors.push(Math.floor(all * 0.007 * random()));
  buckets.push(shares.map((share) => Math.round(all * (share > 0 && share < 0.9 ? share * wavering : share))));
}

/** The request at a look; another canary is another release, which nobody has judged before. */
export function requestOf(canary: number): string {
  const canaryHash = `c${canary}`;
  return JSON.stringify({
    rollout: 'myapp',
    namespace: 'production',
    canaryHash,
    stableHash: 'aaa',
    phase: 'step',
    objectives: 'all',
    weight: '10',
  });
}

/** An answer of the size that the service gives. */
export function judgementOf(): Judgement {
  const side = { n: 15_147, bad: 50, value: 0.003301 };
  const metric = {
    verdict: 'Pass',
    reason: 'healthy',
    canary: side,
    stable: side,
    ratio: 1.001,
    interval: [0.5121, 1.912],
    evidence: -1.234,
    bound: 5.521,
  } as const;
  return {
    id: '4e22d0de2718bbfa3ec497df',
    verdict: 'Pass',
    reason: 'healthy',
    message: 'Healthy on 50 windows: errors, latency, error-rate at most 0.05, p99 at most 1.5 x stable.',
    rollout: 'myapp',
    judge: 'split',
    window: { from: 1_700_000_040, to: 1_700_003_040, seconds: 60, count: length },
    metrics: [
      { name: 'error-rate', ...metric, interval: [0.5121, 1.912] },
      { name: 'p99', ...metric, interval: [0.5121, 1.912] },
    ],
  };
}
