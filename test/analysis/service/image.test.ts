import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
const removed = [...dockerfile.matchAll(/dependencies\.(\S+)/g)].map(([, name]) => name ?? '');

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

test('what the image leaves out is a dependency that nothing in it imports', () => {
  expect(removed.length).toBeGreaterThan(5);
  const imported = new Set(
    ['analysis', 'migrate']
      .flatMap(sourcesOf)
      .flatMap((text) => [...text.matchAll(/(?:from|require\()\s*'([^.'][^']*)'/g)].map(([, name]) => name ?? '')),
  );
  for (const name of removed) {
    expect(Object.keys(dependencies)).toContain(name);
    expect([...imported].filter((one) => one === name || one.startsWith(`${name}/`))).toEqual([]);
  }
});

test('the image runs as a number that is not root, and starts the service by default', () => {
  const [, final = ''] = /\nFROM \$\{NODE\}\n([\s\S]*)$/.exec(dockerfile) ?? [];
  expect(final).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  expect(final).toMatch(/^CMD \["analysis"\]$/m);
  expect(final).not.toMatch(/^ENTRYPOINT/m);
});

test('every command of the image is a file that the build makes', () => {
  const commands = [...dockerfile.matchAll(/exec node (?:--\S+ )*\/app\/(\S+)\.js/g)].map(([, path]) => path);
  expect(commands).toEqual(['analysis/main', 'bluecanary']);
  for (const path of commands) expect(() => readFileSync(join(root, `${path}.ts`))).not.toThrow();
});
