#!/usr/bin/env node
/**
 * Runs a TypeScript program of this project: `node start.js main.ts [ARGUMENT ...]`.
 *
 * A small synth is mostly reading modules and compiling them. So the program and all it imports are bundled into one file, and that file is
 * kept, with what V8 made of it, until one of its sources changes: in node_modules/.cache/bluecanary, which anyone may delete.
 *
 * A program behaves as under `node --import tsx main.ts`, but its packages are strict too, and an error is: `await` outside of functions, TypeScript
 * whose path is computed, a package that esbuild cannot bundle. Not watched are what tsconfig.json extends, folders that only its `paths` name,
 * and package.json below the top: after a change there delete what is kept.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, relative, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { deserialize, serialize } = require('node:v8');
const { Script } = require('node:vm');

/**
 * @typedef {object} Kept
 * @property {string} entry what runs
 * @property {Uint8Array} text the program as one file, in ASCII
 * @property {Record<string, string>} sources what it was made from, each with its stamp
 * @property {Buffer} [code] what V8 made of it
 */

/** What was kept ends so: a machine that lost its power may have kept a part. */
const end = Buffer.from('end');

const [node = '', , program, ...rest] = process.argv;
if (program === undefined) {
  process.stderr.write('usage: node start.js PROGRAM.ts [ARGUMENT ...]\n');
  process.exitCode = 3;
} else {
  start(resolve(program));
}

/** @param {string} entry */
function start(entry) {
  process.argv = [node, entry, ...rest];
  const file = join(__dirname, 'node_modules/.cache/bluecanary', relative(__dirname, entry).replace(/[^\p{L}\p{N}_.-]+/gu, '+'));
  const kept = keptIn(file);
  // Two programs can have one name here, and a copy of the project comes with what was kept of the original.
  if (kept?.entry === entry && Object.entries(kept.sources).every(([path, stamp]) => stampOf(path) === stamp)) {
    const script = run(entry, file, kept);
    if (script.cachedDataRejected) keepAfterwards(file, script, kept);
    return;
  }
  const first = ({ text, map, sources }) => {
    const script = run(entry, file, { text }, map);
    if (sources) keepAfterwards(file, script, { entry, text, sources }, map);
  };
  // What it throws is its own, not a promise's.
  bundle(entry, file).then((bundled) => setImmediate(first, bundled), announced);
}

/** @returns {Kept | undefined} */
function keptIn(file) {
  const bytes = existsSync(file) && existsSync(`${file}.js.map`) ? readFileSync(file) : undefined;
  return bytes?.subarray(-end.length).equals(end) ? deserialize(bytes) : undefined;
}

/**
 * Changes when a file is written, touched or replaced (nobody can set the time of a change), and when a folder, or with `**` all below it,
 * is another or gets or loses a module or a link.
 *
 * @param {string} path
 */
function stampOf(path) {
  const recursive = path.endsWith('**');
  const folder = recursive ? dirname(path) : path;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return `${found?.ctimeMs} ${found?.size} ${found?.ino}`;
  const entries = readdirSync(folder, { recursive, withFileTypes: true });
  const modules = entries.filter((entry) => entry.isSymbolicLink() || /\.(?:[cm]?[jt]sx?|json)$/.test(entry.name));
  const stamps = modules.map((entry) => {
    const place = join(entry.parentPath, entry.name);
    return entry.isSymbolicLink() ? `${place} ${statSync(place, { throwIfNoEntry: false })?.ino}` : place;
  });
  return [found.ino, ...stamps].join();
}

/**
 * @param {string} entry
 * @param {string} file where it will be kept
 * @returns {Promise<{ text: Uint8Array, map: string, sources?: Record<string, string> }>} no sources when somebody was writing them
 */
async function bundle(entry, file) {
  const began = Date.now();
  const { outputFiles, metafile } = await require('esbuild').build({
    entryPoints: [entry],
    absWorkingDir: __dirname,
    outfile: `${file}.js`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // One function, as node makes one of every module.
    banner: { js: '(function (exports, require, module) {' },
    footer: { js: '})' },
    legalComments: 'none',
    keepNames: true,
    conditions: [],
    supported: { 'dynamic-import': false },
    define: { __filename: '$place.filename', __dirname: '$place.dirname', 'import.meta': '$place', 'require.main': '$place.main' },
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [{ name: 'as node does', setup: (build) => asNodeDoes(build, entry) }],
  });
  const [map, text] = outputFiles;
  const inputs = Object.keys(metafile.inputs).map((path) => join(__dirname, path));
  const settings = ['start.js', 'package.json', 'node_modules/.package-lock.json', 'tsconfig.json'].map((name) => join(__dirname, name));
  const watched = [...new Set([...inputs, ...settings, ...searched(metafile.inputs)])];
  // What was written meanwhile may not be what was read. The clock of a file system lags by some milliseconds.
  const settled = watched.every((path) => !(statSync(path, { throwIfNoEntry: false })?.ctimeMs >= began - 20));
  const sources = Object.fromEntries(watched.map((path) => [path, stampOf(path)]));
  // A name is set where the bundle changed it, not everywhere: that took 2 % of a synth.
  const named = text.text
    .replace(/__name = \((\w+), value\) => /, '$&$1.name === value ? $1 : ')
    .replace(/^ *__name\((\w+), "\1"\);$/gm, '');
  return { text: Buffer.from(named), map: map.text, ...(settled ? { sources } : {}) };
}

