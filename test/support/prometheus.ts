/** A real Prometheus on generated data: the tests ask the same program that production asks. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** One time series: seconds since 1970 and values, in order of time. */
export interface Series {
  /** The name of the samples, `http_requests_total` or `http_request_duration_seconds_bucket`. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: Iterable<readonly [time: number, value: number]>;
}

export interface PrometheusOptions {
  /** More command line flags, such as `--web.enable-remote-write-receiver` or `--web.config.file=…`. @default none */
  readonly flags?: readonly string[];
  /** The text of the configuration file. @default an empty one: nothing is scraped */
  readonly config?: string;
}

export interface RunningPrometheus {
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const programs = { server: process.env['PROMETHEUS_BIN'] ?? 'prometheus', promtool: process.env['PROMTOOL_BIN'] ?? 'promtool' };
const limits = { ready: 10_000, stop: 5_000, backfill: 60_000 };

/**
 * Starts Prometheus on a free port of 127.0.0.1, with `series` already stored. Takes about one second.
 *
 * The data are backfilled, so their times come from the test and never from the clock; ask with an explicit `time`.
 * Backfilled series carry no staleness markers: a series that ends is still seen for five minutes.
 */
export async function startPrometheus(series: Iterable<Series>, options: PrometheusOptions = {}): Promise<RunningPrometheus> {
  const dir = await mkdtemp(join(tmpdir(), 'bluecanary-prometheus-'));
  try {
    await mkdir(join(dir, 'data'));
    await writeFile(join(dir, 'prometheus.yml'), options.config ?? 'global: {}\n');
    await backfill(series, dir);
    const port = await freePort();
    const child = serve(dir, port, options.flags ?? []);
    const url = `http://127.0.0.1:${port}`;
    await ready(child, url);
    return {
      url,
      async stop() {
        await stop(child);
        await rm(dir, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(dir, { recursive: true, force: true });
    throw new Error('Prometheus did not start', { cause });
  }
}

/** `describe` for tests that need Prometheus: skipped by name where it is absent, a failure under REQUIRE_PROMETHEUS=1. */
export function describeWithPrometheus(name: string, tests: () => void): void {
  if (prometheusIsInstalled()) {
    describe(name, tests);
    return;
  }
  const wayOut = 'apt-get install -y --no-install-recommends prometheus, or PROMETHEUS_BIN and PROMTOOL_BIN';
  if (process.env['REQUIRE_PROMETHEUS'] === '1') {
    test(name, () => {
      throw new Error(`prometheus and promtool must be installed: ${wayOut}`);
    });
    return;
  }
  process.stderr.write(`SKIPPED "${name}": prometheus is not installed (${wayOut})\n`);
  describe.skip(name, tests);
}

function prometheusIsInstalled(): boolean {
  try {
    for (const program of Object.values(programs)) execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function backfill(series: Iterable<Series>, dir: string): Promise<void> {
  const file = join(dir, 'series.om');
  const out = createWriteStream(file);
  let empty = true;
  for (const { name, labels, samples } of series) {
    const selector = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
    const lines = [];
    for (const [time, value] of samples) lines.push(`${name}{${selector.join(',')}} ${text(value)} ${time}\n`);
    empty &&= lines.length === 0;
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end('# EOF\n');
  await finished(out);
  if (empty) return;
  await run(programs.promtool, ['tsdb', 'create-blocks-from', 'openmetrics', '-q', file, join(dir, 'data')], {
    timeout: limits.backfill,
    maxBuffer: 64e6,
  });
}

function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function text(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has an address with a port
  server.close();
  await once(server, 'close');
  return port;
}

function serve(dir: string, port: number, flags: readonly string[]): ChildProcess {
  return spawn(
    programs.server,
    [
      `--config.file=${join(dir, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(dir, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--storage.tsdb.retention.time=100y',
      '--log.level=warn',
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  let log = '';
  child.stderr?.on('data', (data: Buffer) => {
    log = (log + data.toString()).slice(-2_000);
  });
  const until = Date.now() + limits.ready;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`prometheus left with code ${child.exitCode}: ${log}`);
    const answers = await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(1_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    await pause(20);
  }
  await stop(child);
  throw new Error(`prometheus was not ready after ${limits.ready} ms: ${log}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), limits.stop);
  await gone;
  clearTimeout(force);
}
