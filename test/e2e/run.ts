/** Runs every scenario against a cluster and writes down what was seen. See docs/e2e.md. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Cluster } from './cluster';
import { engineOf } from './engine';
import { FakeNode } from './fake-node';
import { type Options, readOptions, usage } from './options';
import { freePort, Program } from './processes';
import { missing, versionsOf } from './requirements';
import { type Outcome, writeResults } from './results';
import type { Scenario } from './scenario';
import { scenarios } from './scenarios';
import type { Suite } from './stage';
import { Traffic } from './traffic';
import { World } from './world';

const exit = { passed: 0, failed: 1, cannotRun: 3 } as const;
const project = resolve(__dirname, '../..');

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(exit.failed);
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') return cannotRun([options]);
  if (!existsSync(options.kubeconfig)) return cannotRun([`${options.kubeconfig}: no such file`]);
  const chosen = scenarios.filter(({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)));
  if (chosen.length === 0)
    return cannotRun([`--only: no scenario of this name; there are ${scenarios.map(({ name }) => name).join(', ')}`]);
  const cluster = clusterOf(options.kubeconfig);
  if (typeof cluster === 'string') return cannotRun([cluster]);
  const lacks = await missing(cluster, options);
  if (lacks.length > 0) return cannotRun(lacks);

  const folder = mkdtempSync(join(tmpdir(), 'bluecanary-e2e-'));
  const outcomes = await play(cluster, options, chosen, folder);
  const failed = outcomes.filter(({ error }) => error !== undefined);
  if (options.results !== undefined) writeResults(resolve(project, options.results), await versionsOf(cluster, options, project), outcomes);
  process.stdout.write(`${outcomes.length - failed.length} passed, ${failed.length} failed\n`);
  if (failed.length === 0) rmSync(folder, { recursive: true, force: true });
  else process.stdout.write(`logs: ${folder}\n`);
  process.exit(failed.length === 0 ? exit.passed : exit.failed);
}

/** Text instead of a cluster says what is wrong with the file. */
function clusterOf(kubeconfig: string): Cluster | string {
  try {
    return Cluster.fromFile(kubeconfig);
  } catch (error) {
    return `${kubeconfig}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function cannotRun(reasons: readonly string[]): void {
  process.stderr.write(`${reasons.join('\n')}\n\n${usage}\n`);
  process.exitCode = exit.cannotRun;
}

async function play(cluster: Cluster, options: Options, chosen: readonly Scenario[], folder: string): Promise<Outcome[]> {
  const exporterPort = await freePort();
  const controller = options.controller === undefined ? undefined : await controllerOf(options.controller, options.kubeconfig, folder);
  const world = await World.of(cluster);
  const node = new FakeNode(cluster, world, engineOf(cluster, project, folder));
  const traffic = new Traffic(world);
  const suite: Suite = { cluster, world, traffic, exporterPort, folder, project, controller, keepFailed: options.keep };
  try {
    await Promise.all([node.start(), traffic.serve(exporterPort), controller?.start()]);
    // What an earlier run left, for a look or because it was stopped.
    for (const { name } of chosen) await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `e2e-${name}` } });
    await cluster.cleared('e2e-', 60);
    const together = chosen.filter(({ alone }) => alone !== true);
    const alone = chosen.filter(({ alone }) => alone === true);
    return [...(await inParallel(together, options.parallel, suite)), ...(await inParallel(alone, 1, suite))];
  } finally {
    await cluster.cleared('e2e-', options.keep ? 0 : 60);
    traffic.stop();
    await node.stop();
    await world.stop();
    await controller?.stop();
  }
}

async function inParallel(queue: readonly Scenario[], workers: number, suite: Suite): Promise<Outcome[]> {
  const waiting = [...queue];
  const outcomes = new Map<string, Outcome>();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) outcomes.set(next.name, await outcomeOf(next, suite));
  };
  await Promise.all(Array.from({ length: Math.min(workers, queue.length) }, work));
  return queue.flatMap(({ name }) => outcomes.get(name) ?? []);
}

async function outcomeOf(scenario: Scenario, suite: Suite): Promise<Outcome> {
  const { name, holds } = scenario;
  const begin = Date.now();
  const seconds = () => (Date.now() - begin) / 1_000;
  try {
    const seen = await scenario.run(suite, name);
    process.stdout.write(`ok      ${name} (${seconds().toFixed(0)} s): ${seen}\n`);
    return { name, holds, seconds: seconds(), seen };
  } catch (error) {
    const text = (error instanceof Error ? error.message : String(error)).slice(0, 3_000);
    process.stdout.write(`FAILED  ${name} (${seconds().toFixed(0)} s): ${text}\n`);
    return { name, holds, seconds: seconds(), seen: '', error: text };
  }
}

async function controllerOf(command: string, kubeconfig: string, folder: string): Promise<Program> {
  const [health, metrics] = [await freePort(), await freePort()];
  return new Program('controller', {
    command,
    args: [
      `--kubeconfig=${resolve(kubeconfig)}`,
      '--leader-elect=false',
      '--ingress-api-version=networking/v1',
      `--healthzPort=${health}`,
      `--metricsPort=${metrics}`,
      '--loglevel=info',
    ],
    env: { POD_NAMESPACE: 'argo-rollouts' },
    readyUrl: `http://127.0.0.1:${health}/healthz`,
    log: join(folder, 'controller.log'),
  });
}
