import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthCommand } from '../synth-command';
import { type Cost, measure } from './measure';

/** One way to make the manifests of something, and what it cost. */
export interface Case {
  readonly what: string;
  readonly way: Way;
  readonly objects: number;
  readonly cost: Cost;
}

export type Way = 'bluecanary' | 'bare cdk8s' | 'typed cdk8s' | 'stock App' | 'kustomize';

/** Files written to memory: a busy disk would charge its waits to whoever writes. */
const memory = '/dev/shm';

const project = join(__dirname, '../..');
/** How cdk8s.yaml starts node, without the transpiler. */
const node = synthCommand().slice(0, -3);
const flags =
  '--ignoreConfig --noCheck --target ES2022 --module node20 --moduleResolution node16 --esModuleInterop --resolveJsonModule --skipLibCheck --types node';

/** The programs under test, compiled once: every way runs as plain JavaScript, so none pays for a transpiler. */
export class Cases {
  readonly folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'bench-synth-'));
  private readonly compiled = join(project, 'build/bench-synth');
  private readonly out = join(this.folder, 'out');

  constructor() {
    rmSync(this.compiled, { recursive: true, force: true });
    const sources = ['main.ts', ...['fleet', 'bare', 'typed', 'reference'].map((name) => `bench/synth/${name}.ts`)];
    this.run('npx', [
      'tsc',
      ...flags.split(' '),
      '--rootDir',
      project,
      '--outDir',
      this.compiled,
      ...sources.map((source) => join(project, source)),
    ]);
    copyFileSync(join(project, 'images.yaml'), join(this.compiled, 'images.yaml'));
  }

  /** The releases of `main.ts`. */
  reference(): { readonly objects: number; readonly input: string } {
    const input = join(this.folder, 'reference.json');
    this.run('node', [this.program('reference'), input]);
    return { objects: count(input), input };
  }

  /** So many apps, each in a namespace of its own. */
  fleet(apps: number): { readonly objects: number; readonly input: string } {
    const input = join(this.folder, `fleet-${apps}.json`);
    this.run('node', [this.program('fleet'), 'dump', String(apps), input]);
    return { objects: count(input), input };
  }

  costOfReference(): Cost {
    process.env['CDK8S_OUTDIR'] = this.out;
    return this.measure([...node, join(this.compiled, 'main.js')]);
  }

  costOfFleet(app: 'ours' | 'stock', apps: number): Cost {
    return this.measure([...node, this.program('fleet'), app, String(apps), this.out]);
  }

  costOfBare(program: 'bare' | 'typed', input: string): Cost {
    return this.measure(['node', this.program(program), input, this.out]);
  }

  /** `kubectl kustomize` on a folder with the same objects, a file each. */
  costOfKustomize(input: string): Cost {
    const folder = join(this.folder, 'kustomize');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const objects = (JSON.parse(readFileSync(input, 'utf8')) as unknown[][]).flat(); // written by fleet.ts
    // JSON is YAML, and faster to parse: the favourable case.
    for (const [index, object] of objects.entries()) writeFileSync(join(folder, `object-${index}.yaml`), JSON.stringify(object));
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify({ resources: readdirSync(folder).sort() }));
    return this.measure(['kubectl', 'kustomize', folder]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Each run writes into a folder that is not there yet. */
  private measure(command: readonly string[]): Cost {
    return measure(command, this.folder, () => rmSync(this.out, { recursive: true, force: true }));
  }

  private program(name: string): string {
    return join(this.compiled, `bench/synth/${name}.js`);
  }

  private run(command: string, args: readonly string[]): void {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`);
  }
}

function count(input: string): number {
  return (JSON.parse(readFileSync(input, 'utf8')) as unknown[][]).flat().length; // written by fleet.ts
}
