import { formatReport } from './format';
import { lint } from './lint';
import { readManifests } from './read';
import { sarifOf } from './sarif';
import type { LintReport } from './types';

export interface LintCommandOptions {
  readonly format: 'text' | 'json' | 'sarif';
  /** Day on which waivers are checked for expiry, `2027-01-31`. */
  readonly today?: string;
  /** What exists outside: `Secret/mongodb-uri`, `Gateway/istio-ingress/public`, `Secret/*`. */
  readonly external?: readonly string[];
  /** Files or folders that were applied before. */
  readonly against?: readonly string[];
  /** Demand good practice as well; without it that depends on whether the manifests are ours. */
  readonly strict?: boolean;
  /** Whether standard output is a terminal. @default false */
  readonly colours?: boolean;
}

export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/**
 * `bluecanary lint <files or folders>`: all files are checked together, so that references between them are seen.
 *
 * @returns exit code: 0 no error, 1 errors, 3 wrong usage
 */
export async function lintCommand(paths: readonly string[], options: LintCommandOptions, out: Output): Promise<number> {
  const wrong = usageProblems(paths, options);
  if (wrong.length > 0) {
    out.stderr(`${wrong.join('\n')}\n`);
    return 3;
  }
  const { objects, problems, files } = readManifests(paths);
  if (files === 0 && problems.length === 0) {
    out.stderr(`lint: files that end in .yaml, .yml or .json, got none in ${paths.join(', ')}\n`);
    return 3;
  }
  const { against, ...others } = options;
  const before = against ? readManifests(against) : { objects: [], problems: [] };
  const found = lint(objects, { ...others, against: before.objects });
  const report: LintReport = { ...found, findings: [...problems, ...before.problems, ...found.findings] };
  out.stdout(`${rendered(report, options)}\n`);
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function usageProblems(paths: readonly string[], { format, today, external = [] }: LintCommandOptions): readonly string[] {
  const problems: string[] = [];
  if (paths.length === 0) problems.push('lint: files or folders to check, got none; write bluecanary lint dist');
  if (!['text', 'json', 'sarif'].includes(format)) problems.push(`--format: text, json or sarif, got ${format}`);
  if (today !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today))))
    problems.push(`--today: a day such as 2027-01-31, got ${today}`);
  for (const one of external)
    if (!/^[A-Z]\w+(\/[^/]+){1,3}$/.test(one)) problems.push(`--external: Kind/name or Kind/namespace/name, got ${one}`);
  return problems;
}

function rendered(report: LintReport, { format, colours = false }: LintCommandOptions): string {
  if (format === 'text') return formatReport(report, { colours });
  if (format === 'sarif') return JSON.stringify(sarifOf(report), undefined, 2);
  return JSON.stringify({ ...report, unknownKinds: Object.fromEntries(report.unknownKinds) }, undefined, 2);
}
