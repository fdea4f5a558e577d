import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(__dirname, '../..');
const span = ['--from', '2026-11-24T10:00:00Z', '--to', '2026-11-24T11:00:00Z'];
const replay = (...options: string[]) =>
  spawnSync('node', ['bluecanary.js', 'replay', ...span, ...options], { cwd: project, encoding: 'utf8', timeout: 60_000 });

test.each([
  [['--prometheus', 'http://127.0.0.1:1', '--rollout', 'myapp'], 'bluecanary: Prometheus cannot be reached (ECONNREFUSED)\n'],
  [['--prometheus', 'http://127.0.0.1:1', '--rollout', 'other'], 'bluecanary: --rollout: must name one rollout of the catalogue'],
  [['--prometheus', 'http://127.0.0.1:1', '--rollout', 'myapp', '--canary', 'not/a hash'], 'canaryHash: must match pattern'],
])('what could not be replayed is no abort, which ends with 1: %j', (options, message) => {
  const { status, stdout, stderr } = replay(...options);
  expect(stderr).toContain(message);
  expect([status, stdout]).toEqual([3, '']);
});
