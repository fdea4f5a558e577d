import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What became of a scenario. */
export interface Outcome {
  readonly name: string;
  readonly holds: string;
  readonly seconds: number;
  /** What was seen, where it held. */
  readonly seen: string;
  readonly error?: string;
}

/** Writes the page of the last run: versions, and for every scenario what must hold, what was seen and how long it took. */
export function writeResults(file: string, versions: readonly (readonly [string, string])[], outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`;
  const row = ({ name, holds, seconds, seen, error }: Outcome) =>
    `| ${name} | ${cell(holds)} | ${error === undefined ? 'held' : '**failed**'} | ${seconds.toFixed(0)} | ${cell(error ?? seen)} |`;
  writeFileSync(
    file,
    `# Scenarios on a real cluster: the last run

Written by \`npm run e2e\`; [e2e.md](e2e.md) says how to run it and what is real in it.

| | |
| --- | --- |
${versions.map(([what, version]) => `| ${what} | ${version} |`).join('\n')}
| machine | ${machine} |
| date | ${new Date().toISOString().slice(0, 10)} |

${outcomes.length - failed} passed, ${failed} failed

| scenario | what must hold | outcome | seconds | what was seen |
| --- | --- | --- | --- | --- |
${outcomes.map(row).join('\n')}
`,
  );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 600);
}
