import readBefore from './forms.generated.json';
import { partsOf, type Query } from './query';
import { readQuery } from './query-tree';
import { unquoted } from './quoted';

/**
 * The form of a query: its syntax, with numbers in place of the values of its matchers.
 *
 * The queries of a fleet differ by those values only, `app="catalog"` here and `app="myapp"` there, so the grammar reads each form once.
 */
export interface Form {
  readonly query: Query;
  /** Every part of the query, the whole first. */
  readonly parts: readonly Query[];
}

/** Texts and forms that are remembered. */
const most = 2000;

export interface ParsedQuery {
  /** undefined when the query does not parse. */
  readonly form: Form | undefined;
  /** The text of a matcher's value. */
  readonly literal: (value: string) => string;
}

/** Parses a query, in which `{{args.x}}`, `$x`, `${x}` and `<x>` stand for values. */
export function parseQuery(text: string): ParsedQuery {
  const found = texts.get(text);
  if (found) return found;
  if (texts.size >= most) texts.clear();
  const values: string[] = [];
  const form = formOf(text, values);
  const query = {
    form: known(form),
    literal: (value: string) => (value.startsWith(mark) ? (values[Number(value.slice(1))] ?? '') : value),
  };
  texts.set(text, query);
  return query;
}

/** The dashboards of a fleet ask the same, with variables in place of the app. */
const texts = new Map<string, ParsedQuery>();

/** Forms of the queries that `lib/` writes for the reference releases: a small set of releases then needs no grammar. */
const before = new Map(Object.entries(readBefore as unknown as Record<string, Query>)); // made of them by imports/forms.ts

const forms = new Map<string, { readonly form: Form | undefined }>();

function known(text: string): Form | undefined {
  const found = forms.get(text);
  if (found) return found.form;
  if (forms.size >= most) forms.clear();
  const query = before.get(text) ?? readQuery(text);
  const form = query && { query, parts: partsOf(query) };
  forms.set(text, { form });
  return form;
}

const tokens = /([=~]\s*)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|#[^\n]*|\{\{[^}]*\}\}|\$\{[^}]*\}|\$\w+|<[a-z]+>|[[\]"'`]/gs;

/** Begins a number that stands for a value: a character that no query has. */
const mark = '\u0001';

/**
 * A query without comments, with numbers for the values of matchers and values for placeholders: none of them is syntax.
 *
 * @param values gets the values that the numbers stand for
 */
export function formOf(query: string, values: string[]): string {
  let depth = 0;
  return query.replaceAll(tokens, (token, operator: string | undefined, quoted: string | undefined, offset: number) => {
    if (quoted !== undefined) return operator === undefined ? quoted : `${operator}"${mark}${values.push(unquoted(quoted)) - 1}"`;
    if (token.startsWith('#')) return '';
    // A quote that nothing closes: the grammar would close it at the end.
    if (token === '"' || token === "'" || token === '`') return mark;
    if (token === '[' || token === ']') {
      depth += token === '[' ? 1 : -1;
      return token;
    }
    // A placeholder is a duration in brackets and a number elsewhere; a unit may follow: [{{args.minutes}}m]
    return depth > 0 && !/[a-z]/.test(query[offset + token.length] ?? '') ? '5m' : '1';
  });
}
