/**
 * What the release lint costs of a synth: for the reference releases, and for fleets of up to 1,000 apps.
 *
 * npm run bench:lint -- [--apps 10,100,1000]
 *
 * CPU time of this process, so that a busy machine changes little. Exit code 1 when the lint takes more than its share or does not grow linearly.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AnalysisService, App, BlueGreenRollout, CanaryRollout, Monitoring, Production } from '../lib';
import { lint } from '../lib/lint/lint';
import type { LintObject } from '../lib/lint/types';
import { synthCommand } from './synth-command';

/** Most of the time of a synth that may go to the lint. */
const share = 0.15;
/** Times per object of the largest fleet and of the cheapest one may differ by this factor: garbage collection, not another power. */
const growth = 1.5;

const { values } = parseArgs({ options: { apps: { type: 'string', default: '10,100,1000' } } });
const image = (name: string) => `registry.example.com/${name}:1.0.0@sha256:${'5'.repeat(64)}`;

interface Measured {
  readonly what: string;
  readonly objects: number;
  /** Seconds of constructing, rendering, linting and writing. */
  readonly synth: number;
  /** Seconds of the lint alone. */
  readonly lint: number;
}

/** Two apps in a namespace of their own, with judge and monitoring. */
function team(app: App, name: string): void {
  const production = new Production(app, name);
  const judgedBy = new AnalysisService(production, `${name}-judge`, {
    image: image('judge'),
    prometheus: 'http://prometheus.monitoring:9090',
  });
  const shop = new CanaryRollout(production, `${name}-shop`, { image: image('shop'), host: `shop-${name}.example.com`, judgedBy });
  const desk = new BlueGreenRollout(production, `${name}-desk`, { image: image('desk'), host: `desk-${name}.example.com`, judgedBy });
  new Monitoring(production, `${name}-monitoring`, { of: [shop, desk] });
}

function measure(apps: number): Measured {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-lint-'));
  const app = new App({ outdir: join(outdir, 'dist') });
  const synth = seconds(() => {
    for (let index = 0; index < apps / 2; index++) team(app, `team-${index}`);
    app.synth();
  });
  rmSync(outdir, { recursive: true });
  const { objects } = app.render();
  return { what: `${apps} apps`, objects: objects.length, synth, lint: linting(objects) };
}

/** A synth of the reference releases as cdk8s.yaml starts it, in a process of its own. */
function referenceOnce(): { readonly synth: number; readonly lint: number } {
  const [node = 'node', ...flags] = synthCommand().slice(0, -1);
  const aside = mkdtempSync(join(tmpdir(), 'bench-lint-'));
  try {
    const env = { ...process.env, CDK8S_OUTDIR: join(aside, 'dist') };
    const text = execFileSync(node, [...flags, join(__dirname, 'lint/reference.ts')], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(text) as { synth: number; lint: number }; // printed by reference.ts
  } finally {
    rmSync(aside, { recursive: true });
  }
}

function linting(objects: readonly LintObject[]): number {
  return Math.min(...Array.from({ length: 3 }, () => seconds(() => lint(objects))));
}

function seconds(work: () => void): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

const reference = Array.from({ length: 5 }, referenceOnce).reduce((least, one) => (one.synth < least.synth ? one : least));
process.stdout.write(
  `reference releases, a whole process: synth ${ms(reference.synth)}, lint with its loading ${ms(reference.lint)}, ${percent(reference.lint / reference.synth)}\n`,
);
const fleets = values.apps.split(',').map((apps) => measure(Number(apps)));
for (const { what, objects, synth, lint: own } of fleets) {
  process.stdout.write(
    `${what}: ${objects} objects, synth ${ms(synth)}, lint ${ms(own)} (${((1e6 * own) / objects).toFixed(0)} µs each), ${percent(own / synth)}\n`,
  );
}
const each = fleets.map(({ objects, lint: own }) => own / objects);
const slower = (each.at(-1) ?? 0) / Math.min(...each);
const worst = Math.max(...[reference, ...fleets].map(({ synth, lint: own }) => own / synth));
process.stdout.write(
  `largest share ${percent(worst)}, at most ${percent(share)}; time per object of the last fleet over the least ${slower.toFixed(2)}, at most ${growth}\n`,
);
process.exitCode = worst <= share && slower <= growth ? 0 : 1;

function ms(time: number): string {
  return `${(1000 * time).toFixed(0)} ms`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
