import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkout, checkout, filesBelow } from './checkout';

jest.setTimeout(60_000);

let copy: Checkout;
beforeAll(() => {
  copy = checkout();
});
afterAll(() => copy.remove());

/** Makes an edited `main.ts` beside the real one. */
function program(name: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  const text = edits.reduce(
    (source, [from, to]) => {
      if (!source.includes(from)) throw new Error(`main.ts has no ${from}`);
      return source.replace(from, to);
    },
    readFileSync(join(copy.folder, 'main.ts'), 'utf8'),
  );
  writeFileSync(join(copy.folder, name), text);
  return name;
}

const lineOf = (file: string, text: string) =>
  readFileSync(join(copy.folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('wrong input', () => {
  const wrong = () =>
    program(
      'wrong.ts',
      ['[10, 25, 50, 75, 100]', '[10, 120]'],
      ["images('orders-blue')", "images('ordres')"],
      ['keepPrevious: Duration.hours(24)', 'keepPrevious: Duration.hours(1)'],
    );

  test('is reported at once on stderr, each mistake with its construct and line, with exit code 1 and the output as it was', async () => {
    const file = wrong();
    mkdirSync(join(copy.folder, 'output'), { recursive: true });
    writeFileSync(join(copy.folder, 'output', 'precious.yaml'), 'kept: true\n');
    const { code, stdout, stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'output' });

    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('3 problems, nothing was written');
    expect(stderr).toContain(`production/catalog (wrong.ts:${lineOf(file, 'new CanaryRollout(')}): stages[1]:`);
    expect(stderr).toContain(`production/myapp (wrong.ts:${lineOf(file, 'new BlueGreenRollout(')}): keepPrevious:`);
    expect(stderr).toContain(`production/orders (wrong.ts:${lineOf(file, 'new BlueGreenDeployment(')}): images("ordres"):`);
    expect(stderr).not.toContain('    at ');
    expect(filesBelow(join(copy.folder, 'output'))).toEqual({ 'precious.yaml': 'kept: true\n' });
    expect(readdirSync(copy.folder).filter((entry) => entry.startsWith('.output'))).toEqual([]);
  });

  test('under the cdk8s CLI, which empties the folder first, is reported with the way to restore it', async () => {
    const file = wrong();
    mkdirSync(join(copy.folder, 'dist'), { recursive: true });
    writeFileSync(join(copy.folder, 'dist', 'precious.yaml'), 'kept: true\n');
    const cli = join(copy.folder, 'node_modules/cdk8s-cli/bin/cdk8s');
    const { code, stderr } = await copy.run([cli, 'synth', '--app', `node start.js ${file}`], { CDK8S_CHECK_UPGRADE: 'false' });

    expect(code).not.toBe(0);
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
    expect(stderr).toContain('3 problems, nothing was written');
    expect(stderr).toContain('restore it with: git restore dist');
  });

  test('by a misspelt prop is reported for every construct, bundled as a synth runs it', async () => {
    const misspelt = 'misspelt: 1';
    const file = program(
      'misspelt.ts',
      ["new Production(app, 'production')", `new Production(app, 'production', { ${misspelt} })`],
      ...[
        'prometheus:',
        'host: ',
        'backup:',
        'requestsPerSecond: 30,',
        "active: 'blue',",
        "host: 'search",
        'of: [',
        'of: catalog',
        'of: search',
      ].map((prop) => [prop, `${misspelt}, ${prop}`] as const),
    );
    const { stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'unwritten' });
    const named = [...stderr.matchAll(/misspelt: no prop of (\w+);/g)].map(([, name]) => name);
    const table = JSON.parse(readFileSync(join(copy.folder, 'lib/props.generated.json'), 'utf8')) as object;
    expect(named.sort()).toEqual(Object.keys(table).filter((name) => name !== 'Ingress'));
  });

  test.each([
    { outdir: '', says: 'an empty text' },
    { outdir: '.', says: 'which has the working directory in it' },
    { outdir: '..', says: 'which has the working directory in it' },
    { outdir: 'lib', says: /which has \S+\.ts in it/ },
    { outdir: 'main.ts', says: 'which is a file' },
    { outdir: 'notes', says: 'which has no manifest in it' },
  ])('a folder that no synth has made is not replaced: $outdir', async ({ outdir, says }) => {
    mkdirSync(join(copy.folder, 'notes/of'), { recursive: true });
    writeFileSync(join(copy.folder, 'notes/of/mine.md'), 'precious');
    const before = filesBelow(copy.folder);
    const { code, stderr } = await copy.synth('main.ts', { CDK8S_OUTDIR: outdir });

    expect(code).toBe(1);
    expect(stderr).toContain('1 problem, nothing was written');
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('git restore');
    expect(filesBelow(copy.folder)).toEqual(before);
  });

  test('in a patch is reported with its construct, and nothing is written', async () => {
    const patch = "ApiObject.of(catalog).addJsonPatch(JsonPatch.replace('/spec/nothing/here', 1));\n\napp.synth()";
    const file = program('patched.ts', ['import { Duration }', 'import { ApiObject, Duration, JsonPatch }'], ['app.synth()', patch]);
    const { code, stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'unwritten' });

    expect(code).toBe(1);
    expect(stderr).toContain(`(patched.ts:${lineOf(file, 'new CanaryRollout(')}): it cannot be rendered: `);
    expect(existsSync(join(copy.folder, 'unwritten'))).toBe(false);
  });

  test('that throws before synth tells the way to restore the folder, too', async () => {
    const file = program('thrown.ts', ['watch: Duration.minutes(5)', 'watch: Duration.minutes(-5)']);
    const { code, stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'unwritten' });

    expect(code).not.toBe(0);
    expect(stderr).toContain('Duration amounts cannot be negative');
    expect(stderr).toContain('restore it with: git restore unwritten');
  });

  test('of a type that only the compiler sees names the command that shows all of them', async () => {
    const file = program('untyped.ts', ["blue: { image: images('orders-blue') },", '']);
    const { code, stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'unwritten' });

    expect(code).not.toBe(0);
    expect(stderr).toContain('a value is missing, or of another type: npm run typecheck names every such place');
    expect(stderr).toContain(`untyped.ts:${lineOf(file, 'new BlueGreenDeployment(')}`);
    expect(existsSync(join(copy.folder, 'unwritten'))).toBe(false);
  });

  test('in images.yaml is reported once, each violation with its line, whoever reads it', async () => {
    const images = join(copy.folder, 'images.yaml');
    const right = readFileSync(images, 'utf8');
    writeFileSync(images, right.replace('tag: "2.1.0"', 'tag: "2.1.0 "').replace('digest: sha256:f2165', 'digets: sha256:f2165'));
    const { code, stderr } = await copy.synth('main.ts', { CDK8S_OUTDIR: 'unwritten' });
    writeFileSync(images, right);

    expect(code).toBe(1);
    expect(stderr.trim().split(/\n\s+/)).toEqual([
      '3 problems, nothing was written:',
      expect.stringMatching(/^images\.yaml:5: catalog\.tag: a tag is text in quotes, without spaces, .* got "2\.1\.0 "/),
      'images.yaml:7: judge: has no digest; it has repository, tag and digest',
      'images.yaml:10: judge.digets: is no field of an image; it has repository, tag and digest',
      expect.stringMatching(/^unwritten\/ is not there/),
    ]);
    expect(existsSync(join(copy.folder, 'unwritten'))).toBe(false);
  });
});

