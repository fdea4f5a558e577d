import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '../../..');

/** Compiles the engine once, so that a test can start many processes of it quickly. Returns the entry. */
export function compileEngine(): string {
  const out = join(root, `build/test-migrate-${process.pid}`);
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  for (const file of readdirSync(join(root, 'migrate'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const { code } = transformSync(readFileSync(join(root, 'migrate', file), 'utf8'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const target = join(out, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return join(out, 'main.js');
}
