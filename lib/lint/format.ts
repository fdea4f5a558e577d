import { styleText } from 'node:util';
import type { Finding, LintReport, Severity, Source } from './types';

export interface FormatOptions {
  /** Whether the text goes to a terminal. @default false */
  readonly colours?: boolean;
}

/** All findings of all objects as text, grouped by object: rule, place, what must hold and what came, the way out, who wrote it. */
export function formatReport(report: LintReport, { colours = false }: FormatOptions = {}): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const groups = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const group = `${finding.object}\n${finding.source.file ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  const style: Record<Severity, 'red' | 'yellow'> = { error: 'red', warning: 'yellow' };
  const blocks = [...groups.values()].map((findings) => {
    const [first] = findings;
    const lines = findings.flatMap(({ rule, name, severity, path, message, fix, source }) => [
      `  ${paint(style[severity], severity)} ${rule} ${name}${source.line === undefined ? '' : ` (line ${source.line})`}`,
      `    ${path === '' ? '' : `${path}: `}${message}`,
      `    → ${fix}`,
    ]);
    return [paint('bold', `${first?.object ?? ''}${writtenBy(first?.source)}`), ...lines].join('\n');
  });
  const waived = report.waived.map(
    ({ rule, object, path, reason, until }) => `waived ${rule} ${object} ${path}: ${reason}${until ? ` (until ${until})` : ''}`,
  );
  return [...blocks, ...(waived.length > 0 ? [waived.join('\n')] : []), summary(report)].join('\n\n');
}

function writtenBy(source: Source | undefined): string {
  const parts = [source?.constructPath, source?.file].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `  [${parts.join(', ')}]`;
}

/** `2 errors, 1 warning, 1 waived in 63 objects; passed over 3: 2 Role, 1 RoleBinding` */
function summary({ findings, waived, objects, unknownKinds }: LintReport): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;
  const unknown = [...unknownKinds].map(([kind, many]) => `${many} ${kind}`);
  const over = [...unknownKinds.values()].reduce((sum, many) => sum + many, 0);
  return [
    `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}${waived.length > 0 ? `, ${waived.length} waived` : ''} in ${count(objects, 'object')}`,
    ...(over > 0 ? [`passed over ${over}: ${unknown.join(', ')}`] : []),
  ].join('; ');
}
