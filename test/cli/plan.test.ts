import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { CanaryDeployment, CanaryRollout } from '../../lib';
import { requestsNeeded } from '../../lib/early-looks';
import { errorRate, type Objectives, p99 } from '../../lib/metric';
import { duration, planOf } from '../../lib/plan';
import { evidence } from '../../lib/plan-text';
import { percent, timesStable } from '../../lib/units';
import { pinned, world } from '../lib/support';

const project = join(__dirname, '../..');
const plan = (...options: string[]) =>
  spawnSync('node', ['bluecanary.js', 'plan', ...options], { cwd: project, encoding: 'utf8', timeout: 60_000 });

test('the plan names every release with its numbers, as JSON on stdout', () => {
  const { status, stdout } = plan('--format', 'json');
  expect(status).toBe(0);
  const plans = JSON.parse(stdout);
  expect(plans.map(({ name, strategy, machinery }: Record<string, string>) => [name, strategy, machinery])).toEqual([
    ['catalog', 'canary', 'rollout'],
    ['myapp', 'blue-green', 'rollout'],
    ['orders', 'blue-green', 'deployment'],
    ['search', 'canary', 'deployment'],
  ]);
  const [catalog, myapp] = plans;
  // One start of the first pod and its smoke test, four stages that need more pods (2, 3, 4, 5 of 5), and five times settle and watch.
  // 2161 requests at 8 a second take 271 s: nine looks after the first 30 s come too early.
  expect(catalog.expectedSeconds).toBe(40 + 10 + 4 * 40 + 5 * (30 + 300) + 9 * 30);
  expect(catalog.peakPods).toBe(10);
  expect(catalog.peakConnections).toBe(10 * (20 + 2));
  expect(catalog.stages.map(({ weight, pods }: { weight: number; pods: number }) => [weight, pods])).toEqual([
    [10, 2],
    [25, 2],
    [50, 3],
    [75, 4],
    [100, 5],
  ]);
  // 80 requests a second, a tenth of them for 330 s.
  expect(catalog.stages[0].requests).toBe(2640);
  expect(myapp.instantRollBackSeconds).toBe(86_400);
  expect(myapp.migrations).toEqual(['users-full-name']);
});

test('a pull request gets tables, a terminal gets text', () => {
  expect(plan('--format', 'markdown').stdout).toContain('### production/catalog\n\n| | |\n| --- | --- |');
  expect(plan().stdout).toMatch(/^production\/catalog\n {2}strategy +canary, carried out by Argo Rollouts\n/);
});

test.each<{ objectives: Objectives; weight: number; needed: number }>([
  // 0.95^n = 0.01
  { objectives: [errorRate.atMost(percent(5))], weight: 10, needed: 90 },
  // 0.99^n = 0.005: the error budget is shared by two objectives
  { objectives: [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))], weight: 100, needed: 528 },
  // (ln(100) + 2) / 0.030717 per event = 215.03 events; 0.011 of them a request; a tenth of the requests are the canary's
  { objectives: [p99.atMost(timesStable(1.5))], weight: 10, needed: 1955 },
])('the evidence needed at $weight % is $needed requests', ({ objectives, weight, needed }) => {
  expect(requestsNeeded({ objectives }, weight, 0.01)).toBe(needed);
});

test.each([
  [0, '0 s'],
  [90, '1 min 30 s'],
  [86_400, '24 h'],
])('%i s is said as %s', (seconds, said) => {
  expect(duration(seconds)).toBe(said);
});

test.each([
  // 2161 requests at a stage of 10 %: 330 s of settle and watch bring 2640, 1650 and 33; 30 s and the 22 looks of 30 s that are to spare 5520, 3450 and 69.
  { requestsPerSecond: 80, said: '2640 requests, 2161 needed' },
  { requestsPerSecond: 50, said: '1650 requests, 2161 needed, which more looks bring' },
  { requestsPerSecond: 1, said: '33 requests, 2161 needed, not enough: the stage will hold' },
])('at $requestsPerSecond requests a second the plan says of the evidence: $said', ({ requestsPerSecond, said }) => {
  const { production, judge } = world();
  const props = { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge, stages: [10], requestsPerSecond };
  const { release } = new CanaryRollout(production, 'shop', props);
  expect(planOf(release).stages.map(evidence)).toEqual([said]);
});

test('nobody waits for the evidence of a plain canary, and one without traffic needs none', () => {
  const { production } = world({ connectionBudget: 10_000 });
  const side = { image: pinned('shop') };
  const saidOf = (weight: number) => {
    const props = { host: `${weight}.example.com`, stable: side, canary: side, weight, requestsPerSecond: 1 };
    return planOf(new CanaryDeployment(production, `shop-${weight}`, props).release).stages.map(evidence);
  };
  expect(saidOf(10)).toEqual(['33 requests, 2161 needed, not enough to tell']);
  expect(saidOf(0)).toEqual(['no requests go there']);
});
