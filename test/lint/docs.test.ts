import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPage } from '../../lib/lint/docs';
import { rules } from '../../lib/lint/rules';

test('docs/lint.md is what the table says; otherwise run: npx tsx lib/lint/docs.ts', () => {
  expect(readFileSync(join(__dirname, '../../docs/lint.md'), 'utf8')).toBe(lintPage());
});

test('every rule has one section', () => {
  const page = lintPage();
  for (const { id, name } of rules) expect(page.split(`### ${id} ${name}\n`)).toHaveLength(2);
});
