/**
 * How much the analysis service costs: beside a bare Fastify route with the same payload, on this machine, in this run.
 *
 *   npm run bench:service                 about a minute and a half, loopback only
 *   npm run bench:service -- --seconds 10 --judgements 100000
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPrometheus } from '../test/support/prometheus';
import { traffic } from '../test/support/traffic';
import { fullLoad, type Load, steadyLoad } from './service/load';
import { requestOf } from './service/samples';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' }, judgements: { type: 'string', default: '100000' } } });
const seconds = Number(values.seconds);
const judgements = Number(values.judgements);
const connections = 64;

interface Measured {
  readonly name: string;
  readonly load: Load;
  /** Processor time of the server per answer. */
  readonly microseconds: number;
}

interface Usage {
  readonly megabytes: number;
  readonly heapMegabytes: number;
  readonly cpuSeconds: number;
}

interface Server {
  readonly url: string;
  usage(of?: 'memory'): Promise<Usage>;
}

const same = () => requestOf(0);
const among20 = (i: number) => requestOf(i % 20);

async function main(): Promise<void> {
  const { rows, memory } = await withServer(['bare'], (bare) => withServer(['stub'], (stub) => withStub(bare, stub)));
  await withServer(['hurried'], async (server) => rows.push(...(await hurried(server))));
  await withPrometheus(async (prometheus, now) => {
    await withServer(['prometheus', prometheus, String(now)], async (server) => {
      rows.push(await measured('real Prometheus, the same look', server, () => fullLoad(server.url, same, { seconds, connections })));
      rows.push(
        await measured('real Prometheus, a new look every time', server, () =>
          fullLoad(server.url, requestOf, { seconds, connections: 4 }),
        ),
      );
    });
  });
  const [before, after] = memory.map(
    ({ megabytes, heapMegabytes }) => `${megabytes.toFixed(0)} MB (${heapMegabytes.toFixed(0)} MB of heap in use)`,
  );
  process.stdout.write(`${tableOf(rows)}\n\nmemory of the service: ${before}, ${after} after ${judgements} more judgements\n\n`);
  const missed = targetsOf(rows).filter(({ name, holds }) => {
    process.stdout.write(`${holds ? 'PASS' : 'FAIL'} ${name}\n`);
    return !holds;
  });
  if (missed.length > 0) process.exitCode = 1;
}

/** What the service promises. Times on the clock are those of a machine that does nothing else. */
function targetsOf(rows: readonly Measured[]) {
  const at = (start: string) => rows.filter(({ name }) => name.startsWith(start)).map(({ load }) => load);
  const [bare, repeated] = [at('bare')[0], at('the same look')[0]];
  return [
    { name: 'half as many answers as a bare route', holds: (repeated?.perSecond ?? 0) >= 0.5 * (bare?.perSecond ?? 0) },
    { name: 'a p99 below 25 ms at 200 judgements a second', holds: at('200 a second').every(({ p99 }) => p99 < 25) },
    { name: 'no other answer than 200', holds: rows.every(({ load }) => load.errors === 0) },
  ];
}

/** The two are measured in turn, three times each, so that what else the machine does falls on both. */
async function withStub(bare: Server, stub: Server): Promise<{ readonly rows: Measured[]; readonly memory: readonly Usage[] }> {
  const rounds: { readonly bare: Measured; readonly repeated: Measured }[] = [];
  for (let round = 0; round < 4; round += 1) {
    const load = ({ url }: Server) => fullLoad(url, same, { seconds, connections });
    rounds.push({
      bare: await measured('bare Fastify route', bare, () => load(bare)),
      repeated: await measured('the same look, repeated', stub, () => load(stub)),
    });
  }
  // The first round warms both up.
  const median = (kind: 'bare' | 'repeated') =>
    rounds
      .slice(1)
      .map((round) => round[kind])
      .sort((a, b) => a.load.perSecond - b.load.perSecond)
      .slice(1, 2);
  const rows = [
    ...median('bare'),
    ...median('repeated'),
    await measured('a release of 50 windows that is new every time', stub, () => fullLoad(stub.url, requestOf, { seconds, connections })),
    await measured('200 a second, the same look', stub, () => steadyLoad(stub.url, same, { seconds, rate: 200 })),
    await measured('200 a second, of 20 releases under way', stub, () => steadyLoad(stub.url, among20, { seconds, rate: 200, asked: 20 })),
    await measured('200 releases a second, each of them new', stub, () =>
      steadyLoad(stub.url, (i) => requestOf(1e6 + i), { seconds, rate: 200 }),
    ),
  ];
  const before = await stub.usage('memory');
  const every50th = (from: number) => (i: number) => requestOf(Math.floor((from + i) / 50));
  for (let done = 0; done < judgements; ) done += (await fullLoad(stub.url, every50th(done), { seconds: 2, connections })).requests;
  return { rows, memory: [before, await stub.usage('memory')] };
}

/** A release under way: every look has one more window than the last one. */
async function hurried(server: Server): Promise<readonly Measured[]> {
  const url = server.url;
  return [
    await measured('20 releases, one more window at almost every look', server, () => fullLoad(url, among20, { seconds, connections })),
    await measured('200 a second, of 20 releases under way, one more window each time', server, () =>
      steadyLoad(url, among20, { seconds, rate: 200, asked: 20 }),
    ),
  ];
}

async function measured(name: string, server: Server, run: () => Promise<Load>): Promise<Measured> {
  const before = await server.usage();
  const load = await run();
  const { cpuSeconds } = await server.usage();
  process.stderr.write(`${name}: ${load.perSecond.toFixed(0)}/s\n`);
  return { name, load, microseconds: ((cpuSeconds - before.cpuSeconds) * 1e6) / load.requests };
}

function tableOf(rows: readonly Measured[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const bare = rows[0]?.load.perSecond ?? 1;
  return [
    line(['', 'judgements/s', 'of bare', 'p50 ms', 'p99 ms', 'CPU µs each', 'errors']),
    line(['---', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...rows.map(({ name, load, microseconds }) =>
      line([
        name,
        load.perSecond.toFixed(0),
        `${((load.perSecond / bare) * 100).toFixed(0)} %`,
        load.p50.toFixed(2),
        load.p99.toFixed(2),
        microseconds.toFixed(0),
        String(load.errors),
      ]),
    ),
  ].join('\n');
}

async function withServer<T>(args: readonly string[], use: (server: Server) => Promise<T>): Promise<T> {
  const child = fork(join(__dirname, 'service/server.ts'), args, {
    execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=192'],
  });
  try {
    const { url } = await message<{ url: string }>(child);
    return await use({
      url,
      usage: (of) => {
        child.send(of ?? 'time');
        return message<Usage>(child);
      },
    });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

async function message<T>(child: ChildProcess): Promise<T> {
  const [received] = await once(child, 'message', { signal: AbortSignal.timeout(60_000) });
  return received as T; // our own server says nothing else
}

async function withPrometheus(use: (url: string, now: number) => Promise<void>): Promise<void> {
  const start = 1_700_000_100 - (1_700_000_100 % 60);
  const pod = { from: start, to: start + 3_000, rps: 10, errors: 0.002 };
  const hashes = ['aaa', ...Array.from({ length: 40 }, (_, i) => `c${i}`)];
  const prometheus = await startPrometheus(
    traffic({ app: 'myapp', namespace: 'production', pods: hashes.map((hash) => ({ ...pod, hash })) }),
  );
  try {
    await use(prometheus.url, (start + 3_000 + 20) * 1_000);
  } finally {
    await prometheus.stop();
  }
}

void main();
