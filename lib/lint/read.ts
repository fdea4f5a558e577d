import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, type Node, parseAllDocuments, type ScalarTag } from 'yaml';
import { isObject } from './at';
import type { Finding, LintObject, Severity } from './types';

/** Larger files are no manifests: parsing one would take longer and more memory than all the others together. */
export const largestFile = 16 * 1024 * 1024;

export interface ReadResult {
  readonly objects: readonly LintObject[];
  /** What could not be read, as findings of the rule F01. */
  readonly problems: readonly Finding[];
  readonly files: number;
}

/** Reads every YAML and JSON file of the paths, folders with all that is below them. A file that cannot be read is a finding; the others go on. */
export function readManifests(paths: readonly string[]): ReadResult {
  const objects: LintObject[] = [];
  const problems: Finding[] = [];
  const seen = new Set<string>();
  const files = paths.flatMap((path) => filesOf(path, true, seen, problems));
  for (const file of files) {
    const text = textOf(file, problems);
    if (text === undefined) continue;
    const read = parseManifests(text, file);
    for (const object of read.objects) objects.push(object);
    problems.push(...read.problems);
  }
  return { objects, problems, files: files.length };
}

/** Text of a file; undefined with a problem when it cannot be read or is too large. */
function textOf(file: string, problems: Finding[]): string | undefined {
  const { size } = statSync(file);
  if (size > largestFile) {
    const fix = `split it: at most ${largestFile / 1024 / 1024} MB are read`;
    problems.push(problem(file, undefined, `a file of ${Math.ceil(size / 1024 / 1024)} MB`, fix));
    return undefined;
  }
  return tried(file, problems, () => readFileSync(file, 'utf8'));
}

/** What the file system refuses is a finding. */
function tried<T>(path: string, problems: Finding[], read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    problems.push(problem(path, undefined, cause instanceof Error ? cause.message : 'an error', 'make it readable, or leave it out'));
    return undefined;
  }
}

/** Objects of one text of YAML or JSON: several documents, and Lists taken apart. */
export function parseManifests(text: string, file: string): Pick<ReadResult, 'objects' | 'problems'> {
  const objects: LintObject[] = [];
  const problems: Finding[] = [];
  const lines = new LineCounter();
  for (const document of documentsOf(text, lines)) {
    const [error] = document.errors;
    if (error) {
      const hint = text.includes('{{') ? 'render the chart first: templates are no YAML' : 'correct the YAML';
      problems.push(
        problem(
          file,
          lines.linePos(error.pos[0]).line,
          error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'an error',
          hint,
        ),
      );
      continue;
    }
    const line = lineOf(document, lines);
    const value = toPlain(document, text.includes('*'), file, line([]), problems);
    if (value === null || value === undefined) continue;
    if (!isObject(value))
      problems.push(
        problem(
          file,
          line([]),
          Array.isArray(value) ? 'a list' : `a ${typeof value}`,
          'write an object with apiVersion and kind',
          'warning',
        ),
      );
    else if (/List$/.test(String(value['kind'])) && Array.isArray(value['items'])) {
      value['items'].forEach((item: unknown, index) => {
        objects.push({ manifest: item, source: source(file, (steps) => line(['items', index, ...steps])) });
      });
    } else objects.push({ manifest: value, source: source(file, line) });
  }
  return { objects, problems };
}

type LineOf = (steps: readonly (string | number)[]) => number | undefined;

function source(file: string, line: LineOf) {
  const first = line([]);
  return { file, ...(first === undefined ? {} : { line: first }), lineOf: line };
}

function documentsOf(text: string, lineCounter: LineCounter): readonly Document[] {
  const documents = parseAllDocuments(text, {
    lineCounter,
    strict: false,
    uniqueKeys: true,
    logLevel: 'error',
    // As kubectl reads: `<<: *defaults` is merged, and `no` is false.
    merge: true,
    customTags: (tags) => [oldBoolean, ...tags],
  });
  return Array.isArray(documents) ? documents : [];
}

/** Truth values of YAML 1.1, which kubectl and Helm still read as such. */
const oldBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$/,
  resolve: (text) => /^(yes|on)$/i.test(text),
};

function toPlain(document: Document, hasAliases: boolean, file: string, line: number | undefined, problems: Finding[]): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 1000 });
    // An alias inside of its own anchor makes a circle, which JSON refuses to write.
    if (hasAliases) JSON.stringify(value);
    return value;
  } catch (cause) {
    // Aliases of aliases can grow without limit; the parser stops them by an exception.
    problems.push(problem(file, line, cause instanceof Error ? cause.message : 'an error', 'write the repeated part out'));
    return undefined;
  }
}

/** Line of a place, or of the nearest place around it that is written. */
function lineOf(document: Document, lines: LineCounter): LineOf {
  return (steps) => {
    for (let length = steps.length; length >= 0; length--) {
      const path = steps.slice(0, length);
      const node: unknown = length === 0 ? document.contents : keyOrValue(document, path);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
}

/** The key of a field begins where a reader looks for it; a nested value begins a line below. */
function keyOrValue(document: Document, path: readonly (string | number)[]): Node | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const items: unknown = isObject(parent) || isNode(parent) ? (parent as { readonly items?: unknown }).items : undefined; // collections of the parser
  const last = path.at(-1);
  if (!Array.isArray(items)) return undefined;
  if (typeof last === 'number') return items[last] as Node | undefined; // nodes of a sequence
  const pair = items.find((one) =>
    isObject(one) || typeof one === 'object' ? (one as { key?: { value?: unknown } }).key?.value === last : false,
  ) as { readonly key?: Node } | undefined;
  return pair?.key;
}

/** @param seen real paths: a file that is reached twice is one file, and a link to a folder above would have no end */
function filesOf(path: string, given: boolean, seen: Set<string>, problems: Finding[]): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    problems.push(problem(path, undefined, 'no such file or folder', 'name a file or a folder that exists'));
    return [];
  }
  const real = realpathSync(path);
  if (seen.has(real)) return [];
  seen.add(real);
  if (stat.isFile()) return given || /\.(ya?ml|json)$/.test(path) ? [path] : [];
  if (!stat.isDirectory()) return [];
  // Sorted, so that the report is the same on every machine; hidden folders and packages are nobody's manifests.
  const names = (tried(path, problems, () => readdirSync(path)) ?? [])
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort();
  return names.flatMap((name) => filesOf(join(path, name), false, seen, problems));
}

function problem(file: string, line: number | undefined, came: string, fix: string, severity: Severity = 'error'): Finding {
  return {
    rule: 'F01',
    name: 'readable-file',
    severity,
    object: file,
    path: '',
    message: `a file holds objects as YAML or JSON, got ${came}`,
    fix,
    source: line === undefined ? { file } : { file, line },
  };
}
