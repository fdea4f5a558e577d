import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const project = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const readme = read('README.md');
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

test('the lines that the README shows are the lines of main.ts', () => {
  const main = squeezed(read('main.ts'));
  const lines = block('ts').split('\n').map(squeezed).filter(Boolean);
  expect(lines.length).toBeGreaterThanOrEqual(10);
  expect(lines.filter((line) => !main.includes(line))).toEqual([]);
});

test('the YAML that the README shows is what they become', () => {
  const excerpt = block('yaml');
  expect(excerpt.length).toBeGreaterThan(100);
  expect(read('dist/production/catalog/AnalysisTemplate.catalog-judge.k8s.yaml')).toContain(excerpt);
});

test('the README counts the files of the release right', () => {
  const files = readdirSync(join(project, 'dist/production/catalog'));
  expect(readme).toContain(`among ${files.length} files in \`dist/production/catalog/\``);
});

test('the lines that mistakes in the README name are those of their constructs', () => {
  const lines = read('main.ts').split('\n');
  const named = [...readme.matchAll(/production\/(\w+) \(main\.ts:(\d+)\)/g)];
  expect(named.length).toBeGreaterThan(1);
  for (const [, id, line] of named) expect(lines[Number(line) - 1]).toMatch(new RegExp(`new \\w+\\(production, '${id}'`));
});

test('every command of the README is one that exists', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  const commands = [...readme.matchAll(/npx bluecanary (\w+)/g)].map(([, name]) => name);
  const cli = read('bluecanary.ts') + read('migrate/cli/command.ts');
  expect(commands.filter((name) => !new RegExp(`\\('${name}'\\)`).test(cli))).toEqual([]);
});

test.each([
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(project, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
])('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !existsSync(join(project, dirname(page), link)))).toEqual([]);
});
