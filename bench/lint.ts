/**
 * What the release lint costs of a synth: for the reference releases, and for fleets of up to 1,000 apps, each in a process of its own, started as
 * cdk8s.yaml starts a synth.
 *
 * npm run bench:lint -- [--apps 10,100,1000]
 *
 * CPU time, so that a busy machine changes little. Exit code 1 when the lint takes more than its share or does not grow linearly.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Timed } from './lint/timed';
import { startOf } from './start';

/** Most of the time of a synth that may go to the lint. */
const share = 0.15;
/** Times per object of the largest fleet and of the cheapest one may differ by this factor: garbage collection, not another power. */
const growth = 1.5;
/** Shorter synths than this are repeated, and the quickest counts. */
const shortSeconds = 5;

const { values } = parseArgs({ options: { apps: { type: 'string', default: '10,100,1000' } } });

/** The quickest of five runs; of one, when it is long. Not the first, which bundles the program. */
function measured(program: string, ...args: readonly string[]): Timed {
  once(program, program === 'fleet' ? ['2'] : []);
  let best = once(program, args);
  for (let run = 1; run < 5 && best.synth < shortSeconds; run++) {
    const next = once(program, args);
    if (next.synth < best.synth) best = next;
  }
  return best;
}

function once(program: string, args: readonly string[]): Timed {
  const [node = 'node', ...start] = startOf(join(__dirname, `lint/${program}.ts`));
  const aside = mkdtempSync(join(tmpdir(), 'bench-lint-'));
  try {
    const env = { ...process.env, CDK8S_OUTDIR: join(aside, 'dist') };
    const text = execFileSync(node, [...start, ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(text) as Timed; // printed by timed.ts
  } finally {
    rmSync(aside, { recursive: true });
  }
}

const fleets = values.apps.split(',').map((apps) => ({ what: `${apps} apps`, ...measured('fleet', apps) }));
const all = [{ what: 'reference releases', ...measured('reference') }, ...fleets];
for (const { what, objects, synth, lint } of all) {
  process.stdout.write(
    `${what}: ${objects} objects, synth ${ms(synth)}, lint ${ms(lint)} (${((1e6 * lint) / objects).toFixed(0)} µs each), ${percent(lint / synth)}\n`,
  );
}
const each = fleets.map(({ objects, lint }) => lint / objects);
const slower = (each.at(-1) ?? 0) / Math.min(...each);
const worst = Math.max(...all.map(({ synth, lint }) => lint / synth));
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
