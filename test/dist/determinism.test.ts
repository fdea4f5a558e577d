import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkout, checkout, filesBelow } from '../lib/checkout';

jest.setTimeout(60_000);

type Files = Readonly<Record<string, string>>;

let copy: Checkout;
let reference: Files;
beforeAll(async () => {
  copy = checkout();
  reference = await synth('reference');
});
afterAll(() => copy.remove());

async function synth(output: string, env: Readonly<Record<string, string>> = {}, file = 'main.ts'): Promise<Files> {
  const { code, stderr } = await copy.synth(file, { ...env, CDK8S_OUTDIR: output });
  if (code !== 0) throw new Error(stderr);
  return filesBelow(join(copy.folder, output));
}

/** Synthesizes with an edited file of the checkout, which is put back afterwards. */
async function withEdit(name: string, edit: (text: string) => string, output: string): Promise<Files> {
  const file = join(copy.folder, name);
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`${name}: the edit changes nothing`);
  writeFileSync(file, after);
  try {
    return await synth(output);
  } finally {
    writeFileSync(file, before);
  }
}

/** Lines of each file that are not in the same file of the other synth. */
function newLines(before: Files, after: Files): Readonly<Record<string, readonly string[]>> {
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
  return Object.fromEntries(
    changed.map(([path, text]) => {
      const known = new Set(before[path]?.split('\n'));
      return [
        path,
        text
          .split('\n')
          .filter((line) => !known.has(line))
          .map((line) => line.trim()),
      ];
    }),
  );
}

describe('the output is the same to the byte', () => {
  test('in another time zone and language, over what was there', async () => {
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(await synth('reference', env)).toEqual(reference);
  });

  test('in the repository and in a copy somewhere else', async () => {
    const output = mkdtempSync(join(tmpdir(), 'bluecanary-'));
    try {
      const here = join(__dirname, '../..');
      const { code } = await copy.run(['--import', 'tsx', '--eval', `process.chdir(${JSON.stringify(here)}); require('./main.ts')`], {
        CDK8S_OUTDIR: join(output, 'dist'),
      });
      expect(code).toBe(0);
      expect(filesBelow(join(output, 'dist'))).toEqual(reference);
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
  });

  test('and does not name the folder', () => {
    const named = Object.entries(reference).filter(([, text]) => text.includes(copy.folder));
    expect(named.map(([path]) => path)).toEqual([]);
  });
});

describe('a new image', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  const ship = (app: string, tag: string) => (text: string) =>
    text.replace(new RegExp(`(\\n${app}:\\n.*\\n  tag: )".*"\\n  digest: .*`), `$1"${tag}"\n  digest: ${digest}`);
  let lines: Readonly<Record<string, readonly string[]>>;
  beforeAll(async () => {
    const both = (text: string) => ship('myapp-migrations', '1.6.0')(ship('catalog', '2.2.0')(text));
    lines = newLines(reference, await withEdit('images.yaml', both, 'shipped'));
  });
  const manifestsBelow = (folder: string) =>
    Object.entries(lines).filter(([path]) => path.startsWith(folder) && path.endsWith('.k8s.yaml'));

  test('changes the line that runs it and the label that names it', () => {
    const image = `registry.example.com/catalog:2.2.0@${digest}`;
    expect(manifestsBelow('production/catalog/')).toEqual([
      ['production/catalog/Rollout.catalog.k8s.yaml', ['version: 2.2.0', `image: ${image}`]],
    ]);
  });

  test('of a migration changes its Jobs, each in its name and its image', () => {
    const image = `registry.example.com/myapp-migrations:1.6.0@${digest}`;
    const phases = ['backfill', 'backup', 'contract', 'expand', 'verify'];
    expect(manifestsBelow('production/users-full-name/')).toEqual(
      phases.map((phase) => [
        `production/users-full-name/Job.users-full-name-${phase}.k8s.yaml`,
        [expect.stringMatching(new RegExp(`^name: users-full-name-${phase}-[0-9a-f]{8}$`)), `image: ${image}`],
      ]),
    );
  });

  test('changes nothing else but what names the version or a Job', () => {
    const others = Object.entries(lines).filter(([path]) => !/^production\/(catalog|users-full-name)\//.test(path));
    for (const [path, changed] of others) {
      for (const line of changed)
        expect({ path, line }).toEqual({ path, line: expect.stringMatching(/2\.2\.0|1\.6\.0|users-full-name-[a-z]+-[0-9a-f]{8}/) });
    }
  });
});

test('a release that is removed takes its files with it, and nothing else changes but what lists all releases', async () => {
  const forget = (text: string) =>
    text
      .replace(/const search = new CanaryDeployment\([\s\S]*?\n\}\);\n/, '')
      .replace(/^.*\{ of: search\b.*\n/m, '')
      .replace(/, search\b/, '');
  const without = await withEdit('main.ts', forget, 'without');
  const gone = Object.keys(reference).filter((path) => !(path in without));
  expect(gone).toEqual(
    expect.arrayContaining(['production/search/Service.search.k8s.yaml', 'production/search/VirtualService.search-canary.k8s.yaml']),
  );
  expect(gone.filter((path) => !path.includes('search'))).toEqual([]);
  expect(Object.keys(without).filter((path) => path.includes('search'))).toEqual([]);
  const changed = Object.keys(newLines(reference, without)).filter((path) => !/(^|\/)monitoring\//.test(path));
  expect(changed).toEqual([]);
});