/**
 * Folders in which a module could appear, or be a link to another, that would then be the one that is meant.
 *
 * @param {import('esbuild').Metafile['inputs']} inputs
 */
function searched(inputs) {
  const own = Object.entries(inputs).filter(([path]) => !path.includes('node_modules'));
  return own.flatMap(([path, { imports }]) => {
    const from = dirname(join(__dirname, path));
    const asked = imports.map((found) => (found.original ?? found.path).replace(/[^/]*\*.*/, '**/any'));
    return [from, ...asked.map((name) => dirname(resolve(/^[./]/.test(name) ? from : join(__dirname, 'node_modules'), name)))];
  });
}

/** @param {import('esbuild').PluginBuild} build */
function asNodeDoes(build, entry) {
  build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => withPlace(path, entry));
  build.onLoad({ filter: /\.node$/ }, ({ path }) => ({ contents: `process.dlopen(module, ${JSON.stringify(path)})`, loader: 'js' }));
  // TypeScript here is CommonJS, so a package that has two forms gives it the one that other packages get by `require`;
  // and what it imports for its effects runs, whatever the package says of them.
  build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir }) => {
    if (kind !== 'import-statement' || !/\.c?tsx?$/.test(importer)) return undefined;
    const found = await build.resolve(path, { kind: 'require-call', importer, resolveDir });
    return found.errors.length === 0 ? { ...found, sideEffects: true } : undefined;
  });
}

/** A module that asks where it stands, or whether it is the program, means its source, not the bundle. */
function withPlace(path, entry) {
  const text = readFileSync(path, 'utf8');
  if (!/\b__(?:dir|file)name\b|\bimport\.meta\b|\brequire\.main\b/.test(text)) return undefined;
  const head = /^(?:#!.*)?(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:["']use strict["'])?/.exec(text)?.[0] ?? '';
  const place = JSON.stringify({ filename: path, dirname: dirname(path), url: pathToFileURL(path).href, main: { filename: entry } });
  const main = path === realpathSync(entry) ? '$place.main = module;' : '';
  return { contents: `${head};var $place = ${place};${main}${text.slice(head.length)}`, loader: /[jt]sx?$/.exec(path)[0] };
}

/**
 * @param {string} entry
 * @param {string} file
 * @param {Pick<Kept, 'text' | 'code'>} program
 * @param {string} [map] where each line comes from, as JSON; read from beside the file when it is needed and not given
 */
function run(entry, file, { text, code }, map) {
  const ascii = Buffer.from(text.buffer, text.byteOffset, text.length).latin1Slice();
  const script = new Script(ascii, { filename: `${file}.js`, cachedData: code });
  let origin;
  Error.prepareStackTrace = (error, sites) => {
    origin ??= originsIn(map ?? readFileSync(`${file}.js.map`, 'utf8'), `${file}.js`);
    return [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${origin(site)}`)].join('\n');
  };
  // Loaded on its own, a module would bring second copies of what the program has.
  const refuse = (_, path) => {
    throw new Error(`${path} is not part of the bundled program: import it by its name, or run it all by node --import tsx ${program}`);
  };
  for (const ending of ['.ts', '.mts', '.cts']) require.extensions[ending] = refuse;
  const module = { exports: {}, filename: entry };
  script.runInThisContext()(module.exports, createRequire(entry), module);
  return script;
}

/**
 * A line of a stack, with the place in the source where it would be the one in the bundle.
 *
 * @returns {(site: NodeJS.CallSite) => string}
 */
function originsIn(map, bundled) {
  const { originalPositionFor, TraceMap } = require('@jridgewell/trace-mapping');
  const traced = new TraceMap(map);
  return (site) => {
    const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
    if (site.getFileName() !== bundled || line === null || column === null) return String(site);
    const origin = originalPositionFor(traced, { line, column: column - 1 });
    if (origin.source === null) return String(site);
    const source = join(dirname(bundled), decodeURIComponent(origin.source));
    return String(site).replace(`${bundled}:${line}:${column}`, () => `${source}:${origin.line}:${origin.column + 1}`);
  };
}

/**
 * Keeps the program once it has ended well. Each file appears in one go, for two may end at once.
 *
 * @param {string} file
 * @param {Script} script
 * @param {Omit<Kept, 'code'>} program
 * @param {string} [map]
 */
function keepAfterwards(file, script, program, map) {
  const write = (path, content) => {
    try {
      writeFileSync(`${path}.${process.pid}`, content);
      renameSync(`${path}.${process.pid}`, path);
    } finally {
      rmSync(`${path}.${process.pid}`, { force: true });
    }
  };
  process.once('exit', (status) => {
    if (status !== 0) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (map !== undefined) write(`${file}.js.map`, map);
      write(file, Buffer.concat([serialize({ ...program, code: script.createCachedData() }), end]));
    } catch (error) {
      process.stderr.write(`${error.message}: the next start takes as long as this one\n`);
    }
  });
}

/** esbuild says itself what it cannot read, and where. */
function announced(error) {
  if (!error.errors) throw error;
  process.exitCode = 1;
}
