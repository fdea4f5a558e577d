/**
 * Generates `lib/lint/forms.generated.json`: the forms of all queries in `dist/`, as the grammar reads them.
 * The lint looks a form up there first, because reading the grammar's tables takes longer than the rest of a small synth's lint.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemOf } from '../lib/lint/item';
import { formOf } from '../lib/lint/promql';
import { queriesOf } from '../lib/lint/query-sources';
import { readQuery } from '../lib/lint/query-tree';
import { readManifests } from '../lib/lint/read';

const root = join(__dirname, '..');

/** The generated file, not yet written: a form a line. */
export function generatedForms(): { readonly file: string; readonly text: string } {
  const items = readManifests([join(root, 'dist')]).objects.flatMap((object) => {
    const item = itemOf(object);
    return typeof item === 'object' ? [item] : [];
  });
  const texts = items.flatMap((item) => queriesOf(item).map(({ at }) => formOf(at.text ?? '', [])));
  const forms = [...new Set(texts)].sort().flatMap((form) => {
    const query = readQuery(form);
    return query ? [`  ${JSON.stringify(form)}: ${JSON.stringify(query)}`] : [];
  });
  return { file: 'lib/lint/forms.generated.json', text: `{\n${forms.join(',\n')}\n}\n` };
}

if (require.main === module) {
  const { file, text } = generatedForms();
  writeFileSync(join(root, file), text);
}
