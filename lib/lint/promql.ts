import type { Query } from './query';
import { readQuery } from './query-tree';

/**
 * Parses a query, in which `{{args.x}}`, `$x`, `${x}` and `<x>` stand for values. undefined when it does not parse.
 *
 * The queries of a fleet differ by their texts only, `app="catalog"` here and `app="myapp"` there:
 * the grammar reads each form once, with numbers for the texts, and the texts are put back.
 */
export function parseQuery(text: string): Query | undefined {
  const known = parsed.get(text);
  if (known !== undefined) return known.query;
  const { form, texts } = formOf(text);
  const query = remembered(forms, form, () => ({ query: readQuery(form) })).query;
  return remembered(parsed, text, () => ({ query: query && withTexts(query, texts) })).query;
}

interface Parsed {
  readonly query: Query | undefined;
}

/** Texts repeat within a release: a panel shows what a rule records. */
const most = 2000;
const parsed = new Map<string, Parsed>();
const forms = new Map<string, Parsed>();

function remembered(all: Map<string, Parsed>, key: string, make: () => Parsed): Parsed {
  const known = all.get(key);
  if (known) return known;
  if (all.size >= most) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|\{\{[^}]*\}\}|\$\{[^}]*\}|\$\w+|<[a-z]+>|[[\]]/gs;

/** A query with numbers for its texts, values for its placeholders and no comments: the parts that no rule of the grammar looks into. */
function formOf(query: string): { readonly form: string; readonly texts: readonly string[] } {
  const texts: string[] = [];
  let depth = 0;
  const form = query.replaceAll(tokens, (token, offset: number) => {
    const [first = ''] = token;
    if (first === '#') return '';
    if (first === '[' || first === ']') {
      depth += first === '[' ? 1 : -1;
      return token;
    }
    if (first === '"' || first === "'" || first === '`') return `"${mark}${texts.push(unquoted(token)) - 1}"`;
    // A placeholder is a duration in brackets and a number elsewhere; a unit may follow: [{{args.minutes}}m]
    return depth > 0 && !/[a-z]/.test(query[offset + token.length] ?? '') ? '5m' : '1';
  });
  return { form, texts };
}

/** Begins a number that stands for a text: a character that no query has. */
const mark = '\u0001';

function unquoted(token: string): string {
  const inner = token.slice(1, -1);
  return token.startsWith('`') ? inner : inner.replaceAll(/\\(.)/g, '$1');
}

function withTexts(query: Query, texts: readonly string[]): Query {
  const text = (word: string) => (word.startsWith(mark) ? (texts[Number(word.slice(1))] ?? '') : word);
  const all = (words: readonly string[]) => words.map(text);
  const fill = (part: Query): Query => {
    switch (part.type) {
      case 'selector': {
        const matchers = part.matchers.map(({ label, operator, value }) => ({ label: text(label), operator, value: text(value) }));
        const named = matchers.find(({ label, operator }) => label === '__name__' && operator === '=')?.value;
        return { ...part, metric: part.metric === undefined ? named : text(part.metric), matchers };
      }
      case 'aggregation':
        return { ...part, by: part.by && all(part.by), without: part.without && all(part.without), of: part.of.map(fill) };
      case 'call':
        return { ...part, of: part.of.map(fill) };
      case 'binary':
        return {
          ...part,
          on: part.on && all(part.on),
          ignoring: part.ignoring && all(part.ignoring),
          copied: all(part.copied),
          of: [fill(part.of[0]), fill(part.of[1])],
        };
      default:
        return { ...part, value: text(part.value) };
    }
  };
  return fill(query);
}
