import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { errorRate, p99, percent, timesStable } from '../../../lib';
import { behaviour } from '../fake-node';
import { onStage, type Scenario } from '../scenario';
import { clearRate, type Plan, type Stage } from '../stage';
import type { Health } from '../traffic';

const usual: Plan = { strategy: 'canary' };
const next = '2.0.0';

/** Canaries, good and bad: what the new version does, and what must become of it. */
export const canary: readonly Scenario[] = [
  {
    name: 'canary-good',
    holds: 'all five stages, weights as configured, ready pods behind every weight, duration as the runbook says within 10 %',
    run: onStage({ strategy: 'canary', times: { stages: [10, 25, 50, 75, 100], replicas: 5 } }, async (stage) => {
      stage.load.requestsPerSecond = clearRate;
      await stage.settle();
      // Real probe delays: the runbook counts them.
      const begun = await stage.deploy(next, { [behaviour.probes]: 'real' });
      const { expected } = stage.release.timing;
      await stage.until('the release is done', 2 * expected, () => stage.isHealthy(next));
      await stage.until('the weight rests', 10, () => stage.observer.look().weight === 0);
      await pause(500);
      const weights = stage.observer.weights(begun);
      assert.deepEqual(weights, [0, 10, 25, 50, 75, 100, 0], 'weights in order');
      const took = stage.observer.tookSince(begun);
      const said = `${took.toFixed(0)} s; the runbook says ${expected} s; ${stage.undecidedLooks()} looks without enough evidence`;
      assert.ok(Math.abs(took - expected) <= 0.1 * expected, said);
      return `weights ${weights.join(', ')}; ${said}`;
    }),
  },
  {
    name: 'canary-errors',
    holds: 'more errors on the new version: aborted, weight 0 within 10 s, the reason in the AnalysisRun',
    run: onStage(usual, (stage) => aborts(stage, { errors: 0.15 })),
  },
  {
    name: 'canary-p99',
    holds: 'only the p99 is worse: aborted, weight 0 within 10 s, the reason in the AnalysisRun',
    run: onStage(usual, (stage) => aborts(stage, { slow: 0.04 })),
  },
  {
    name: 'canary-both-bad',
    holds: 'both sides over an absolute limit: aborted although neither is worse than the other',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      stage.load.health = () => ({ errors: 0.12 });
      return ends(stage, await stage.deploy(next));
    }),
  },
  {
    name: 'canary-both-slow',
    holds: 'both sides equally slow, and only a relative limit: not the new version\u2019s fault, so it goes on',
    run: onStage(
      { strategy: 'canary', times: { healthy: [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))], stages: [10, 50] } },
      async (stage) => {
        stage.load.requestsPerSecond = clearRate;
        stage.load.health = () => ({ median: 0.3 });
        await stage.settle();
        await stage.deploy(next);
        const took = await stage.until('the release is done', 300, () => stage.isHealthy(next));
        return `promoted after ${took.toFixed(0)} s, ${stage.undecidedLooks()} looks without enough evidence`;
      },
    ),
  },
  {
    name: 'canary-never-ready',
    holds: 'the new pods never become ready: no traffic is moved to them, the deadline aborts',
    run: onStage({ strategy: 'canary', times: { deadline: Duration.seconds(30), stages: [50, 100] } }, async (stage) => {
      await stage.settle();
      const begun = await stage.deploy(next, { [behaviour.pod]: 'never-ready' });
      const after = await stage.until('the release is aborted', 90, () => stage.observer.look().aborted);
      assert.deepEqual(stage.observer.weights(begun), [0], 'no traffic is moved');
      return `aborted after ${after.toFixed(0)} s with a deadline of 30 s: ${stage.observer.look().message}`;
    }),
  },
  {
    name: 'canary-one-pod-crashes',
    holds:
      'one of three new pods is in a crash loop, ready for a moment in every round: no traffic is moved; the deadline never comes, as every round counts as progress, and a person aborts',
    run: onStage({ strategy: 'canary', times: { deadline: Duration.seconds(30), stages: [75, 100] } }, async (stage) => {
      await stage.settle();
      const begun = await stage.deploy(next, { [behaviour.pod]: 'second-crashes' });
      await stage.until('the three pods are there', 60, () => podsOf(stage, next) === 3);
      await pause(75_000);
      const { aborted, phase, message } = stage.observer.look();
      assert.deepEqual(stage.observer.weights(begun), [0], 'no traffic is moved');
      if (!aborted) {
        await stage.abort();
        await stage.until('it is aborted', 10, () => stage.observer.look().aborted);
      }
      return `75 s with a deadline of 30 s: ${aborted ? 'aborted by the deadline' : `not aborted, ${phase}: ${message}`}`;
    }),
  },
  {
    name: 'canary-bad-from-50',
    holds: 'good until it gets half of the traffic, then bad: aborted in that stage',
    run: onStage({ strategy: 'canary', times: { stages: [10, 25, 50, 100] } }, async (stage) => {
      await stage.settle();
      let worst = 0;
      stage.load.health = (version, weight) => {
        if (version === next) worst = Math.max(worst, weight);
        return version === next && worst >= 50 ? { errors: 0.2 } : {};
      };
      const begun = await stage.deploy(next);
      const seen = await ends(stage, begun);
      assert.deepEqual(stage.observer.weights(begun), [0, 10, 25, 50, 0], 'weights in order');
      return seen;
    }),
  },
  {
    name: 'canary-abort-by-hand',
    holds: 'a person aborts in mid-stage: weight 0 within 10 s, stable never lost a pod',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      await stage.deploy(next);
      await stage.until('half of the traffic is on the canary', 200, () => stage.observer.look().weight === 50);
      const at = await stage.abort();
      await stage.until('all traffic is on stable', 10, () => stage.observer.look().weight === 0);
      const back = (Date.now() - at) / 1_000;
      assert.equal(stage.suite.world.endpoints(stage.namespace, 'catalog-stable').length, 3);
      return `weight 0 after ${back.toFixed(1)} s`;
    }),
  },
];

