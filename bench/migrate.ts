/**
 * What the migration engine costs: against the one giant update it replaces, per batch, in memory, and in reaction time.
 *
 *   npm run bench:migrate
 *   MIG_TEST_URI=mongodb://host/myapp npm run bench:migrate    the first part on a real server, whose `myapp` is dropped again and again
 */
import { join } from 'node:path';
import { compile } from '../test/migrate/support/compile';
import { startChild } from './migrate/children';
import { measureReaction } from './migrate/reaction';
import { measureThroughput } from './migrate/throughput';
import { digits, judged, table } from './table';

/** What the Job gives it. */
const jobHeapMb = 160;
const serverHeapMb = 4096;
const root = join(__dirname, '..');
const doing = (what: string) => process.stderr.write(`${what}\n`);

interface Cost {
  readonly documents: number;
  readonly batches: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly seconds: number;
}

async function main(): Promise<number> {
  const real = process.env['MIG_TEST_URI'];
  const ratios = await throughput(real);
  const costs: Cost[] = [];
  const compiled = compile('bench-migrate', ['bench/migrate/engine-cost.ts']);
  for (const documents of [10_000, 100_000, 1_000_000, 10_000_000]) {
    doing(`${documents} simulated documents`);
    costs.push(await costOf(documents, join(compiled, 'bench/migrate/engine-cost.js')));
  }
  const rows = costs.map(({ documents, batches, cpuMs, rssMb, seconds }) => [
    ...[documents, batches, digits(cpuMs), digits(cpuMs / batches), digits(rssMb), digits(documents / seconds)],
  ]);
  process.stdout.write(`${table(['simulated documents', 'batches', 'CPU ms', 'CPU ms a batch', 'peak MB', 'documents/s'], rows)}\n\n`);

  doing('throttle');
  const { pausedMs, resumedMs } = await measureReaction();
  const [large, huge] = costs.slice(-2) as [Cost, Cost];
  const { text, passed } = judged([
    ...ratios.map(({ streams, ratio }) => ({
      ...{ what: `backfill over one updateMany, ${streams} stream(s)`, measured: real ? ratio : undefined },
      ...{ limit: 0.9, is: 'at least' as const },
    })),
    { what: 'CPU ms a batch, 10 million documents', measured: huge.cpuMs / huge.batches, limit: 1.5, is: 'at most' },
    {
      ...{ what: 'CPU ms for one batch more, 1 to 10 million', limit: 1.5, is: 'at most' },
      measured: (huge.cpuMs - large.cpuMs) / (huge.batches - large.batches),
    },
    { what: 'peak MB, the largest', measured: Math.max(...costs.map(({ rssMb }) => rssMb)), limit: 150, is: 'at most' },
    { what: 'peak MB, 10 million over 1 million', measured: huge.rssMb / large.rssMb, limit: 1.15, is: 'at most' },
    { what: 'ms from the lag to the begin of the last batch of 50 ms', measured: pausedMs, limit: 1050, is: 'at most' },
    { what: 'ms from the end of the lag to the next batch', measured: resumedMs, limit: 5000, is: 'at most' },
  ]);
  process.stdout.write(`${text}\n`);
  return passed ? 0 : 1;
}

async function throughput(real: string | undefined): Promise<readonly { readonly streams: number; readonly ratio: number }[]> {
  const double = real ? undefined : startChild(serverHeapMb, join(root, 'test/support/wire-server/main.ts'), 'myapp');
  const uri = real ?? (await double?.line()) ?? '';
  const results = [];
  for (const streams of [1, 2]) {
    doing(`backfill against one updateMany, ${streams} stream(s)`);
    results.push({ streams, ...(await measureThroughput(uri, real ? 1_000_000 : 20_000, streams, real ? 2 : 5)) });
  }
  double?.process.kill();
  const rows = results.map(({ streams, documents, engine, atOnce }) => [
    ...[real ? 'real server' : 'test double', documents, streams, digits(engine), digits(atOnce), digits(engine / atOnce)],
  ]);
  const head = ['on', 'documents', 'streams', 'backfill, documents/s', 'one updateMany, documents/s', 'ratio'];
  process.stdout.write(`${table(head, rows)}\n\n`);
  return results.map(({ streams, engine, atOnce }) => ({ streams, ratio: engine / atOnce }));
}

async function costOf(documents: number, program: string): Promise<Cost> {
  const server = startChild(serverHeapMb, join(__dirname, 'migrate/simulated-server.ts'), String(documents));
  const engine = startChild(jobHeapMb, program, await server.line());
  try {
    return { ...JSON.parse(await engine.line()), documents };
  } finally {
    server.process.kill();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
