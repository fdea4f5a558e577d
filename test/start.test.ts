import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Checkout, checkout } from './lib/checkout';

jest.setTimeout(60_000);

let copy: Checkout;
beforeEach(() => {
  copy = checkout();
  write('app/main.ts', "import { word } from './word';\nconsole.log(word, ...process.argv.slice(2));\n");
  write('app/word.ts', "export const word: string = 'first';\n");
});
afterEach(() => copy.remove());

const at = (path: string) => join(copy.folder, path);
const start = (...args: readonly string[]) => copy.run(['start.js', 'app/main.ts', ...args]);
const folder = 'node_modules/.cache/bluecanary';
const kept = () => statSync(at(`${folder}/app+main.ts`), { throwIfNoEntry: false })?.ino;

async function startsWith(stdout: string): Promise<void> {
  rmSync(at(folder), { recursive: true, force: true });
  expect(await start()).toEqual({ code: 0, stdout, stderr: '' });
  expect(kept()).toBeDefined();
}

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

test('a program runs with its arguments, the second time from what was kept of the first', async () => {
  expect(await start('a', 'b')).toEqual({ code: 0, stdout: 'first a b\n', stderr: '' });
  const before = kept();
  expect(before).toBeDefined();
  expect(await start('c')).toEqual({ code: 0, stdout: 'first c\n', stderr: '' });
  expect(kept()).toBe(before);
});

describe('a change is seen', () => {
  beforeEach(async () => {
    await start();
    expect(kept()).toBeDefined();
  });

  test('of a module, even of the same length and with its old time', async () => {
    const { atime, mtime } = statSync(at('app/word.ts'));
    write('app/word.ts', "export const word: string = 'other';\n");
    utimesSync(at('app/word.ts'), atime, mtime);
    expect((await start()).stdout).toBe('other\n');
  });

  test('of a module that takes the place of another', async () => {
    write('app/word.tsx', "export const word: string = 'in front';\n");
    expect((await start()).stdout).toBe('in front\n');
  });

  test.each([
    { what: 'a module', asks: './env', link: 'app/env.ts', to: 'word.ts', next: 'other.ts' },
    { what: 'a folder', asks: './env/word', link: 'app/env', to: '.', next: '../prod' },
    { what: 'a package', asks: 'linked', link: 'node_modules/linked', to: '../app', next: '../prod' },
  ])('of a link to $what', async ({ asks, link, to, next }) => {
    for (const path of ['app/other.ts', 'prod/word.ts', 'prod/index.ts']) write(path, "export const word: string = 'other';\n");
    write('app/index.ts', "export * from './word';\n");
    write('app/main.ts', `import { word } from '${asks}';\nconsole.log(word);\n`);
    symlinkSync(to, at(link));
    await startsWith('first\n');
    rmSync(at(link));
    symlinkSync(next, at(link));
    expect((await start()).stdout).toBe('other\n');
  });

  test.each([
    { what: 'in front of a folder', program: "console.log(require('./deep/word').word);", path: 'app/deep/word.ts' },
    {
      what: 'that was optional',
      program: "try { console.log(require('../late/word').word) } catch { console.log('first') }",
      path: 'late/word.ts',
    },
    {
      what: 'of those meant by a pattern',
      program:
        "const teams = require('fs').readdirSync('app/deep');\nfor (const team of teams) console.log(require('./deep/' + team + '/index.ts').word);",
      path: 'app/deep/also/index.ts',
    },
  ])('of a module $what', async ({ program, path }) => {
    write('app/deep/word/index.ts', "export const word: string = 'first';\n");
    write('app/main.ts', program);
    await startsWith('first\n');
    write(path, "export const word: string = 'other';\n");
    expect((await start()).stdout).toMatch(/^other\n/);
  });

  test('of a module that is gone, with the line that needs it', async () => {
    rmSync(at('app/word.ts'));
    const { code, stdout, stderr } = await start();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Could not resolve "./word"');
    expect(stderr).toContain('app/main.ts:1:');
  });

  test('of the place of the whole project', async () => {
    write('app/word.ts', 'export const word = __dirname;\n');
    expect((await start()).stdout).toBe(`${at('app')}\n`);
    const moved = join(dirname(copy.folder), 'moved');
    renameSync(copy.folder, moved);
    try {
      expect((await copy.run([join(moved, 'start.js'), join(moved, 'app/main.ts')], {}, moved)).stdout).toBe(`${join(moved, 'app')}\n`);
    } finally {
      renameSync(moved, copy.folder);
    }
  });

  test('of V8, which then makes its code anew', async () => {
    const file = at(`${folder}/app+main.ts`);
    const bundle = deserialize(readFileSync(file)) as { code: Buffer }; // written by start.js
    writeFileSync(file, Buffer.concat([serialize({ ...bundle, code: Buffer.alloc(64) }), Buffer.from('end')]));
    const foreign = kept();
    expect(await start()).toEqual({ code: 0, stdout: 'first\n', stderr: '' });
    expect(kept()).not.toBe(foreign);
  });
});