function podsOf(stage: Stage, version: string): number {
  return stage.suite.world.pods(stage.namespace).filter(({ metadata }) => metadata?.labels?.['version'] === version).length;
}

/** The new version has this health from its first request. */
async function aborts(stage: Stage, health: Health): Promise<string> {
  await stage.settle();
  stage.load.health = (version) => (version === next ? health : {});
  return ends(stage, await stage.deploy(next));
}

/** Aborted by an analysis, all traffic back on stable within 10 s, and the AnalysisRun says why. */
async function ends(stage: Stage, begun: number): Promise<string> {
  await stage.until('the release is aborted', 300, () => stage.observer.look().aborted);
  await stage.until('all traffic is on stable', 10, () => stage.observer.look().weight === 0);
  await pause(1_000);
  const { samples } = stage.observer;
  const aborted = samples.find((sample) => sample.at > begun && sample.aborted)?.at ?? 0;
  const back = samples.find(({ at, weight }) => at >= aborted && weight === 0)?.at ?? 0;
  assert.ok(back - aborted <= 10_000, `weight 0 came ${(back - aborted) / 1_000} s after the abort`);
  const run = stage.runs.find(({ status }) => status?.phase === 'Failed');
  assert.ok(run, `an AnalysisRun failed: ${stage.summary()}`);
  const reason = stage.reasonOf(run);
  assert.notEqual(reason, '', 'the AnalysisRun says why');
  const most = Math.max(...stage.observer.weights(begun));
  return `aborted after ${((aborted - begun) / 1_000).toFixed(0)} s at ${most} %, weight 0 after ${((back - aborted) / 1_000).toFixed(1)} s: "${reason}"`;
}
