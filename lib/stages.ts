import type { IConstruct } from 'constructs';
import { reject } from './problems';

export const defaultStages: readonly number[] = [10, 25, 50, 75, 100];

/** Stages are whole percentages that grow and end at 100 at the most. Reports every one that is not. */
export function checkStages(construct: IConstruct, stages: readonly number[]): void {
  if (stages.length === 0)
    reject(construct, 'stages: a canary has at least one stage, got an empty list; leave it out for 10, 25, 50, 75, 100');
  stages.forEach((stage, index) => {
    if (!Number.isInteger(stage) || stage < 1 || stage > 100) {
      reject(construct, `stages[${index}]: a stage is a whole percentage from 1 to 100, got ${stage}`);
    }
    const previous = stages[index - 1];
    if (previous !== undefined && stage <= previous) {
      reject(construct, `stages[${index}]: stages grow, got ${stage} after ${previous}; put them in rising order`);
    }
  });
}

/**
 * Pods of the canary at a weight, at least two so that a p99 means something.
 * Argo Rollouts rounds up (traffic-routed canary) and keeps `minPodsPerReplicaSet`.
 *
 * @example canaryPods(25, 5) // 2
 */
export function canaryPods(weight: number, replicas: number): number {
  return Math.min(replicas, Math.max(2, Math.ceil((weight / 100) * replicas)));
}
