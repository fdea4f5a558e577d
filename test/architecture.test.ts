import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Import, root, type Source, sources } from './sources';

const all = sources();
const ours = all.filter(({ path }) => !path.startsWith('test/'));

/** Files that this one is about, and what they may take: our own files, packages, modules of Node. */
interface Zone {
  readonly name: string;
  readonly files: RegExp;
  readonly ours: RegExp;
  readonly packages: RegExp;
}

const nothing = /$^/;
const anything = /^/;
const generator = /^(cdk8s|cdk8s-plus-28|constructs)$/;

/** The first zone whose pattern fits is the file's own. */
const zones: readonly Zone[] = [
  { name: 'main.ts', files: /^main\.ts$/, ours: /^lib\/index\.ts$/, packages: generator },
  { name: 'the command line, which loads a command when it runs', files: /^bluecanary\.ts$/, ours: anything, packages: anything },
  {
    name: 'lib/lint',
    files: /^lib\/lint\//,
    ours: /^(lib\/(?!index\.ts)|imports\/fields\.generated\.json$)/,
    packages: /^(?!mongodb|fastify|undici|pino|prom-client|node:(http|https|net|dns|child_process|timers))/,
  },
  {
    name: 'lib',
    files: /^lib\//,
    ours: /^(lib\/(?!index\.ts)|imports\/[\w.]+\.(io|com)\.ts$|analysis\/contract\/|migrate\/contract\/)/,
    packages:
      /^(cdk8s|cdk8s-plus-28|constructs|ajv|yaml|js-yaml|diff|@grafana\/grafana-foundation-sdk\/\w+|node:(crypto|path|fs|os|util))$/,
  },
  { name: 'the generated imports', files: /^imports\/[\w.]+\.(io|com)\.ts$/, ours: nothing, packages: generator },
  {
    name: 'the generators',
    files: /^imports\//,
    ours: /^(imports|lib\/lint)\/|^lib\/props\.ts$/,
    packages: /^(yaml|@swc\/core|ajv(\/dist\/standalone)?|json-schema-to-typescript|node:.*)$/,
  },
  { name: 'analysis/contract', files: /^analysis\/contract\//, ours: /^analysis\/contract\//, packages: /^ajv/ },
  { name: 'analysis/judge', files: /^analysis\/judge\//, ours: /^analysis\/(judge|contract)\//, packages: nothing },
  {
    name: 'analysis/providers',
    files: /^analysis\/providers\//,
    ours: /^analysis\/(providers|contract)\//,
    packages: /^(undici|node:fs\/promises)$/,
  },
  { name: 'analysis/store', files: /^analysis\/store\//, ours: /^analysis\/(store|contract)\//, packages: /^mongodb$/ },
  {
    name: 'analysis/report',
    files: /^analysis\/report\//,
    ours: /^analysis\/(report|contract)\//,
    packages: /^(@observablehq\/plot|linkedom|node:crypto)$/,
  },
  // The composition of the service: it shows migrations to the gate of a release and to Prometheus.
  { name: 'analysis/main', files: /^analysis\/main\.ts$/, ours: /^(analysis\/|migrate\/observer)/, packages: /^(pino|node:.*)$/ },
  { name: 'analysis', files: /^analysis\//, ours: /^analysis\//, packages: /^(?!cdk8s|constructs|mongodb$)/ },
  { name: 'migrate', files: /^migrate\//, ours: /^migrate\//, packages: /^(?!cdk8s|constructs|fastify|undici)/ },
  { name: 'bench', files: /^bench\//, ours: anything, packages: anything },
  { name: 'docs', files: /^docs\//, ours: anything, packages: anything },
];

test('every file has a zone', () => {
  expect(ours.filter(({ path }) => !zones.some(({ files }) => files.test(path))).map(({ path }) => path)).toEqual([]);
});

test.each(zones)('$name takes only what it may, types included', (zone) => {
  const mine = ours.filter(({ path }) => zones.find(({ files }) => files.test(path)) === zone);
  const allowed = ({ file, specifier }: Import) => (file === undefined ? zone.packages.test(specifier) : zone.ours.test(file));
  expect(
    mine.flatMap(({ path, imports }) => imports.filter((one) => !allowed(one)).map(({ specifier }) => `${path} takes ${specifier}`)),
  ).toEqual([]);
});

test('what runs in a cluster never loads the generator, however far', () => {
  const byPath = new Map(all.map((source) => [source.path, source]));
  const start = all.filter(({ path }) => /^(analysis|migrate)\//.test(path));
  const reached = new Set<Source>(start);
  for (const source of reached) for (const { file } of source.imports) add(reached, file === undefined ? undefined : byPath.get(file));
  const guilty = [...reached].filter(({ imports }) => imports.some(({ specifier }) => generator.test(specifier)));
  expect(guilty.map(({ path }) => path)).toEqual([]);
});

test('there are no cycles, types included', () => {
  const next = new Map(all.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path);
    if (from >= 0) cycles.push([...trail.slice(from), path].join(' -> '));
    if (from >= 0 || done.has(path)) return;
    for (const file of next.get(path) ?? []) walk(file, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

test('every import of a file of ours finds it, and none leaves the project', () => {
  const lost = all.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== undefined && (file.startsWith('..') || !existsSync(join(root, file))))
      .map(({ specifier }) => `${path}: ${specifier}`),
  );
  expect(lost).toEqual([]);
});

test('every package that is loaded is declared', () => {
  const declared = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const names = (list: Record<string, string>) => new Set(Object.keys(list));
  const [runs, develops] = [names(declared.dependencies), names(declared.devDependencies)];
  const undeclared = all.flatMap(({ path, imports }) => {
    const own = /^(test|bench|imports|docs)\//.test(path);
    return imports
      .filter(({ file, specifier }) => file === undefined && !specifier.startsWith('node:'))
      .map(({ specifier, typeOnly }) => ({
        name: specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
        typeOnly,
      }))
      .filter(({ name, typeOnly }) => !runs.has(name) && !((own || typeOnly) && develops.has(name)))
      .map(({ name }) => `${path}: ${name}`);
  });
  expect(undeclared).toEqual([]);
});

test('a synth is started the same way everywhere, without options of node: they come and go with its version, which then refuses to start', () => {
  const commands = ['cdk8s.yaml', 'package.json'].flatMap((file) => readFileSync(join(root, file), 'utf8').match(/\bnode .*main\.ts/g));
  expect(commands).toEqual(['node start.js main.ts', 'node start.js main.ts']);
  expect(readFileSync(join(root, 'start.js'), 'utf8')).not.toMatch(/setFlags|execArgv|NODE_OPTIONS/);
});

describe('the outside world', () => {
  const touching = (member: string) => ours.filter(({ process }) => process.includes(member)).map(({ path }) => path);

  test('only programs end the process', () => {
    expect(touching('exit').filter((path) => !/^(bluecanary\.ts|analysis\/main\.ts|imports\/import\.ts|bench\/.*)$/.test(path))).toEqual(
      [],
    );
  });

  test('only programs and config files read the environment', () => {
    const readers = /^(bluecanary\.ts|analysis\/main\.ts|imports\/import\.ts|bench\/.*|(analysis|migrate)\/(.*\/)?config\.ts)$/;
    expect(touching('env').filter((path) => !readers.test(path))).toEqual([]);
  });

  test('a synth is a pure function of what it reads: no clock, no chance', () => {
    const impure = /\b(Date\.now|new Date\(|performance\.now|Math\.random|randomUUID|randomBytes|hostname\(|setTimeout|toLocale)/;
    expect(ours.filter(({ path, text }) => /^(main\.ts|lib\/)/.test(path) && impure.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('a synth reads and writes files in one place each; only commands do more', () => {
    const files = ours.filter(
      ({ path, imports }) => path.startsWith('lib/') && imports.some(({ specifier }) => specifier.startsWith('node:fs')),
    );
    const synth = ['lib/app.ts', 'lib/output.ts', 'lib/image.ts'];
    const commands = /^lib\/(check|plan|lint\/(read|docs))\.ts$/;
    expect(files.map(({ path }) => path).filter((path) => !synth.includes(path) && !commands.test(path))).toEqual([]);
  });
});

describe('files', () => {
  test('none written by hand is longer than 300 lines', () => {
    const long = all.filter(({ generated, text }) => !generated && text.trimEnd().split('\n').length > 300);
    expect(long.map(({ path, text }) => `${path}: ${text.trimEnd().split('\n').length}`)).toEqual([]);
  });

  test('none exports a default', () => {
    expect(all.filter(({ generated, text }) => !generated && /^export default /m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('none names a folder of somebody’s machine, or one beside the project', () => {
    // The groups keep this line from finding itself.
    const foreign = /[/](?:w)ork[/]|[/](?:r)oot[/]|[/](?:U)sers[/]|[.][.][/](?:s)hared/;
    const texts = readdirSync(root)
      .filter((entry) => !['node_modules', 'build', '.git'].includes(entry))
      .flatMap((entry) => (statSync(join(root, entry)).isDirectory() ? below(entry) : [entry]))
      .filter((path) => /\.(ts|js|json|ya?ml|md)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
    expect(texts.filter(({ text }) => foreign.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

function below(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}

function add<T>(to: Set<T>, value: T | undefined): void {
  if (value !== undefined) to.add(value);
}
