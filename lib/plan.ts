import { looksOf, requestsNeeded } from './early-looks';
import type { Release } from './release';
import { canaryPods } from './stages';

/** What a release will do, derived from its props; nothing is measured. */
export interface ReleasePlan {
  readonly name: string;
  readonly namespace: string;
  readonly strategy: Release['strategy'];
  readonly machinery: Release['machinery'];
  readonly stages: readonly StagePlan[];
  /** Seconds, when every look passes and the images are on the nodes. */
  readonly expectedSeconds: number;
  readonly peakPods: number;
  readonly peakConnections: number;
  /** 80 % of what one MongoDB node accepts. */
  readonly connectionLimit: number;
  readonly migrations: readonly string[];
  /** Whether a Job of the migration backs up before it. */
  readonly backsUp: boolean;
  /** Whether a pod of the migration follows what the previous version writes. */
  readonly catchesUp: boolean;
  /** Seconds after a success in which roll back only moves traffic. */
  readonly instantRollBackSeconds: number;
  readonly objectives: readonly string[];
}

export interface StagePlan {
  /** Percent of the traffic on the new version. */
  readonly weight: number;
  /** Pods of the new version. */
  readonly pods: number;
  readonly seconds: number;
  /** Requests that the new version gets until the end of the stage, all stages so far; undefined without declared traffic. */
  readonly requests: number | undefined;
  /** Requests on the new version that the judge needs to notice the effect it must catch. */
  readonly needed: number;
  readonly evidence: Evidence;
}

/**
 * When there is evidence: `in-time`, by the end of the watch; `later`, after more looks, which the expected duration counts; `never`, before
 * the looks are used up. `unjudged`: too few requests to tell, and nobody waits for them. `none-needed`: nothing to compare, or no request.
 */
export type Evidence = 'undeclared' | 'none-needed' | 'in-time' | 'later' | 'never' | 'unjudged';

export function planOf(release: Release): ReleasePlan {
  const { timing, capacity, stages, replicas, requestsPerSecond, alpha = 0.01 } = release;
  const looks = looksOf({ ...release, alpha, looks: { interval: timing.look, watch: timing.watch }, settle: timing.settle });
  let seen = 0;
  const plans = stages.map((weight, index): StagePlan => {
    const needed = weight === 0 ? 0 : requestsNeeded(release, weight, alpha);
    const seconds = timing.settle + timing.watch;
    seen += (requestsPerSecond ?? 0) * (weight / 100) * seconds;
    return {
      weight,
      pods: release.freshPods ?? (release.strategy === 'canary' ? canaryPods(weight, replicas.min) : replicas.min),
      seconds,
      requests: requestsPerSecond === undefined ? undefined : Math.round(seen),
      needed,
      evidence: evidenceOf(release, Math.round(seen), needed, looks[index]?.enough ?? false),
    };
  });
  return {
    name: release.name,
    namespace: release.namespace,
    strategy: release.strategy,
    machinery: release.machinery,
    stages: plans,
    expectedSeconds: timing.expected,
    peakPods: capacity.pods,
    peakConnections: capacity.connections,
    connectionLimit: Math.floor(capacity.connectionBudget * 0.8),
    migrations: release.migrations,
    backsUp: release.backsUp ?? false,
    catchesUp: release.catchesUp ?? false,
    instantRollBackSeconds: timing.keepPrevious,
    objectives: release.objectives.map(({ text }) => text),
  };
}

function evidenceOf({ machinery, requestsPerSecond }: Release, requests: number, needed: number, enough: boolean): Evidence {
  if (needed === 0) return 'none-needed';
  if (requestsPerSecond === undefined) return 'undeclared';
  if (requests >= needed) return 'in-time';
  if (machinery === 'deployment') return 'unjudged';
  return enough ? 'later' : 'never';
}

/** `27 min 30 s`, as people say it. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [Math.round(seconds % 60), 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.join(' ') || '0 s';
}
