import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';

/** A TypeScript file of the project, as far as the architecture is concerned. */
export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  /** Made by a program: neither its length nor its style is ours. */
  readonly generated: boolean;
  readonly imports: readonly Import[];
  /** Members of `process` that it touches. */
  readonly process: readonly string[];
}

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** Path of our own file; undefined for a package or a module of Node. */
  readonly file?: string;
  /** Whether only types are taken: nothing is loaded. */
  readonly typeOnly: boolean;
}

export const root = join(__dirname, '..');
const folders = ['lib', 'imports', 'analysis', 'migrate', 'bench', 'docs', 'test'];

/** Every TypeScript file, the generated ones included. */
export function sources(): readonly Source[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.split(sep).join('/')}`);
  const paths = [...readdirSync(root), ...folders.filter((folder) => existsSync(join(root, folder))).flatMap(below)];
  return paths
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, generated: text.startsWith('// GENERATED'), ...whatItUses(path, text) };
    });
}

function whatItUses(path: string, text: string): Pick<Source, 'imports' | 'process'> {
  const module: unknown = parseSync(text, { syntax: 'typescript', target: 'es2022', comments: false });
  const found: Import[] = [];
  const members = new Set<string>();
  const add = (specifier: string, typeOnly: boolean) => {
    const file = specifier.startsWith('.') ? resolved(path, specifier) : undefined;
    found.push({ specifier, typeOnly, ...(file === undefined ? {} : { file }) });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
    const {
      type,
      source,
      typeOnly,
      callee,
      arguments: given,
      argument,
      object,
      property,
    } = node as Readonly<Record<string, Part | undefined>>;
    const kind = type as unknown as string | undefined; // a string on every node of the tree
    if (kind === 'ImportDeclaration' || kind === 'ExportAllDeclaration' || kind === 'ExportNamedDeclaration') {
      if (typeof source?.value === 'string') add(source.value, Boolean(typeOnly));
    } else if (kind === 'TsImportType' && typeof argument?.value === 'string') add(argument.value, true);
    else if (kind === 'CallExpression' && (callee?.type === 'Import' || callee?.value === 'require')) {
      const [first] = given as unknown as { expression: Part }[]; // the arguments of a call
      if (first?.expression.type === 'StringLiteral') add(String(first.expression.value), false);
    }
    if (kind === 'MemberExpression' && object?.value === 'process') members.add(String(property?.value));
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child);
  };
  visit((module as { body: unknown }).body);
  return { imports: found, process: [...members] };
}

/** A part of a node of the tree: what is read of it, if it has it. */
interface Part {
  readonly type?: string;
  readonly value?: unknown;
}

function resolved(from: string, specifier: string): string {
  const target = join(root, dirname(from), specifier);
  const file = ['.ts', '/index.ts', '']
    .map((ending) => target + ending)
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return relative(root, file ?? target)
    .split(sep)
    .join('/');
}
