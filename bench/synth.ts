/**
 * What synth costs, side by side with the ways one could take instead, each case in processes of its own.
 *
 * npm run bench:synth -- [--full]
 *
 * Without `--full` the stock App stops at 100 apps and kustomize at 10: at the next size they take minutes.
 * Exit code 1 when a target is missed, 0 when all that could be measured hold.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { Cases } from './synth/cases';
import { type Command, type Cost, measure } from './synth/measure';
import { digits, judged, type Target, table } from './table';

type Way = 'bluecanary' | 'first start' | 'bare cdk8s' | 'bare, kept' | 'typed cdk8s' | 'stock App' | 'kustomize';

/** One way to make the manifests of something, and what it cost. */
interface Case {
  readonly what: string;
  readonly way: Way;
  readonly objects: number;
  readonly cost: Cost;
}

const full = process.argv.includes('--full');
const sizes = [1, 10, 100, 1000];
const most: Record<'stock App' | 'kustomize', number> = full ? { 'stock App': 1000, kustomize: 100 } : { 'stock App': 100, kustomize: 10 };

const cases = new Cases();
try {
  const results = run();
  const { text, passed } = judged(targetsOf(results));
  process.stdout.write(`${shown(results)}\n\n${text}\n\n${machine()}\n`);
  process.exitCode = passed ? 0 : 1;
} finally {
  cases.remove();
}

function run(): readonly Case[] {
  const kustomize = hasKustomize();
  const { objects, input } = cases.reference();
  const reference = measured('reference', objects, {
    bluecanary: cases.byReference(),
    'bare cdk8s': cases.byBare('bare', input),
    'typed cdk8s': cases.byBare('typed', input),
    'bare, kept': cases.byBareKept(input),
    kustomize: kustomize ? cases.byKustomize(input) : undefined,
  });
  const first = measured('reference', objects, { 'first start': cases.byReference(true) });
  const fleets = sizes.flatMap((apps) => {
    const { objects, input } = cases.fleet(apps);
    return measured(apps === 1 ? '1 app' : `${apps} apps`, objects, {
      bluecanary: cases.byFleet('ours', apps),
      'bare cdk8s': cases.byBare('bare', input),
      'stock App': apps <= most['stock App'] ? cases.byFleet('stock', apps) : undefined,
      kustomize: kustomize && apps <= most.kustomize ? cases.byKustomize(input) : undefined,
    });
  });
  return [...reference, ...first, ...fleets];
}

function measured(what: string, objects: number, ways: Partial<Record<Way, Command | undefined>>): readonly Case[] {
  const chosen = Object.entries(ways).flatMap(([way, command]) => (command ? [{ way: way as Way, command }] : [])); // by its type
  process.stderr.write(`measuring ${what}: ${chosen.map(({ way }) => way).join(', ')} ...\n`);
  const costs = measure(
    chosen.map(({ command }) => command),
    cases.folder,
  );
  return costs.flatMap((cost, index) => {
    const way = chosen[index]?.way;
    return way ? [{ what, way, objects, cost }] : [];
  });
}

/** CPU time only: the machine may be shared, and wall time would judge the neighbours. */
function targetsOf(results: readonly Case[]): readonly Target[] {
  const find = (what: string, way: Way) => results.find((one) => one.what === what && one.way === way);
  const cpu = (what: string, way: Way) => find(what, way)?.cost.cpu;
  const each = (what: string) => {
    const one = find(what, 'bluecanary');
    return one && one.cost.cpu / one.objects;
  };
  return [
    {
      what: 'reference releases over the bare app that emits the same objects',
      measured: ratio(cpu('reference', 'bluecanary'), cpu('reference', 'bare cdk8s')),
      limit: 1.25,
      is: 'at most',
    },
    { what: 'time per object, 1000 apps over 10', measured: ratio(each('1000 apps'), each('10 apps')), limit: 1.3, is: 'at most' },
    {
      what: 'the stock App over ours, 1000 apps',
      measured: ratio(cpu('1000 apps', 'stock App'), cpu('1000 apps', 'bluecanary')),
      limit: 10,
      is: 'at least',
    },
    {
      what: 'kustomize over ours, 10 apps',
      measured: ratio(cpu('10 apps', 'kustomize'), cpu('10 apps', 'bluecanary')),
      limit: 1,
      is: 'at least',
    },
    {
      what: 'kustomize over ours, 100 apps',
      measured: ratio(cpu('100 apps', 'kustomize'), cpu('100 apps', 'bluecanary')),
      limit: 1,
      is: 'at least',
    },
  ];
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

function shown(results: readonly Case[]): string {
  const ours = (what: string) => results.find((one) => one.what === what && one.way === 'bluecanary')?.cost.cpu;
  const rows = results.map(({ what, way, objects, cost }) => [
    what,
    objects,
    way,
    digits(cost.cpu),
    digits(cost.wall),
    cost.memory === undefined ? undefined : Math.round(cost.memory),
    digits((cost.cpu / objects) * 1000),
    digits(cost.cpu / (ours(what) ?? cost.cpu)),
    cost.runs,
  ]);
  return table(['of', 'objects', 'by', 'CPU s', 'wall s', 'peak MB', 'CPU ms per object', 'times ours', 'runs'], rows);
}

function machine(): string {
  const { stdout } = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' });
  const version = /Kustomize Version: (\S+)/.exec(stdout ?? '')?.[1];
  const [cpu] = cpus();
  return `Node ${process.version}${version ? `, kustomize ${version}` : ''}, ${cpus().length} cores of ${cpu?.model}; CPU seconds are the least of the runs.`;
}

function hasKustomize(): boolean {
  if (spawnSync('kubectl', ['kustomize', '--help']).status === 0) return true;
  process.stderr.write('SKIPPED kustomize: kubectl is not installed (apt-get install -y --no-install-recommends kubernetes-client)\n');
  if (process.env['REQUIRE_KUBECTL'] === '1')
    throw new Error('kubectl must be installed: apt-get install -y --no-install-recommends kubernetes-client');
  return false;
}
