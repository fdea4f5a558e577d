import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** How cdk8s.yaml starts a synth, word by word; the program is the last one. */
export function synthCommand(): readonly string[] {
  const { app } = parse(readFileSync(join(__dirname, '../cdk8s.yaml'), 'utf8')) as { readonly app: string }; // our own file
  return app.split(' ');
}
