import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SynthError } from './problems';

/**
 * Writes the output folder aside, then swaps: a reader sees the old folder or the new one. What is no longer made is gone.
 *
 * @param files what makes the text, by path below the folder
 * @throws SynthError for a folder that no synth has made: what is in it would be gone
 */
export function writeOutput(outdir: string, files: ReadonlyMap<string, () => string>): void {
  const problem = outputProblem(outdir);
  if (problem !== undefined) throw SynthError.of([problem]);
  const folder = resolve(outdir);
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const fresh = join(aside, 'fresh');
    const made = new Set<string>();
    for (const [path, text] of files) {
      const file = join(fresh, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, text());
    }
    if (existsSync(folder)) renameSync(folder, join(aside, 'previous'));
    renameSync(fresh, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** An empty CDK8S_OUTDIR would be the working directory, with the repository in it. */
function outputProblem(outdir: string): string | undefined {
  const way = 'name one of its own, such as dist, in outdir or CDK8S_OUTDIR';
  if (outdir.trim() === '') return `outdir: a folder for the output alone, got an empty text; ${way}`;
  const folder = resolve(outdir);
  const within = relative(folder, process.cwd());
  const contains = !isAbsolute(within) && within.split(sep)[0] !== '..'; // absolute: on another drive
  if (contains) return `outdir: a folder for the output alone, got ${outdir}, which has the working directory in it; ${way}`;
  const foreign = foreignEntry(folder);
  if (foreign !== undefined)
    return `outdir: a folder that a synth may replace, got ${outdir}, ${foreign}; ${way}, or move away what is in it`;
  return undefined;
}

/** Something that no synth has made; undefined for a folder of manifests, one that is empty, and none. */
function foreignEntry(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'which is a file';
  const entries = readdirSync(folder, { withFileTypes: true });
  const isManifest = (name: string) => name.endsWith('.k8s.yaml');
  const foreign = entries.find((entry) => entry.name.startsWith('.') || !(entry.isDirectory() || isManifest(entry.name)));
  if (foreign !== undefined) return `which has ${foreign.name} in it`;
  const manifests = entries.some(({ name }) => isManifest(name) || readdirSync(join(folder, name)).some(isManifest));
  return entries.length > 0 && !manifests ? 'which has no manifest in it' : undefined;
}