test('what is written while it is read is not kept', async () => {
  const writing = setInterval(() => write('app/word.ts', "export const word: string = 'first';\n"), 2);
  try {
    expect((await start()).code).toBe(0);
  } finally {
    clearInterval(writing);
  }
  expect(kept()).toBeUndefined();
});

test('an error names the line of the source, from the bundle of this run and of an earlier one', async () => {
  write('app/main.ts', "import { word } from './word';\n\nif (process.argv[2]) throw new Error(word);\n");
  const first = await start('now');
  expect(first).toMatchObject({ code: 1, stderr: expect.stringMatching(/Error: first\n {4}at .*app\/main\.ts:3:28/) });
  expect(kept()).toBeUndefined();
  await start();
  expect(kept()).toBeDefined();
  const second = await start('now');
  expect(second).toMatchObject({ code: 1, stderr: expect.stringMatching(/Error: first\n {4}at .*app\/main\.ts:3:28/) });
});

test('a source is named as it is in a stack, whatever its name is', async () => {
  write('app/word.ts', "import { place } from './100% $& #1';\nexport const word: string = place;\n");
  write('app/100% $& #1.ts', "export const place: string = [1].map(() => new Error().stack?.split('\\n')[1])[0] ?? '';\n");
  expect((await start()).stdout).toContain(`${at('app/100% $& #1.ts')}:1:`);
});

describe('a program does what it does under tsx, the first time and later', () => {
  const esm = `
    import { readFileSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    const __dirname = fileURLToPath(new URL('.', import.meta.url));
    export const beside = readFileSync(__dirname + 'package.json', 'utf8').length;`;
  const files: Readonly<Record<string, string>> = {
    'node_modules/beside/package.json': '{ "name": "beside", "main": "index.js" }',
    'node_modules/beside/index.js': "'use strict';\nmodule.exports = require('fs').readFileSync(__dirname + '/words.txt', 'utf8');\n",
    'node_modules/beside/words.txt': 'beside it',
    'node_modules/esm/package.json': '{ "name": "esm", "type": "module", "exports": "./index.js" }',
    'node_modules/esm/index.js': esm,
    'node_modules/dual/package.json': '{ "name": "dual", "exports": { "import": "./index.mjs", "require": "./index.js" } }',
    'node_modules/dual/index.mjs': 'export class Item {}\n',
    'node_modules/dual/index.js': 'exports.Item = class Item {};\n',
    'node_modules/user/index.js': "const { Item } = require('dual');\nexports.isItem = (item) => item instanceof Item;\n",
    'node_modules/effect/package.json': '{ "name": "effect", "main": "index.js", "sideEffects": false }',
    'node_modules/effect/index.js': "console.log('effect');\n",
    'node_modules/native/index.js': "try { require('./native.node') } catch (error) { exports.code = error.code }\n",
    'node_modules/native/native.node': 'of another machine',
    'app/library.ts': 'export const runs = require.main === module;\nexport class Chart {}\nexport const { name } = Chart;\n',
  };
  test.each([
    { what: 'as the program', text: "import { runs } from './library';\nif (require.main === module) console.log(runs);" },
    { what: 'with a line for the shell', text: '#!/usr/bin/env node\nconsole.log(__dirname, __filename);' },
    { what: 'with import.meta', text: 'console.log(import.meta.url, import.meta.dirname);' },
    { what: 'with a package that reads what is beside it', text: "import text = require('beside');\nconsole.log(text);" },
    { what: 'with a package of ES modules', text: "import { beside } from 'esm';\nconsole.log(beside);" },
    {
      what: 'with a package of two forms',
      text: "import { Item } from 'dual';\nimport { isItem } from 'user';\nconsole.log(isItem(new Item()));",
    },
    { what: 'with a package imported for its effects', text: "import 'effect';" },
    { what: 'with a package in machine code', text: "import { code } from 'native';\nconsole.log(code);" },
    { what: 'with import() of what Node has', text: "void import('node:path').then(({ sep }) => console.log(sep));" },
    {
      what: 'with names of classes',
      text: "import { name } from './library';\nclass Chart { static all = [Chart] }\nconsole.log(name, Chart.name);",
    },
    {
      what: 'with the stack of any object',
      text: "const none = { stack: '', name: 'mine' };\nError.captureStackTrace(none);\nconsole.log(none.stack.split('\\n')[0]);",
    },
    { what: 'that throws', text: "process.on('unhandledRejection', () => console.log('a promise'));\nthrow new Error('no promise');" },
  ])('$what', async ({ text }) => {
    for (const [path, content] of Object.entries({ ...files, 'app/main.ts': text })) write(path, content);
    const { stderr, ...expected } = await copy.run(['--import', 'tsx', 'app/main.ts']);
    for (const result of [await start(), await start()]) {
      expect(result).toMatchObject(expected);
      if (stderr === '') expect(result.stderr).toBe('');
    }
  });
});

