import type { At } from './at';
import { seconds } from './text';

/** What a canary step does. */
export type StepKey = 'setWeight' | 'pause' | 'experiment' | 'analysis' | 'setCanaryScale' | 'setHeaderRoute' | 'setMirrorRoute' | 'plugin';

export const stepKeys: readonly StepKey[] = [
  'setWeight',
  'pause',
  'experiment',
  'analysis',
  'setCanaryScale',
  'setHeaderRoute',
  'setMirrorRoute',
  'plugin',
];

/** State of a canary after a step: what the traffic and the pods are by then. */
export interface StepState {
  readonly at: At;
  readonly key: StepKey | undefined;
  readonly weight: number;
  /** Whether anything reached the canary: a weight or a header route. */
  readonly hadTraffic: boolean;
  /** Pods that setCanaryScale holds: a percentage, a number of pods, or none. */
  readonly pinned: Pin | undefined;
  /** Whether the canary was given any pods. */
  readonly hasPods: boolean;
  /** Seconds of pauses since the last change of the weight; Infinity after a pause without end. */
  readonly settled: number;
}

export interface Pin {
  readonly at: At;
  readonly weight?: number;
  readonly replicas?: number;
}

/** Goes through the steps of a canary, one state per step. */
export function statesOf(steps: readonly At[]): readonly StepState[] {
  const states: StepState[] = [];
  let state: Omit<StepState, 'at' | 'key'> = { weight: 0, hadTraffic: false, pinned: undefined, hasPods: false, settled: 0 };
  for (const at of steps) {
    state = after(state, at);
    states.push({ ...state, at, key: stepKeys.find((key) => at.has(key)) });
  }
  return states;
}

function after(before: Omit<StepState, 'at' | 'key'>, at: At): Omit<StepState, 'at' | 'key'> {
  if (at.has('setWeight')) {
    const weight = at.get('setWeight').number ?? 0;
    const hasPods = weight > 0 || (before.hasPods && before.pinned !== undefined);
    return { ...before, weight, hadTraffic: before.hadTraffic || weight > 0, hasPods, settled: 0 };
  }
  if (at.has('pause')) {
    const duration = at.get('pause', 'duration');
    return { ...before, settled: before.settled + (duration.given ? (seconds(duration.value) ?? 0) : Number.POSITIVE_INFINITY) };
  }
  if (at.has('setCanaryScale')) {
    const scale = at.get('setCanaryScale');
    if (scale.get('matchTrafficWeight').value === true) return { ...before, pinned: undefined, hasPods: before.weight > 0 };
    const [weight, replicas] = [scale.get('weight').number, scale.get('replicas').number];
    const pinned = { at: scale, ...(weight === undefined ? {} : { weight }), ...(replicas === undefined ? {} : { replicas }) };
    return { ...before, pinned, hasPods: (weight ?? replicas ?? 0) > 0 };
  }
  // Testers are traffic, too.
  if (at.get('setHeaderRoute').has('match')) return { ...before, hadTraffic: true };
  return before;
}
