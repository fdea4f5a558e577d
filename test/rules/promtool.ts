/** `promtool test rules` on rules that were just made: the program that production trusts decides what they mean. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { rulesFile } from '../../lib/rule-files';
import { type InputSeries, selector } from '../../lib/rule-test-series';
import type { RuleGroup } from '../../lib/rules';
import { toYaml } from '../../lib/yaml';

const run = promisify(execFile);
const promtoolProgram = process.env['PROMTOOL_BIN'] ?? 'promtool';

/** What is given, and what must come out at one moment. */
export interface Case {
  readonly name: string;
  readonly series: readonly InputSeries[];
  /** In PromQL's form. */
  readonly at: string;
  /** Every alert that fires, with the number of its series; no other may fire. @default none */
  readonly fires?: Readonly<Record<string, number>>;
  /** Expressions with their rows: labels in PromQL's form and value. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What whoever is called reads, by alert: all its labels and annotations. */
  readonly says?: Readonly<Record<string, Called>>;
}

export interface Called {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface CaseOptions {
  /** Between two values of a series. @default '15s' */
  readonly interval?: string;
  /** Between two evaluations of groups that name no interval. @default '30s' */
  readonly evaluation?: string;
}

/** What promtool says: `undefined` when every case is as expected, else its report. */
export async function promtoolTest(
  groups: readonly RuleGroup[],
  cases: readonly Case[],
  options: CaseOptions = {},
): Promise<string | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'bluecanary-rules-'));
  try {
    await writeFile(join(dir, 'rules.yaml'), rulesFile(groups));
    await writeFile(join(dir, 'rules.test.yaml'), testFile(cases, options));
    return await promtool(['test', 'rules', join(dir, 'rules.test.yaml')]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Report of a failed run, or undefined. */
export async function promtool(args: readonly string[]): Promise<string | undefined> {
  const cwd = dirname(args.at(-1) ?? '.');
  return run(promtoolProgram, [...args], { cwd, timeout: 60_000, maxBuffer: 16e6 }).then(
    () => undefined,
    (error: { readonly stdout?: string; readonly stderr?: string }) => `${error.stdout ?? ''}${error.stderr ?? ''}` || String(error),
  );
}

/** Series written as `name{label="value"}: values`. */
export function series(values: Readonly<Record<string, string>>): InputSeries[] {
  return Object.entries(values).map(([name, samples]) => ({ series: name, values: samples }));
}

function testFile(cases: readonly Case[], { interval = '15s', evaluation = '30s' }: CaseOptions): string {
  const tests = cases.map(({ name, series: input, at, fires = {}, values = {}, says = {} }) => ({
    name,
    interval,
    input_series: input,
    alert_rule_test: Object.entries(says).map(([alertname, { labels, annotations }]) => ({
      alertname,
      eval_time: at,
      exp_alerts: [{ exp_labels: labels, exp_annotations: annotations }],
    })),
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: at,
        exp_samples: Object.entries(fires).map(([alertname, value]) => ({ labels: selector('', { alertname }), value })),
      },
      ...Object.entries(values).map(([expr, rows]) => ({
        expr: `round(${expr}, 0.0001)`,
        eval_time: at,
        exp_samples: Object.entries(rows).map(([labels, value]) => ({ labels, value })),
      })),
    ],
  }));
  return toYaml({ rule_files: ['rules.yaml'], evaluation_interval: evaluation, tests });
}
