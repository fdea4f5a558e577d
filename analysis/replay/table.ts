import type { JudgementRecord } from '../contract/record';

/** The looks as a table for a terminal: one line a look, and what would have happened. */
export function tableOf(records: readonly JudgementRecord[]): string {
  const head = ['look', 'end of window (UTC)', 'verdict', 'canary', 'errors', 'p99', 'why'];
  const rows = records.map(({ judgement }, i) => {
    const metric = (name: string) => judgement.metrics.find((one) => one.name === name)?.canary;
    const [errors, p99] = [metric('error-rate'), metric('p99')];
    return [
      String(i + 1),
      new Date((judgement.window.to ?? 0) * 1_000).toISOString().slice(0, 16).replace('T', ' '),
      judgement.verdict,
      String(errors?.n ?? p99?.n ?? '-'),
      errors?.value == null ? '-' : `${Number((errors.value * 100).toPrecision(3))} %`,
      p99?.value == null ? '-' : `${p99.value} s`,
      judgement.message,
    ];
  });
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), '', outcomeOf(records), ''].join('\n');
}

/** One sentence: when the release would have been aborted or could have gone on. */
export function outcomeOf(records: readonly JudgementRecord[]): string {
  const at = (verdict: string) => records.findIndex(({ judgement }) => judgement.verdict === verdict);
  const [failed, passed] = [at('Fail'), at('Pass')];
  if (failed >= 0)
    return `Aborted at look ${failed + 1}${passed >= 0 && passed < failed ? `, after a first pass at look ${passed + 1}` : ''}.`;
  if (passed >= 0) return `Healthy from look ${passed + 1} on; never aborted.`;
  return records.length === 0 ? 'Nothing to judge: the canary had no traffic.' : 'Neither passed nor aborted: held for a person.';
}
