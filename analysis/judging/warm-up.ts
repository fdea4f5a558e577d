import type { JudgedRollout } from '../contract/catalogue.generated';
import type { SideWindows } from '../contract/windows.generated';
import { finished } from '../judge/work';
import type { ReleaseJudge } from './opinion';

/** Enough for the compiler of the runtime to have seen everything. */
const rounds = 40;
const length = 50;
const le: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Lets a judge practise on made-up releases before the first real one waits for it. Remembers nothing that matters and tells nobody. */
export function warmUp(judge: ReleaseJudge, rollouts: readonly JudgedRollout[]): void {
  for (let round = 0; round < rounds; round++) {
    const rollout = rollouts[round % rollouts.length];
    if (rollout === undefined) return;
    const windows = { from: 0, seconds: rollout.windowSeconds, le: [...le], canary: side(round, 1), stable: side(round, 9) };
    finished(judge.judge({ rollout, objectives: rollout.objectives, windows }));
  }
}

/** No two windows are alike: a judge remembers those that are. */
function side(round: number, times: number): SideWindows {
  const counts = Array.from({ length }, (_, window) => (100 + round * length + window) * times);
  return {
    requests: counts,
    errors: counts.map((_, window) => times * (1 + (window % 3))),
    buckets: counts.map((all) => [...le.map((bound) => Math.round(all * (1 - Math.exp(-8 * bound)))), all]),
  };
}
