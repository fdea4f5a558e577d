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

/** What depends on the form of a query alone, worked out once for all queries of that form. */
export function byForm<T extends object>(work: (form: Form) => T): (form: Form) => T {
  const known = new WeakMap<Form, T>();
  return (form) => {
    const found = known.get(form);
    if (found) return found;
    const made = work(form);
    known.set(form, made);
    return made;
  };
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
  // Queries of rules name their app: hardly one comes twice.
  if (!special.test(text)) return parsed(text, formOfPlain);
  const found = texts.get(text);
  if (found) return found;
  if (texts.size >= most) texts.clear();
  const query = parsed(text, formOfTokens);
  texts.set(text, query);
  return query;
}

/** The dashboards of a fleet ask the same, with variables in place of the app. */
const texts = new Map<string, ParsedQuery>();

function parsed(text: string, toForm: typeof formOf): ParsedQuery {
  const values: string[] = [];
  const form = known(toForm(text, values));
  return { form, literal: (value) => (value.startsWith(mark) ? (values[Number(value.slice(1))] ?? '') : value) };
}

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
  return special.test(query) ? formOfTokens(query, values) : formOfPlain(query, values);
}

/** What makes a query more than syntax and texts in double quotes: other quotes, escapes, comments and placeholders. */
const special = /['`\\#$]|\{\{|<[a-z]/;

/** Between double quotes every second piece is a text. A fleet has thousands of such queries, and this is the quickest way through one. */
function formOfPlain(query: string, values: string[]): string {
  const pieces = query.split('"');
  // A quote that nothing closes.
  if (pieces.length % 2 === 0) return formOfTokens(query, values);
  for (let index = 1; index < pieces.length; index += 2) {
    const operator = pieces[index - 1]?.trimEnd().at(-1);
    if (operator === '=' || operator === '~') pieces[index] = `${mark}${values.push(pieces[index] ?? '') - 1}`;
  }
  return pieces.join('"');
}

function formOfTokens(query: string, values: string[]): string {
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
