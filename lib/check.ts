import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';

/** One difference between what is committed and what the sources make. */
export interface Drift {
  readonly path: string;
  /**
   * changed: other content; missing: made, but not there; orphaned: there like a manifest, but nothing makes it any more;
   * added: there, and never made by anything here.
   */
  readonly kind: 'changed' | 'missing' | 'orphaned' | 'added';
  /** Unified diff from what is there to what is made. */
  readonly diff: string;
}

/** Compares two folders byte by byte. */
export function driftBetween(committed: string, fresh: string): readonly Drift[] {
  const before = new Set(filesBelow(committed));
  const after = new Set(filesBelow(fresh));
  const paths = [...new Set([...before, ...after])].sort();
  return paths.flatMap((path): Drift[] => {
    const old = before.has(path) ? readFileSync(join(committed, path), 'utf8') : undefined;
    const made = after.has(path) ? readFileSync(join(fresh, path), 'utf8') : undefined;
    if (old === made) return [];
    const kind = made === undefined ? (isOurs(path) ? 'orphaned' : 'added') : old === undefined ? 'missing' : 'changed';
    return [
      {
        path,
        kind,
        diff: createTwoFilesPatch(`committed/${path}`, `synthesized/${path}`, old ?? '', made ?? '', undefined, undefined, { context: 2 }),
      },
    ];
  });
}

/** What `bluecanary check` prints: each file with its diff, and the command that mends it. */
export function formatDrift(drifts: readonly Drift[], folder: string): string {
  const meaning = {
    changed: 'differs from what the sources make',
    missing: 'is made by the sources, but is not there',
    orphaned: 'is there, but nothing makes it any more',
    added: 'is there, but was not made here',
  } as const;
  const entries = drifts.map(({ path, kind, diff }) => `${kind}: ${folder}/${path} ${meaning[kind]}\n${shortened(diff)}`);
  const count = drifts.length === 1 ? '1 file differs' : `${drifts.length} files differ`;
  return `${entries.join('\n')}\n${count}. To write what the sources make: npm run synth, then review and commit ${folder}/\n`;
}

/** The names that this project gives to files. */
function isOurs(path: string): boolean {
  return /\.k8s\.yaml$|\/(runbook\.md|rules(\.test)?\.yaml)$|\.dashboard\.json$/.test(path);
}

function shortened(diff: string): string {
  const lines = diff.split('\n').slice(1);
  const most = 60;
  return lines.length <= most ? lines.join('\n') : `${lines.slice(0, most).join('\n')}\n... ${lines.length - most} more lines\n`;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
