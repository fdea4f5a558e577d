import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { onStage, type Scenario } from '../scenario';
import { type Plan, type Stage, usualRate } from '../stage';

const plan: Plan = { strategy: 'canary', times: { stages: [10, 50] } };

/** What happens around a release: the first one, a newer one, a person, and restarts of everything that takes part. */
export const lifecycle: readonly Scenario[] = [
  {
    name: 'first-deployment',
    holds: 'the first version has no gate: it serves as soon as its pods are ready, and no analysis runs',
    run: onStage(plan, async (stage) => {
      stage.suite.traffic.add(stage.load);
      await stage.deploy('1.0.0');
      const took = await stage.until('it is healthy', 60, () => stage.isHealthy('1.0.0'));
      await pause(3_000);
      assert.equal(stage.runs.length, 0, 'no analysis ran');
      return `healthy after ${took.toFixed(0)} s, no AnalysisRun`;
    }),
  },
  {
    name: 'superseded',
    holds: 'a newer version in mid-canary: starts anew from 0, ends with the newer one, the one between gets no more traffic',
    run: onStage(plan, async (stage) => {
      await stage.settle();
      await stage.deploy('2.0.0');
      await stage.until('half of the traffic is on the canary', 200, () => stage.observer.look().weight === 50);
      const old = stage.observer.look().wanted;
      await stage.deploy('3.0.0');
      await stage.until(
        'the newer version has no traffic yet',
        15,
        () => stage.observer.look().weight === 0 && stage.observer.look().wanted !== old,
      );
      const begun = Date.now();
      await finishes(stage, '3.0.0');
      const weights = stage.observer.weights(begun);
      assert.deepEqual(weights, [0, 10, 50, 100, 0], 'weights in order');
      const first = stage.runs.find(({ status }) => status?.phase === 'Failed');
      assert.equal(first, undefined, 'no run failed');
      return `weights ${weights.join(', ')}`;
    }),
  },
  {
    name: 'abort-and-fix-forward',
    holds: 'after an abort a fixed version goes through all stages, without anybody deleting anything',
    run: onStage(plan, async (stage) => {
      await stage.settle();
      stage.load.health = (version) => (version === '2.0.0' ? { errors: 0.2 } : {});
      await stage.deploy('2.0.0');
      await stage.until('the release is aborted', 150, () => stage.observer.look().aborted);
      await stage.until('all traffic is on stable', 10, () => stage.observer.look().weight === 0);
      await pause(1_000);
      const begun = await stage.deploy('2.0.1');
      await finishes(stage, '2.0.1');
      const weights = stage.observer.weights(begun);
      assert.deepEqual(weights, [0, 10, 50, 100, 0], 'weights in order');
      return `weights ${weights.join(', ')}`;
    }),
  },
  {
    name: 'undecided-asked-again',
    holds: 'after a pause for a person, clearing the pause asks the same stage again; with traffic back the release goes on by itself',
    run: onStage(plan, async (stage) => {
      await pausesForAPerson(stage);
      const runs = stage.runs.length;
      const { step } = stage.observer.look();
      stage.load.requestsPerSecond = usualRate;
      await stage.suite.cluster.merge(stage.object, { status: { pauseConditions: null } }, 'status');
      await stage.until('another run asks', 30, () => stage.runs.length > runs);
      assert.equal(stage.observer.look().step, step, 'the step is the same');
      const took = await stage.until('the release is done', 300, () => stage.isHealthy('2.0.0'));
      return `asked again in step ${step}, done after ${took.toFixed(0)} s`;
    }),
  },
  {
    name: 'undecided-promoted',
    holds:
      'after a pause for a person, `promote` skips the undecided stage: the next one gets its traffic without evidence, and is judged itself',
    run: onStage(plan, async (stage) => {
      await pausesForAPerson(stage);
      const { step } = stage.observer.look();
      // As kubectl argo rollouts promote does it for a canary whose analysis was inconclusive.
      const status = { pauseConditions: null, controllerPause: false, currentStepIndex: step + 1 };
      await stage.suite.cluster.merge(stage.object, { status }, 'status');
      await stage.until('the next stage has its traffic', 30, () => stage.observer.look().weight === 50);
      await pause(25_000);
      assert.equal(stage.observer.look().weight, 50, 'the next stage waits for evidence of its own');
      return 'the next stage got 50 % without evidence for the one before, and waits for its own';
    }),
  },
  {
    name: 'service-restart',
    holds: 'the analysis service is restarted gently in mid-stage: the release goes on as if nothing had happened',
    run: onStage(plan, async (stage) => {
      await stage.settle();
      const begun = await stage.deploy('2.0.0');
      await stage.until('the canary has traffic', 90, () => stage.observer.look().weight === 10);
      await pause(12_000);
      await stage.judge.stop('SIGTERM');
      await stage.judge.start();
      const took = await finishes(stage, '2.0.0');
      assert.deepEqual(stage.observer.weights(begun), [0, 10, 50, 100, 0], 'weights in order');
      const errors = stage.runs.flatMap(({ status }) => status?.metricResults ?? []).reduce((sum, { error = 0 }) => sum + error, 0);
      return `done ${took.toFixed(0)} s later, ${errors} looks found nobody`;
    }),
  },
  {
    name: 'controller-restart',
    holds: 'the controller is killed in mid-canary and comes back 10 s later: the weight stays, the release goes on where it was',
    alone: true,
    run: onStage(plan, async (stage) => {
      const { controller } = stage.suite;
      if (controller === undefined) return 'not run: the controller is the cluster\u2019s own (give --controller PATH)';
      await stage.settle();
      const begun = await stage.deploy('2.0.0');
      await stage.until('half of the traffic is on the canary', 200, () => stage.observer.look().weight === 50);
      await controller.stop('SIGKILL');
      await pause(10_000);
      assert.equal(stage.observer.look().weight, 50, 'the weight stays');
      await controller.start();
      const took = await finishes(stage, '2.0.0');
      assert.deepEqual(stage.observer.weights(begun), [0, 10, 50, 100, 0], 'weights in order');
      return `done ${took.toFixed(0)} s after it was back`;
    }),
  },
];

/** Until the version is stable and the weight rests. After the last stage the controller gives it everything before it becomes stable. */
async function finishes(stage: Stage, version: string): Promise<number> {
  const took = await stage.until('the release is done', 300, () => stage.isHealthy(version));
  await stage.until('the weight rests', 10, () => stage.observer.look().weight === 0);
  await pause(500);
  return took;
}

/** No traffic in the first stage, until its looks are used up. */
async function pausesForAPerson(stage: Stage): Promise<void> {
  await stage.settle();
  stage.load.requestsPerSecond = 0;
  await pause(15_000);
  await stage.deploy('2.0.0');
  await stage.until('the release pauses for a person', 300, () => {
    const undecided = stage.runs.some(({ status }) => status?.phase === 'Inconclusive');
    return undecided && stage.rollout.status?.controllerPause === true && stage.observer.look().phase === 'Paused';
  });
  // A person takes longer than the controller's cache.
  await pause(3_000);
}
