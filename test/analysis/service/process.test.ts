import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fakePrometheus, json } from '../providers/fake-prometheus';
import { request } from './service';

jest.setTimeout(60_000);

const root = join(__dirname, '../../..');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** The service as `npm run analysis` starts it. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'analysis/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    exited,
    output: () => out,
    problems: () => err,
    async address(): Promise<string> {
      for (let i = 0; i < 300; i += 1) {
        const [, address] = /"msg":"Server listening at (http:\/\/127\.0\.0\.1:\d+)"/.exec(out) ?? [];
        if (address !== undefined) return address;
        if (child.exitCode !== null) break;
        await pause(100);
      }
      throw new Error(`the service did not start: ${err}${out}`);
    },
  };
}

function judge(address: string): Promise<Response> {
  return fetch(`${address}/v1/judgements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

test('starts with no environment at all but a free port, judges, says what is missing, and leaves when asked', async () => {
  const service = start({ PORT: '0' });
  const address = await service.address();
  expect(await (await judge(address)).json()).toMatchObject({
    verdict: 'Inconclusive',
    reason: expect.stringMatching(/^provider-|^no-canary-data$/),
  });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(service.output()).toMatch(/CATALOGUE_FILE is not set.*\n.*TOKEN_FILE is not set/);
  service.child.kill('SIGINT');
  expect(await service.exited).toBe(0);
});

test('does not start with a wrong environment, and says everything that is wrong with it', async () => {
  const service = start({ PORT: 'eighty', JUDGE: 'coin', CATALOGUE_FILE: '/nowhere' });
  expect(await service.exited).toBe(1);
  expect(service.problems()).toMatch(
    /PORT: must match[^\n]*\n- JUDGE: must be one of split, kayenta[^\n]*\n- CATALOGUE_FILE: must be a file/,
  );
  expect(service.output()).toBe('');
});

test('drains on SIGTERM: not ready at once, still answering, and a judgement under way is finished', async () => {
  let release = () => undefined as unknown;
  const asked = new Promise<void>((resolve) => {
    release = resolve as () => unknown;
  });
  const prometheus = await fakePrometheus((response) => {
    release();
    setTimeout(() => json(response, { status: 'success', data: { resultType: 'matrix', result: [] } }), 1_500);
  });
  const service = start({ PORT: '0', PROMETHEUS_URL: prometheus.url });
  const address = await service.address();
  const underWay = judge(address);
  await asked;
  service.child.kill('SIGTERM');
  await pause(300);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect(await (await underWay).json()).toMatchObject({ verdict: 'Inconclusive', reason: 'no-canary-data' });
  expect(await service.exited).toBe(0);
  await prometheus.close();
});
