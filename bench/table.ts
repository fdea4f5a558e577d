/** A cell: text, or a number with the digits it is worth. */
export type Cell = string | number | undefined;

/** Rows under a head, numbers to the right, as Markdown that also reads well in a terminal. A missing cell is a dash. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => head.map((_, column) => shown(row[column])));
  const widths = head.map((title, column) => Math.max(title.length, ...texts.map((row) => row[column]?.length ?? 0)));
  const numeric = head.map((_, column) => rows.every((row) => typeof row[column] !== 'string'));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (numeric[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...texts.map(line)].join('\n');
}

function shown(cell: Cell): string {
  if (cell === undefined) return '-';
  return typeof cell === 'number' ? String(cell) : cell;
}

/** A number with so many digits in all, never in exponents: 12.3, 1480, 0.0312. */
export function digits(value: number, count = 3): number {
  return Number(value.toPrecision(count));
}

/** A limit that a measured ratio is held to. */
export interface Target {
  readonly what: string;
  readonly measured: number | undefined;
  readonly limit: number;
  /** Whether the measured value may not exceed the limit, or must reach it. */
  readonly is: 'at most' | 'at least';
}

/** The targets with PASS, FAIL or the reason for a skip, and whether none failed. */
export function judged(targets: readonly Target[]): { readonly text: string; readonly passed: boolean } {
  const verdict = ({ measured, limit, is }: Target) => {
    if (measured === undefined) return 'SKIPPED';
    return (is === 'at most' ? measured <= limit : measured >= limit) ? 'PASS' : 'FAIL';
  };
  const rows = targets.map((target) => [
    target.what,
    target.measured === undefined ? undefined : digits(target.measured),
    `${target.is} ${target.limit}`,
    verdict(target),
  ]);
  return { text: table(['target', 'measured', 'limit', 'verdict'], rows), passed: targets.every((target) => verdict(target) !== 'FAIL') };
}
