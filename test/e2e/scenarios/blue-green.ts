import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { behaviour } from '../fake-node';
import { onStage, type Scenario } from '../scenario';
import { clearRate, type Plan, type Stage, usualRate } from '../stage';

const usual: Plan = { strategy: 'blue-green' };
const previous = '1.0.0';
const next = '2.0.0';

/** Blue/green: the switch, what holds it back, and every way back. */
export const blueGreen: readonly Scenario[] = [
  {
    name: 'blue-green-good',
    holds: 'tested before users see it, switched at once, watched, kept: duration as the runbook says within 10 %',
    run: onStage({ strategy: 'blue-green', times: { watch: Duration.minutes(2), keepPrevious: Duration.minutes(10) } }, async (stage) => {
      stage.load.requestsPerSecond = clearRate;
      await stage.settle();
      const begun = await stage.deploy(next, { [behaviour.probes]: 'real' });
      const { expected } = stage.release.timing;
      await stage.until('the release is done', 2 * expected, () => stage.isHealthy(next));
      // One more look.
      await pause(500);
      const { samples } = stage.observer;
      const smoke = stage.runs.find(({ metadata }) => metadata?.name?.includes('-pre'));
      assert.equal(smoke?.status?.phase, 'Successful', 'the smoke test succeeded');
      const hashes = new Set(samples.filter(({ at }) => at >= begun).map(({ serving }) => serving[0]?.hash));
      assert.equal(hashes.size, 2, 'the active Service went from the one version to the other');
      const took = stage.observer.tookSince(begun);
      const said = `${took.toFixed(0)} s; the runbook says ${expected} s; ${stage.undecidedLooks()} looks without enough evidence`;
      assert.ok(Math.abs(took - expected) <= 0.1 * expected, said);
      assert.equal(podsOf(stage, previous), 3, 'the previous version keeps its pods');
      return `${said}; the previous version kept 3 pods`;
    }),
  },
  {
    name: 'blue-green-smoke-fails',
    holds: 'the smoke test fails: production is never touched',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      const before = activeHash(stage);
      const begun = await stage.deploy(next, { [behaviour.smoke]: 'fail' });
      const after = await stage.until('the release is aborted', 120, () => stage.observer.look().aborted);
      await pause(5_000);
      const seen = new Set(stage.observer.samples.filter(({ at }) => at >= begun).map(({ serving }) => serving[0]?.hash));
      assert.deepEqual([...seen], [before], 'the active Service never changed');
      return `aborted after ${after.toFixed(0)} s, the active Service never changed: ${stage.observer.look().message}`;
    }),
  },
  {
    name: 'blue-green-bad-after-switch',
    holds: 'bad after the switch: the watch fails and the traffic goes back within 10 s of the abort',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      const before = activeHash(stage);
      stage.load.health = (version) => (version === next ? { errors: 0.2 } : {});
      const begun = await stage.deploy(next);
      await stage.until('the release is aborted', 150, () => stage.observer.look().aborted);
      await stage.until('the active Service is back', 10, () => activeHash(stage) === before);
      const { samples } = stage.observer;
      const switched = samples.find(({ at, serving }) => at > begun && serving[0]?.hash !== before)?.at ?? 0;
      const back = samples.find(({ at, serving }) => at > switched && serving[0]?.hash === before)?.at ?? Date.now();
      const run = stage.runs.find(({ status }) => status?.phase === 'Failed');
      return `users were on it for ${((back - switched) / 1_000).toFixed(0)} s: "${stage.reasonOf(run)}"`;
    }),
  },
  {
    name: 'blue-green-roll-back',
    holds: 'after a success, within the kept time: going back takes a few seconds, without a gate, to pods that were ready all along',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      const before = activeHash(stage);
      await stage.deploy(next);
      await stage.until('the release is done', 150, () => stage.isHealthy(next));
      const runs = stage.runs.length;
      const at = await stage.deploy(previous);
      await stage.until('the active Service is back', 30, () => activeHash(stage) === before);
      const took = (Date.now() - at) / 1_000;
      assert.ok(took <= 10, `the way back took ${took} s`);
      await stage.until('the previous version is healthy', 60, () => stage.isHealthy(previous));
      return `back after ${took.toFixed(1)} s, ${stage.runs.length - runs} further analyses`;
    }),
  },
  {
    name: 'blue-green-no-evidence',
    holds: 'no traffic after the switch: never successful; pauses for a person with the previous version kept, and `promote` asks again',
    run: onStage(usual, async (stage) => {
      await stage.settle();
      stage.load.requestsPerSecond = 0;
      await pause(15_000);
      const begun = await stage.deploy(next);
      const after = await stage.until('the watch ends undecided', 240, () =>
        stage.runs.some(({ status }) => status?.phase === 'Inconclusive'),
      );
      await pause(3_000);
      const late = stage.observer.during(begun);
      assert.ok(!late.some(({ wanted, stable }) => wanted === stable), 'the new version never became stable');
      assert.equal(podsOf(stage, previous), 3, 'the previous version keeps its pods');
      const { phase } = stage.observer.look();
      const runs = stage.runs.length;
      stage.load.requestsPerSecond = usualRate;
      // As kubectl argo rollouts promote does it for blue/green.
      await stage.suite.cluster.merge(stage.object, { status: { pauseConditions: null } }, 'status');
      await stage.until('another run asks', 15, () => stage.runs.length > runs);
      await stage.until('the release is done', 120, () => stage.isHealthy(next));
      return `undecided after ${after.toFixed(0)} s, phase ${phase}; promote asked again, and with traffic it was done`;
    }),
  },
  {
    name: 'blue-green-crash-after-switch',
    holds:
      'all new pods crash after the switch: neither an abort nor going back to the previous version moves the traffic; pointing the Service to the stable version does',
    run: onStage({ strategy: 'blue-green', times: { watch: Duration.minutes(2), keepPrevious: Duration.minutes(10) } }, async (stage) => {
      await stage.settle();
      const before = activeHash(stage);
      await stage.deploy(next);
      await stage.until('users are on the new version', 90, () => activeHash(stage) !== before);
      await pause(5_000);
      await crash(stage, next);
      await pause(6_000);
      await stage.abort();
      await pause(20_000);
      const afterAbort = activeHash(stage) === before;
      await stage.deploy(previous);
      await pause(20_000);
      const afterUndo = activeHash(stage) === before;
      const seen = `the traffic was ${moved(afterAbort)} 20 s after the abort, ${moved(afterUndo)} 20 s after the previous version was applied`;
      assert.ok(!afterAbort, `${seen}: the runbook says otherwise`);
      const at = Date.now();
      await pointToStable(stage);
      await stage.until('the active Service is back', 10, () => activeHash(stage) === before);
      const took = (Date.now() - at) / 1_000;
      await stage.until('the controller agrees', 60, () => stage.isHealthy(previous));
      stage.observer.forget();
      return `${seen}; back ${took.toFixed(1)} s after the Service was pointed to the stable version`;
    }),
  },
  {
    name: 'blue-green-revert-in-watch',
    holds:
      'the previous version is applied while the watch runs: the users stay on the new version; an abort before it, and they are back at once',
    run: onStage({ strategy: 'blue-green', times: { watch: Duration.minutes(2), keepPrevious: Duration.minutes(10) } }, async (stage) => {
      await stage.settle();
      const before = activeHash(stage);
      await stage.deploy(next);
      await stage.until('users are on the new version', 90, () => activeHash(stage) !== before);
      await pause(5_000);
      await stage.deploy(previous);
      await pause(20_000);
      const afterRevert = activeHash(stage) === before;
      // Asked for again, aborted, and only then reverted.
      await stage.deploy(next);
      await stage.until('users are on the new version again', 60, () => activeHash(stage) !== before);
      await pause(5_000);
      const at = await stage.abort();
      await stage.until('the active Service is back', 10, () => activeHash(stage) === before);
      const took = (Date.now() - at) / 1_000;
      await stage.deploy(previous);
      await stage.until('the previous version is healthy', 60, () => stage.isHealthy(previous));
      return `20 s after the revert alone the users were ${afterRevert ? 'back' : 'still on the new version'}; back ${took.toFixed(1)} s after an abort`;
    }),
  },
];

function moved(back: boolean): string {
  return back ? 'back' : 'still on the crashing pods';
}

/** As the runbook says it. */
async function pointToStable(stage: Stage): Promise<void> {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: stage.app, namespace: stage.namespace } };
  const hash = stage.rollout.status?.stableRS;
  await stage.suite.cluster.merge(service, { spec: { selector: { 'rollouts-pod-template-hash': hash } } });
}

function activeHash(stage: Stage): string {
  return stage.observer.look().serving[0]?.hash ?? '';
}

function podsOf(stage: Stage, version: string): number {
  return stage.suite.world
    .pods(stage.namespace)
    .filter(({ metadata }) => metadata?.labels?.['version'] === version && metadata.deletionTimestamp === undefined).length;
}

/** Lets every running pod of a version crash from now on. */
async function crash(stage: Stage, version: string): Promise<void> {
  const pods = stage.suite.world.pods(stage.namespace).filter(({ metadata }) => metadata?.labels?.['version'] === version);
  const metadata = { annotations: { [behaviour.pod]: 'never-ready' } };
  for (const { metadata: pod } of pods)
    await stage.suite.cluster.merge({ apiVersion: 'v1', kind: 'Pod', metadata: pod ?? {} }, { metadata });
}
