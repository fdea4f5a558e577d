import assert from 'node:assert/strict';
import { type Plan, Stage, type Suite } from './stage';

/** One thing that must hold on a real cluster. */
export interface Scenario {
  /** Also the namespace, with `e2e-` before it. */
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly holds: string;
  /** Disturbs what others use: runs alone, after them. */
  readonly alone?: boolean;
  /**
   * @param name the scenario's own
   * @returns what was seen, in a few words for the results
   * @throws when it does not hold
   */
  run(suite: Suite, name: string): Promise<string>;
}

/** Plays on a stage of its own, where a side with traffic must have ready pods all along, and takes it down afterwards. */
export function onStage(plan: Plan, play: (stage: Stage) => Promise<string>): Scenario['run'] {
  return async (suite, name) => {
    const stage = await Stage.of(suite, name, plan);
    let held = false;
    try {
      const seen = await play(stage);
      assert.deepEqual(stage.observer.blackouts(), [], 'a side with traffic has ready pods');
      held = true;
      return seen;
    } finally {
      await stage.end(suite.keepFailed && !held);
    }
  };
}
