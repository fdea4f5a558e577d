import type { IConstruct } from 'constructs';
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
}

export function planOf(release: Release): ReleasePlan {
  const { timing, capacity, stages, replicas, requestsPerSecond, alpha = 0.01 } = release;
  let seen = 0;
  const plans = stages.map((weight): StagePlan => {
    const seconds = timing.settle + timing.watch;
    seen += (requestsPerSecond ?? 0) * (weight / 100) * seconds;
    return {
      weight,
      pods: release.freshPods ?? (release.strategy === 'canary' ? canaryPods(weight, replicas.min) : replicas.min),
      seconds,
      requests: requestsPerSecond === undefined ? undefined : Math.round(seen),
      needed: requestsNeeded(release, weight, alpha),
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
    instantRollBackSeconds: timing.keepPrevious,
    objectives: release.objectives.map(({ text }) => text),
  };
}

/** Every release below a construct, in the order they were written. */
export function releasesOf(root: IConstruct): readonly Release[] {
  return releasedBelow(root).map(({ release }) => release);
}

/** A release with the construct that makes it. */
export interface Released {
  readonly construct: IConstruct;
  readonly release: Release;
}

/** The same, each with its construct. */
export function releasedBelow(root: IConstruct): readonly Released[] {
  // Only the four strategies have the property.
  return root.node.findAll().flatMap((construct) => ('release' in construct ? [{ construct, release: construct.release as Release }] : []));
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
    if (weight === 100) return 0;
    const baseline = 0.01;
    const canary = weight / 100;
    const doubled = (2 * canary) / (1 + canary);
    const divergence = doubled * Math.log(doubled / canary) + (1 - doubled) * Math.log((1 - doubled) / (1 - canary));
    const eventsPerRequest = baseline * (1 + canary);
    return ((bound + 2) / divergence / eventsPerRequest) * canary;
  });
  return Math.ceil(Math.max(...needs));
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
