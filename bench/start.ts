import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const project = join(__dirname, '..');

/** The command that starts a program as cdk8s.yaml starts `main.ts`. */
export function startOf(program: string): readonly string[] {
  const { app } = parse(readFileSync(join(project, 'cdk8s.yaml'), 'utf8')) as { readonly app: string }; // our own file
  return app.split(' ').map((word) => (word === 'main.ts' ? program : word.endsWith('.js') ? join(project, word) : word));
}
