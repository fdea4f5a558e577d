import { parseAllDocuments } from 'yaml';
import { isObject } from './at';
import { usualVersion } from './kinds';
import type { Rule } from './rule';
import type { LintObject } from './types';

/** The example of a rule as a diff: lines with `-` only fail, lines with `+` repair. */
export function exampleDiff({ example }: Rule): string {
  const lines = example.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  // Lines without a mark are indented by the width of the mark.
  return lines.map((line) => line.slice(margin).trimEnd()).join('\n');
}

/** The objects of an example in one of its two forms. Kinds without apiVersion get their usual one. */
export function exampleObjects(rule: Rule, form: 'failing' | 'fixed'): readonly LintObject[] {
  const drop = form === 'failing' ? '+' : '-';
  const text = exampleDiff(rule)
    .split('\n')
    .filter((line) => line.startsWith('---') || !line.startsWith(`${drop} `))
    .map((line) => line.replace(/^[+-] /, '  ').replace(/^ {2}/, ''))
    .join('\n');
  return parseAllDocuments(text.replaceAll('<LONG>', 'x'.repeat(300_000))).map((document) => {
    const value: unknown = document.toJS();
    const kind = isObject(value) ? value['kind'] : undefined;
    return { manifest: typeof kind === 'string' ? { apiVersion: usualVersion(kind), ...(value as object) } : value }; // an object, as it has a kind
  });
}
