import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with one Deployment, whose selector never changes. */
function deployment(name: string, app: string): string {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: { selector: { matchLabels: { app: ${app} } } }\n`;
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'shop.yaml'), text);
  return join(folder, name);
}

const before = deployment('before', 'shop');
const after = deployment('after', 'cart');
const lint = (...options: string[]) =>
  spawnSync('node', ['bluecanary.js', 'lint', ...options], { cwd: project, encoding: 'utf8', timeout: 60_000 });

test.each([
  ['before', ['--against', before, after]],
  ['after', [after, '--against', before]],
])('what was applied before is an option, written %s what is checked', (_, options) => {
  const { status, stdout } = lint(...options);
  expect(stdout).toContain('error R43 required-fields');
  expect(status).toBe(1);
});

test('what exists outside is named one by one, and the paths come after', () => {
  const { status, stderr } = lint('--external', 'Secret/a', '--external', 'Secret/b', before);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