test('a failure inside of a construct leaves the output as it was, too', async () => {
  const patch =
    "ApiObject.of(usersFullName.node.findChild('expand')).addJsonPatch(JsonPatch.replace('/spec/no/such/field', 1));\napp.synth();";
  const file = program('broken.ts', ['import { Duration }', 'import { ApiObject, Duration, JsonPatch }'], ['app.synth();', patch]);
  cpSync(join(copy.folder, 'lib'), join(copy.folder, 'output2'), { recursive: true });
  const before = filesBelow(join(copy.folder, 'output2'));
  const { code, stderr } = await copy.synth(file, { CDK8S_OUTDIR: 'output2' });
  expect(code).toBe(1);
  expect(stderr).toContain('production/users-full-name/expand');
  expect(filesBelow(join(copy.folder, 'output2'))).toEqual(before);
});

test('what is no longer made disappears, other folders of the parent stay', async () => {
  const folder = join(copy.folder, 'nested', 'output');
  rmSync(join(copy.folder, 'nested'), { recursive: true, force: true });
  mkdirSync(join(folder, 'gone'), { recursive: true });
  writeFileSync(join(folder, 'gone', 'Service.old.k8s.yaml'), 'kind: Service\n');
  writeFileSync(join(copy.folder, 'nested', 'neighbour.txt'), 'stays');
  const { code } = await copy.synth('main.ts', { CDK8S_OUTDIR: 'nested/output' });
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'gone'))).toBe(false);
  expect(existsSync(join(folder, 'production/catalog/Rollout.catalog.k8s.yaml'))).toBe(true);
  expect(readdirSync(join(copy.folder, 'nested')).sort()).toEqual(['neighbour.txt', 'output']);
});
