import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = join(mkdtempSync(join(tmpdir(), 'check-')), 'dist');
  cpSync(join(project, 'dist'), copy, { recursive: true });
});
afterEach(() => rmSync(join(copy, '..'), { recursive: true }));

function check(): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node', ['bluecanary.js', 'check', '--output', copy], { cwd: project, encoding: 'utf8', timeout: 60_000 });
}

const service = 'production/catalog/Service.catalog.k8s.yaml';

test('the committed output is what the sources make', () => {
  const { status, stdout } = check();
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test.each([
  {
    kind: 'changed',
    path: service,
    fault: (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('port: 80', 'port: 81')),
    diff: '-      port: 81',
  },
  { kind: 'missing', path: service, fault: (file: string) => rmSync(file), diff: '+kind: Service' },
  { kind: 'added', path: 'production/catalog/notes.txt', fault: (file: string) => writeFileSync(file, 'mine\n'), diff: '-mine' },
  {
    kind: 'orphaned',
    path: 'production/gone/Service.gone.k8s.yaml',
    fault: (file: string) => write(file, 'kind: Service\n'),
    diff: '-kind: Service',
  },
])('a file that is $kind is drift: exit 2, shown with its diff and the command that mends it', ({ kind, path, fault, diff }) => {
  fault(join(copy, path));
  const { status, stdout } = check();
  expect(status).toBe(2);
  expect(stdout).toContain(`${kind}: ${copy}/${path} `);
  expect(stdout).toContain(`\n${diff}`);
  expect(stdout).toContain('1 file differs');
  expect(stdout).toContain('npm run synth');
});

test('a program that does not synthesize is an error, not drift', () => {
  const main = join(copy, '../main.ts');
  writeFileSync(
    main,
    `import { App, CanaryRollout, Production } from '${project}/lib';\nconst app = new App();\nnew Production(app, 'UPPER');\napp.synth();\n`,
  );
  const { status, stderr } = spawnSync('node', ['bluecanary.js', 'check', '--app', main, '--output', copy], {
    cwd: project,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(status).toBe(1);
  expect(stderr).toContain('got "UPPER"');
});

test('an unknown command or option is a usage error, exit 3', () => {
  expect(spawnSync('node', ['bluecanary.js', 'chek'], { cwd: project }).status).toBe(3);
  expect(spawnSync('node', ['bluecanary.js', 'check', '--nope'], { cwd: project }).status).toBe(3);
});

test('help goes to stdout, without colour off a terminal, exit 0', () => {
  const help = execFileSync('node', ['bluecanary.js', 'check', '--help'], { cwd: project, encoding: 'utf8' });
  expect(help).toContain('Example: npx bluecanary check');
  expect(help.includes(String.fromCharCode(27))).toBe(false);
});

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
