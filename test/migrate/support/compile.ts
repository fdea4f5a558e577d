import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '../../..');
const engine = readdirSync(join(root, 'migrate'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('migrate', name));

/**
 * Compiles the engine, and other files of this project, once: so that many processes of it start quickly, and none pays for a transpiler.
 * The folder is gone when this process ends.
 *
 * @returns the folder, laid out like the project
 */
export function compile(purpose: string, others: readonly string[] = []): string {
  const out = join(root, `build/${purpose}-${process.pid}`);
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  for (const file of [...engine, ...others]) {
    const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const target = join(out, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return out;
}

/** Returns the command line with the engine, as a Job runs it. */
export const compileEngine = (): string => join(compile('test-migrate', ['bluecanary.ts']), 'bluecanary.js');
