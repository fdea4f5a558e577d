import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import type { KubeObject } from './cluster';

const sources = ['main.ts', 'lib', 'imports', 'analysis', 'migrate', 'images.yaml', 'package.json', 'tsconfig.json'];

/** Two releases in a row. */
export interface Releases {
  readonly present: readonly KubeObject[];
  /** What would be shipped if a bot raised the version of every image. */
  readonly next: readonly KubeObject[];
}

/** Synthesizes both in `folder`, from a copy of the sources: what is shipped now, and with another `images.yaml`. */
export function synthesizeReleases(project: string, folder: string): Releases {
  for (const source of sources) cpSync(join(project, source), join(folder, source), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const present = synthesize(folder);
  const file = join(folder, 'images.yaml');
  const images = parse(readFileSync(file, 'utf8')) as Record<string, { repository: string; tag: string; digest: string }>; // checked when it is read again
  for (const image of Object.values(images)) {
    image.tag = `${image.tag}-next`;
    image.digest = `sha256:${createHash('sha256').update(`${image.repository}:${image.tag}`).digest('hex')}`;
  }
  writeFileSync(file, stringify(images));
  return { present, next: synthesize(folder) };
}

function synthesize(folder: string): readonly KubeObject[] {
  execFileSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: folder, stdio: 'ignore', timeout: 60_000 });
  return readObjects(join(folder, 'dist'));
}

/** Every object below a folder of manifests. */
export function readObjects(folder: string): readonly KubeObject[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.k8s.yaml'))
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS() as KubeObject)); // dist/ holds objects only
}