test('a module that is in no bundle is refused, with the way out', async () => {
  write('app/main.ts', "const path = __dirname + '/word';\nconsole.log(require(path));\n");
  const { code, stderr } = await start();
  expect(code).toBe(1);
  expect(stderr).toContain(
    `${at('app/word.ts')} is not part of the bundled program: import it by its name, or run it all by node --import tsx app/main.ts`,
  );
});

test('programs with one name among what is kept are told apart', async () => {
  write('app+main.ts', "console.log('the other');\n");
  await startsWith('first\n');
  expect((await copy.run(['start.js', 'app+main.ts'])).stdout).toBe('the other\n');
  expect((await start()).stdout).toBe('first\n');
});

test.each([
  { what: 'a part of the program', damage: () => truncateSync(at(`${folder}/app+main.ts`), 300) },
  { what: 'the program without its lines', damage: () => rmSync(at(`${folder}/app+main.ts.js.map`)) },
])('where only $what was kept, it is made anew', async ({ damage }) => {
  await startsWith('first\n');
  damage();
  expect(await start()).toEqual({ code: 0, stdout: 'first\n', stderr: '' });
  expect(readdirSync(at(folder))).toEqual(['app+main.ts', 'app+main.ts.js.map']);
});

test('what cannot be kept leaves nothing half done', async () => {
  mkdirSync(at(`${folder}/app+main.ts/in the way`), { recursive: true });
  const { stdout, stderr } = await start();
  expect(stdout).toBe('first\n');
  expect(stderr).toMatch(/: the next start takes as long as this one\n$/);
  expect(readdirSync(at(folder))).toEqual(['app+main.ts', 'app+main.ts.js.map']);
});

test('no lock of npm is needed', async () => {
  rmSync(at('package-lock.json'));
  await startsWith('first\n');
});

test('two that start at once do not disturb each other', async () => {
  const all = await Promise.all(['a', 'b', 'c', 'd'].map((word) => start(word)));
  expect(all.map(({ stdout, stderr }) => stdout + stderr)).toEqual(['first a\n', 'first b\n', 'first c\n', 'first d\n']);
});

test('where nothing can be kept, the program runs, and says so', async () => {
  symlinkSync('nowhere/at/all', at('node_modules/.cache'));
  const { code, stdout, stderr } = await start();
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'first\n' });
  expect(stderr).toMatch(/^E[A-Z]+: .*: the next start takes as long as this one\n/);
});

test('without a program it says how to use it', async () => {
  expect(await copy.run(['start.js'])).toEqual({ code: 3, stdout: '', stderr: 'usage: node start.js PROGRAM.ts [ARGUMENT ...]\n' });
});
