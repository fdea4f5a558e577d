import { join } from 'node:path';
import { startChild } from './migrate/children';
import { measureReaction } from './migrate/reaction';
import { measureThroughput } from './migrate/throughput';

/**
 * What the migration engine costs: against the one giant update it replaces, per batch, in memory, and in reaction time.
 * `MIG_TEST_URI=mongodb://host/myapp` measures the first part on a real server; its database `myapp` is then dropped again and again.
 */
const here = (file: string) => join(__dirname, 'migrate', file);
/** What the Job gives it. */
const jobHeapMb = 160;
const serverHeapMb = 4096;
const root = join(__dirname, '..');

async function main(): Promise<void> {
  const rows: (readonly [what: string, value: string, target: string])[] = [];
  const say = (what: string, value: string, target: string) => {
    rows.push([what, value, target]);
    process.stderr.write(`${what}: ${value}\n`);
  };

  const real = process.env['MIG_TEST_URI'];
  const double = real ? undefined : startChild(serverHeapMb, join(root, 'test/support/wire-server/main.ts'), 'myapp');
  const uri = real ?? (await double?.line()) ?? '';
  const where = real ? 'real server' : 'test double';
  for (const streams of [1, 2]) {
    const { documents, atOnce, engine } = await measureThroughput(uri, real ? 1_000_000 : 20_000, streams, 2);
    const rates = `${Math.round(engine)} against ${Math.round(atOnce)} docs/s`;
    say(
      `backfill against one updateMany, ${documents} documents, ${streams} stream(s), ${where}`,
      `${(engine / atOnce).toFixed(2)} x (${rates})`,
      '>= 0.90 x on a real server',
    );
  }
  double?.process.kill();

  for (const documents of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const server = startChild(serverHeapMb, here('simulated-server.ts'), String(documents));
    const engine = startChild(jobHeapMb, here('engine-cost.ts'), await server.line());
    const { batches, cpuMs, rssMb, scanned } = JSON.parse(await engine.line());
    server.process.kill();
    say(
      `CPU per batch, ${documents} simulated documents`,
      `${(cpuMs / batches).toFixed(2)} ms (${batches} batches, ${scanned} scanned)`,
      '<= 1.5 ms',
    );
    say(`memory, ${documents} simulated documents`, `${rssMb.toFixed(0)} MB`, '<= 150 MB, flat');
  }

  const { pausedMs, resumedMs } = await measureReaction();
  say('throttle: last batch after the lag', `${pausedMs.toFixed(0)} ms`, '<= 1 batch + 1000 ms');
  say('throttle: first batch after it is gone', `${resumedMs.toFixed(0)} ms`, '<= 5000 ms');

  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column as 0 | 1].length)));
  for (const [what, value, target] of rows)
    process.stdout.write(`${what.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${target}\n`);
}

void main();
