import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOf } from '../start';
import type { Command } from './measure';

/** What start.js keeps. */
const kept = join(__dirname, '../../node_modules/.cache/bluecanary');

/** Files written to memory: a busy disk would charge its waits to whoever writes. */
const memory = '/dev/shm';

const project = join(__dirname, '../..');
const source = (name: string) => join(project, `bench/synth/${name}.ts`);
const flags =
  '--ignoreConfig --noCheck --target ES2022 --module node20 --moduleResolution node16 --esModuleInterop --resolveJsonModule --skipLibCheck --types node';

/**
 * The programs under test. Ours, and the same with the stock App, start as cdk8s.yaml starts a synth; a bare app is plain JavaScript, compiled
 * beforehand, so that it does not pay for a transpiler.
 */
export class Cases {
  readonly folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'bench-synth-'));
  private readonly compiled = join(project, 'build/bench-synth');
  private readonly out = join(this.folder, 'out');

  constructor() {
    rmSync(this.compiled, { recursive: true, force: true });
    this.run('npx', ['tsc', ...flags.split(' '), '--rootDir', project, '--outDir', this.compiled, ...['bare', 'typed'].map(source)]);
  }

  /** The releases of `main.ts`. */
  reference(): { readonly objects: number; readonly input: string } {
    const input = join(this.folder, 'reference.json');
    this.start('reference', input);
    return { objects: count(input), input };
  }

  /** So many apps, each in a namespace of its own. */
  fleet(apps: number): { readonly objects: number; readonly input: string } {
    const input = join(this.folder, `fleet-${apps}.json`);
    this.start('fleet', 'dump', String(apps), input);
    return { objects: count(input), input };
  }

  /** @param first with nothing kept from a run before, as after a change */
  byReference(first = false): Command {
    process.env['CDK8S_OUTDIR'] = this.out;
    return this.command(startOf(join(project, 'main.ts')), () => (first ? rmSync(kept, { recursive: true, force: true }) : undefined));
  }

  byFleet(app: 'ours' | 'stock', apps: number): Command {
    return this.command([...startOf(source('fleet')), app, String(apps), this.out]);
  }

  byBare(program: 'bare' | 'typed', input: string): Command {
    return this.command(['node', join(this.compiled, `bench/synth/${program}.js`), input, this.out]);
  }

  /** The bare app, started as ours is. */
  byBareKept(input: string): Command {
    return this.command([...startOf(source('bare')), input, this.out]);
  }

  /** `kubectl kustomize` on a folder with the same objects, a file each. */
  byKustomize(input: string): Command {
    const folder = join(this.folder, 'kustomize');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const objects = (JSON.parse(readFileSync(input, 'utf8')) as unknown[][]).flat(); // written by fleet.ts
    // JSON is YAML, and faster to parse: the favourable case.
    for (const [index, object] of objects.entries()) writeFileSync(join(folder, `object-${index}.yaml`), JSON.stringify(object));
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify({ resources: readdirSync(folder).sort() }));
    return this.command(['kubectl', 'kustomize', folder]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Each run writes into a folder that is not there yet. */
  private command(argv: readonly string[], prepare: () => void = () => undefined): Command {
    return {
      argv,
      prepare: () => {
        rmSync(this.out, { recursive: true, force: true });
        prepare();
      },
    };
  }

  private start(name: string, ...args: readonly string[]): void {
    const [node = 'node', ...rest] = startOf(source(name));
    this.run(node, [...rest, ...args]);
  }

  private run(command: string, args: readonly string[]): void {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`);
  }
}

function count(input: string): number {
  return (JSON.parse(readFileSync(input, 'utf8')) as unknown[][]).flat().length; // written by fleet.ts
}
