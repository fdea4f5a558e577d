import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/lint/read';
import type { Finding } from '../../lib/lint/types';

/** Manifests as other tools and people write them, and faults made in their text: shape, order and quoting are not ours. */
const read = (name: string) => readFileSync(join(__dirname, 'forms', `${name}.yaml`), 'utf8');
const forms = new Map(['helm', 'list', 'plain', 'around', 'tls'].map((name) => [name, read(name)]));

const found = (text: string): readonly Finding[] => {
  const { objects, problems } = parseManifests(text, 'x.yaml');
  return [...problems, ...lint(objects).findings];
};
const key = ({ rule, object, path, message }: Finding) => JSON.stringify([rule, object, path, message]);

test.each([...forms])('the form %s has no error', (_, text) => {
  expect(found(text).filter(({ severity }) => severity === 'error')).toEqual([]);
});

type Fault = readonly [rule: string, path: string, form: string, ...replacements: string[]];
const faults = ['faults-release', 'faults-around'].flatMap((name) => parse(read(name)) as Fault[]); // rows of this shape, checked below

test.each(faults)('%s is found at %s of the form %s', (rule, path, form, ...replacements) => {
  const healthy = forms.get(form) ?? '';
  let text = healthy;
  for (let index = 0; index < replacements.length; index += 2) {
    const [from = '', to = ''] = replacements.slice(index, index + 2);
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  const before = new Set(found(healthy).map(key));
  const fresh = found(text).filter((finding) => !before.has(key(finding)));
  expect(fresh.map((finding) => `${finding.rule} ${finding.path}`)).toContain(`${rule} ${path}`);
});
