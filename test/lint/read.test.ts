import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../../lib/lint/lint';
import { parseManifests, readManifests } from '../../lib/lint/read';

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rollout = (name: string) => `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: ${name} }\n`;

describe('one text', () => {
  test('holds several documents, empty ones are nothing', () => {
    const { objects, problems } = parseManifests(`---\n${rollout('a')}---\n---\n# only a comment\n---\n${rollout('b')}`, 'x.yaml');
    expect(objects.map(({ source }) => source?.line)).toEqual([2, 9]);
    expect(problems).toEqual([]);
  });

  test('may be a List, whose items are objects of their own', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: argoproj.io/v1alpha1\n  kind: Rollout\n  metadata: {name: a}\n  spec:\n    strategy:\n      canary: {}\n      blueGreen: {activeService: a}\n';
    const [finding] = lint(parseManifests(text, 'x.yaml').objects).findings.filter(({ rule }) => rule === 'R01');
    expect(finding).toMatchObject({ object: 'Rollout a', source: { file: 'x.yaml', line: 8 } });
  });

  test('is read as kubectl reads it: merge keys are merged, yes and no are true and false', () => {
    const { objects } = parseManifests('a: &a { x: 1 }\nb: { <<: *a, c: no, d: "no", e: Yes, f: northern, y: 0 }\n', 'x.yaml');
    expect(objects[0]?.manifest).toMatchObject({ b: { x: 1, c: false, d: 'no', e: true, f: 'northern', y: 0 } });
  });

  test('gives each finding the line of its place, or of the nearest place around it', () => {
    const text = `${rollout('a')}spec:\n  strategy:\n    canary:\n      steps:\n      - pause: {}\n      - setWeight: 120\n`;
    const lines = Object.fromEntries(lint(parseManifests(text, 'x.yaml').objects).findings.map(({ rule, source }) => [rule, source.line]));
    expect(lines['R16']).toBe(9);
    expect(lines['R02']).toBe(4);
  });

  test.each([
    ['a: [1', 'flow', 2],
    ['a: 1\nb: {{ .Values.x }}\nc: {{- y }}', 'render the chart first', 3],
    ['- a\n- b', 'a list', 1],
    ['hello', 'a string', 1],
    ['&a [*a]', 'circular', 1],
    ['a: *b', 'unresolved alias', 1],
  ])('says what is wrong with %j and goes on', (text, word, line) => {
    const { objects, problems } = parseManifests(`${text}\n---\n${rollout('a')}`, 'x.yaml');
    expect(JSON.stringify(problems[0]).toLowerCase()).toContain(word);
    expect(problems[0]).toMatchObject({ rule: 'F01', source: { file: 'x.yaml', line } });
    expect(objects.length).toBeGreaterThanOrEqual(1);
  });

  test('aliases that multiply without end are refused', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`),
    ].join('\n');
    expect(parseManifests(bomb, 'x.yaml').problems[0]?.message).toMatch(/alias/i);
  });
});

describe('files and folders', () => {
  test('a folder is read with all that is below it, in order; other files and hidden folders are not', () => {
    mkdirSync(join(folder, 'apps/deep'), { recursive: true });
    mkdirSync(join(folder, 'apps/.git'));
    for (const name of ['b.yaml', 'a.yml', 'deep/c.json', 'readme.md', '.git/d.yaml']) {
      writeFileSync(join(folder, 'apps', name), name.endsWith('json') ? '{"apiVersion":"v1","kind":"Secret"}' : rollout('x'));
    }
    const { objects, files } = readManifests([join(folder, 'apps')]);
    expect(files).toBe(3);
    expect(objects.map(({ source }) => source?.file?.slice(folder.length))).toEqual(['/apps/a.yml', '/apps/b.yaml', '/apps/deep/c.json']);
  });

  test('references between files are resolved', () => {
    writeFileSync(join(folder, 'rollout.yaml'), `${rollout('a')}spec: { strategy: { blueGreen: { activeService: a } } }\n`);
    writeFileSync(join(folder, 'service.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n');
    const missing = (paths: readonly string[]) => lint(readManifests(paths).objects).findings.some(({ rule }) => rule === 'R24');
    expect(missing([join(folder, 'rollout.yaml')])).toBe(true);
    expect(missing([join(folder, 'rollout.yaml'), join(folder, 'service.yaml')])).toBe(false);
  });

  test('a file that is reached twice is read once, also through a link to a folder above', () => {
    mkdirSync(join(folder, 'links'));
    writeFileSync(join(folder, 'links/a.yaml'), rollout('a'));
    symlinkSync('..', join(folder, 'links/up'));
    symlinkSync('/nowhere/at-all', join(folder, 'links/gone.yaml'));
    const { objects, problems } = readManifests([join(folder, 'links/a.yaml'), join(folder, 'links')]);
    expect(objects.filter(({ source }) => source?.file?.endsWith('links/a.yaml'))).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'F01', object: join(folder, 'links/gone.yaml') }]);
    rmSync(join(folder, 'links'), { recursive: true });
  });

  test('a file of 50 MB is named, the others go on', () => {
    const huge = join(folder, 'huge.yaml');
    writeFileSync(huge, '');
    truncateSync(huge, 50 * 1024 * 1024);
    const { objects, problems } = readManifests([huge, join(folder, 'service.yaml')]);
    expect(problems).toMatchObject([{ rule: 'F01', object: huge, message: expect.stringContaining('50 MB') }]);
    expect(objects).toHaveLength(1);
  });

  test('a path that does not exist is named', () => {
    expect(readManifests([join(folder, 'gone')]).problems).toMatchObject([
      { rule: 'F01', message: expect.stringContaining('no such file') },
    ]);
  });
});
