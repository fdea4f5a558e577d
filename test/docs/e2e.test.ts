import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(60_000);

const project = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const sources = ['blue-green', 'canary', 'lifecycle', 'migration', 'missing-data', 'objects']
  .map((name) => read(`test/e2e/scenarios/${name}.ts`))
  .join('');

test.each([
  { what: 'without a cluster', args: [], says: '--kubeconfig is not given' },
  { what: 'without its kubeconfig', args: ['--kubeconfig', 'nowhere.yaml'], says: 'nowhere.yaml: no such file' },
  { what: 'with a kubeconfig that names none', args: ['--kubeconfig', 'package.json'], says: 'package.json: ' },
])('$what the suite says what it needs and leaves with 3', ({ args, says }) => {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'e2e', '--', ...args], { cwd: project, encoding: 'utf8' });
  expect(stderr).toContain(says);
  expect(stderr).toContain('It needs a cluster with Kubernetes 1.28 or newer');
  expect(status).toBe(3);
});

test('the results are those of a run of all scenarios there are, and all of them held', () => {
  const results = read('docs/e2e-results.md');
  const rows = [...results.matchAll(/^\| ([a-z0-9-]+) \| .* \| (held|\*\*failed\*\*) \| \d+ \|/gm)];
  const names = [...sources.matchAll(/^ {4}name: '([a-z0-9-]+)',$/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(rows.map(([, name]) => name).sort()).toEqual([...names].sort());
  expect(rows.filter(([, , outcome]) => outcome !== 'held')).toEqual([]);
  expect(results).toContain(`${names.length} passed, 0 failed`);
});

test('what the changelog says the real systems corrected names tests and scenarios that there are', () => {
  const [, corrected = ''] = read('CHANGELOG.md').split('Corrected by the real systems');
  const named = [...corrected.matchAll(/`([a-z0-9/-]+(?:\.test\.ts)?)`/g)].flatMap(([, name = '']) => name);
  const files = named.filter((name) => name.endsWith('.test.ts'));
  const scenarios = named.filter((name) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(project, file)))).toEqual([]);
  expect(scenarios.filter((name) => !sources.includes(`name: '${name}'`))).toEqual([]);
});
