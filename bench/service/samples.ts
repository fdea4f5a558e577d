import type { Judgement } from '../../analysis/contract/judgement.generated';
import type { Windows } from '../../analysis/contract/windows.generated';

/** 50 windows of a healthy release, with the eleven buckets that prom-client has by default. */
const length = 50;
const le = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const shares = [0, 0, 0.01, 0.1, 0.5, 0.9, 0.98, 0.996, 0.999, 1, 1, 1];

export const windows: Windows = {
  from: 1_700_000_040,
  seconds: 60,
  le,
  canary: side(300, 1),
  stable: side(2_700, 9),
};

function side(requests: number, errors: number): Windows['canary'] {
  const all = Array.from({ length }, (_, i) => requests + (i % 7));
  return { requests: all, errors: all.map(() => errors), buckets: all.map((n) => shares.map((share) => Math.round(n * share))) };
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
