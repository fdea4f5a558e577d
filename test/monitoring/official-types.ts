/** Whether a dashboard is what Grafana's own types say: every key that they do not know, and every value of another kind, is an error of the compiler. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '../..');

/** The types of the SDK, with enums written as their texts and panels told apart by their plugin. */
const types = `
import type { Dashboard, FieldConfig, FieldConfigSource, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as states from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

type Plain<T> = 0 extends 1 & T ? T
  : T extends string ? \`\${T}\`
  : T extends (infer Item)[] ? Plain<Item>[]
  : T extends object ? { [key in keyof T as key extends '_implementsDataqueryVariant' ? never : key]: Plain<T[key]> }
  : T;
type Of<Type extends string, Options, Custom> = Plain<Omit<Panel, 'type' | 'options' | 'targets' | 'fieldConfig'>> & {
  type: Type;
  options: Plain<Options>;
  targets: Plain<prometheus.Dataquery>[];
  fieldConfig: Plain<Omit<FieldConfigSource, 'defaults'>> & { defaults: Plain<Omit<FieldConfig, 'custom'>> & { custom?: Plain<Custom> } };
};
export type Panels = {
  timeseries: Of<'timeseries', timeseries.Options, timeseries.FieldConfig>;
  stat: Of<'stat', stat.Options, Record<string, never>>;
  piechart: Of<'piechart', piechart.Options, piechart.FieldConfig>;
  'state-timeline': Of<'state-timeline', states.Options, states.FieldConfig>;
  row: Plain<RowPanel>;
};
export type Whole = Omit<Plain<Omit<Dashboard, 'panels'>>, 'panels'> & { panels: unknown[] };
`;

interface Typed {
  readonly panels?: readonly { readonly type?: string }[];
}

/** What the compiler says of each dashboard, by name; one that is right has no line. */
export async function officialFaults(dashboards: Readonly<Record<string, unknown>>): Promise<Record<string, string[]>> {
  await mkdir(join(root, 'build'), { recursive: true });
  const folder = await mkdtemp(join(root, 'build', 'official-'));
  try {
    await writeFile(join(folder, 'types.ts'), types);
    const names = Object.keys(dashboards);
    for (const [i, name] of names.entries()) await writeFile(join(folder, `d${i}.ts`), literal(dashboards[name] as Typed)); // any JSON; the compiler judges it
    const compilerOptions = { noEmit: true, strict: true, skipLibCheck: true, target: 'es2022', module: 'node20', types: [] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const said = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], {
      cwd: folder,
      timeout: 60_000,
    }).then(
      () => '',
      (error: { readonly stdout?: string }) => error.stdout || String(error),
    );
    const faults = said.split('\n').filter((line) => line.includes('error TS'));
    const known = names.map(
      (name, i) => [name, faults.filter((line) => line.startsWith(`d${i}.ts`)).map((line) => line.slice(line.indexOf('TS')))] as const,
    );
    const elsewhere = faults.filter((line) => !/^d\d+\.ts/.test(line));
    if (elsewhere.length > 0 || (said !== '' && faults.length === 0)) throw new Error(`the check itself does not compile:\n${said}`);
    return Object.fromEntries(known.filter(([, lines]) => lines.length > 0));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** JSON is TypeScript; `satisfies` looks at every key of a literal. */
function literal({ panels = [], ...rest }: Typed): string {
  const each = panels.map((panel) => `${JSON.stringify(panel)} satisfies Panels[${JSON.stringify(panel.type ?? '')}],`);
  return `import type { Panels, Whole } from './types';\nexport default {\n  ...(${JSON.stringify(rest)} satisfies Omit<Whole, 'panels'>),\n  panels: [\n${each.join('\n')}\n  ],\n} satisfies Whole;\n`;
}
