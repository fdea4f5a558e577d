import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { onStage, type Scenario } from '../scenario';
import type { Plan, Stage } from '../stage';

const plan: Plan = { strategy: 'canary', times: { stages: [10, 50] } };
const next = '2.0.0';

/** Nothing to measure: never a pass, never an abort of a healthy version; the release holds and goes on by itself when data are back. */
export const missingData: readonly Scenario[] = [
  {
    name: 'no-traffic',
    holds: 'no requests at all: holds until its looks are used up, then pauses for a person; nothing is promoted or aborted',
    run: onStage(plan, async (stage) => {
      await stage.settle();
      stage.load.requestsPerSecond = 0;
      // The window behind the first look still holds the traffic from before.
      await pause(15_000);
      const begun = await stage.deploy(next);
      const after = await stage.until('the release pauses for a person', 240, () => isHeld(stage));
      nothingHappened(stage, begun, 10);
      const run = stage.runs.find(({ status }) => status?.phase === 'Inconclusive');
      return `paused after ${after.toFixed(0)} s at 10 %: "${stage.reasonOf(run)}"`;
    }),
  },
  {
    name: 'prometheus-down',
    holds: 'Prometheus is down in mid-stage: holds; goes on by itself when it is back',
    run: onStage(plan, (stage) =>
      holdsAndRecovers(
        stage,
        () => stage.prometheus.stop('SIGKILL'),
        () => stage.prometheus.start(),
      ),
    ),
  },
  {
    name: 'metric-renamed',
    holds: 'the new version renamed its metrics: holds; goes on by itself when they are back',
    run: onStage(plan, (stage) =>
      holdsAndRecovers(
        stage,
        async () => {
          stage.load.prefix = (version) => (version === next ? 'app_' : '');
        },
        async () => {
          stage.load.prefix = () => '';
        },
      ),
    ),
  },
  {
    name: 'service-killed',
    holds: 'the analysis service is killed in mid-stage and restarted: holds, goes on by itself',
    run: onStage(plan, (stage) =>
      holdsAndRecovers(
        stage,
        () => stage.judge.stop('SIGKILL'),
        () => stage.judge.start(),
        15,
      ),
    ),
  },
  {
    name: 'service-away-3-minutes',
    holds: 'the analysis service is away for three minutes: holds, not aborted, goes on by itself',
    run: onStage(plan, (stage) =>
      holdsAndRecovers(
        stage,
        () => stage.judge.stop('SIGKILL'),
        () => stage.judge.start(),
        180,
      ),
    ),
  },
  {
    name: 'service-gone',
    holds: 'the analysis service does not come back: aborted in the end, never promoted',
    run: onStage(plan, async (stage) => {
      await stage.settle();
      const begun = await stage.deploy(next);
      await stage.until('the canary has traffic', 90, () => stage.observer.look().weight === 10);
      await stage.judge.stop('SIGKILL');
      const after = await stage.until('the release is aborted', 420, () => stage.observer.look().aborted);
      await stage.until('all traffic is on stable', 10, () => stage.observer.look().weight === 0);
      await pause(500);
      assert.deepEqual(stage.observer.weights(begun), [0, 10, 0], 'weights in order');
      return `aborted ${after.toFixed(0)} s after it went: ${stage.observer.look().message}`;
    }),
  },
];

/** Takes something away in the first stage for `seconds`, gives it back, and expects a release that waited and then succeeds. */
async function holdsAndRecovers(stage: Stage, take: () => Promise<void>, giveBack: () => Promise<void>, seconds = 30): Promise<string> {
  await stage.settle();
  const begun = await stage.deploy(next);
  await stage.until('the canary has traffic', 90, () => stage.observer.look().weight === 10);
  await take();
  await pause(seconds * 1_000);
  nothingHappened(stage, begun, 10);
  await giveBack();
  const after = await stage.until('the release is done', 300, () => stage.isHealthy(next));
  assert.ok(!stage.observer.samples.some(({ aborted }) => aborted), 'it was never aborted');
  return `held at 10 % for ${seconds} s, done ${after.toFixed(0)} s after it was back`;
}

/** Not a step further than `weight`, and not back either. */
function nothingHappened(stage: Stage, since: number, weight: number): void {
  const { observer } = stage;
  const late = observer.during(since);
  assert.notEqual(late.length, 0, 'the controller took the change up');
  assert.deepEqual(observer.weights(since), [0, weight], 'the weight stays where it is');
  assert.ok(!late.some(({ aborted }) => aborted), 'nothing is aborted');
  assert.ok(!late.some(({ wanted, stable }) => wanted === stable), 'nothing is promoted');
  // The smoke test runs before the first stage and may well succeed.
  const succeeded = stage.runs.filter(
    ({ status }) => status?.phase === 'Successful' && status.metricResults?.some(({ name }) => name === 'judge'),
  );
  assert.deepEqual(
    succeeded.map(({ metadata }) => metadata?.name),
    [],
    'no run of the judge is successful',
  );
}

function isHeld(stage: Stage): boolean {
  const { status } = stage.rollout;
  return status?.controllerPause === true && (status.pauseConditions ?? []).some(({ reason }) => reason === 'InconclusiveAnalysisRun');
}
