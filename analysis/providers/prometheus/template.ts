/** What a query template may be filled with. */
export interface QueryValues {
  readonly namespace: string;
  readonly app: string;
  readonly hash: string;
  /** A PromQL duration, `60s`. */
  readonly window: string;
}

/** Longest query that is sent: parsing a longer one can hold Prometheus for minutes. */
export const longestQuery = 8_192;

const name = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const allowed: Readonly<Record<keyof QueryValues, { readonly pattern: RegExp; readonly longest: number; readonly what: string }>> = {
  namespace: { pattern: name, longest: 63, what: 'a namespace' },
  app: { pattern: name, longest: 63, what: 'the name of a rollout' },
  hash: { pattern: /^[a-z0-9]+$/, longest: 20, what: 'a pod template hash' },
  window: { pattern: /^[1-9]\d{0,5}s$/, longest: 7, what: 'a number of seconds such as 60s' },
};
const placeholder = /<([a-z]+)>/g;

/**
 * Fills the placeholders of a PromQL template.
 *
 * Every value is a plain word by the time it stands in a query: one that is not is refused, so no value can end a string or change a query.
 *
 * @throws {Error} for a value that is not allowed, an unknown placeholder, or a query longer than 8 kB
 * @example fill('sum(increase(hits{app="<app>"}[<window>]))', values) // 'sum(increase(hits{app="shop"}[60s]))'
 */
export function fill(template: string, values: QueryValues): string {
  const query = template.replace(placeholder, (_, key: string) => {
    if (!isKey(key)) throw new Error(`<${key}> is no placeholder: a template knows <${Object.keys(allowed).join('>, <')}>`);
    const { pattern, longest, what } = allowed[key];
    const value = values[key];
    if (value.length > longest || !pattern.test(value)) {
      throw new Error(`<${key}> must be ${what}, at most ${longest} characters, got ${JSON.stringify(value.slice(0, 80))}`);
    }
    return value;
  });
  if (query.length > longestQuery) throw new Error(`a query has at most ${longestQuery} characters, got ${query.length}`);
  return query;
}

/** What is wrong with a template, before there are values. */
export function problemsOfTemplate(template: string): string[] {
  const unknown = [...template.matchAll(placeholder)].map(([, key]) => key ?? '').filter((key) => !isKey(key));
  const problems = unknown.map((key) => `<${key}> is no placeholder: a template knows <${Object.keys(allowed).join('>, <')}>`);
  if (!template.includes('<hash>')) problems.push('a template names one side of the release by <hash>');
  if (template.length > longestQuery - 200)
    problems.push(`a template has at most ${longestQuery - 200} characters, got ${template.length}`);
  return problems;
}

function isKey(key: string): key is keyof QueryValues {
  return Object.hasOwn(allowed, key);
}
