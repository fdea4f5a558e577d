const unit: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/**
 * Seconds of a Go duration; undefined when it is none.
 *
 * @example goDuration('1h30m') // 5400
 */
export function goDuration(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  if (/^[+-]?0$/.test(text)) return 0;
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.exec(text);
  if (!match?.[2]) return undefined;
  let seconds = 0;
  for (const [, amount, of] of match[2].matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g))
    seconds += Number(amount) * (unit[of ?? ''] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

/** Seconds of a pause or a retention: a number, a number as text, or a Go duration. */
export function seconds(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : goDuration(value);
}

/** Arguments are filled in when the analysis runs: what they stand for cannot be known here. */
export function hasArgument(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

/** Names of `{{args.x}}` in a text. */
export function argumentsIn(text: string): readonly string[] {
  return text.includes('{{') ? [...text.matchAll(/\{\{\s*args\.([^}\s]+)\s*\}\}/g)].map(([, name]) => name ?? '') : [];
}

/** A regular expression in Go's syntax, as far as JavaScript can tell; undefined when it is invalid. */
export function regex(text: string): RegExp | undefined {
  try {
    return new RegExp(text.replace(/^\(\?[is]+\)/, '').replaceAll('(?P<', '(?<'));
  } catch {
    return undefined;
  }
}

/** Whether a name ends in what may be a hash of the content: six or more letters and digits after the last hyphen, no word, no number of a version, no date. */
export function endsInHash(name: string): boolean {
  const end = name.slice(name.lastIndexOf('-') + 1);
  return name.includes('-') && /^[a-z0-9]{6,64}$/.test(end) && /\d/.test(end) && !/^(v?\d{1,7}|(19|20)\d{6})$/.test(end);
}

/** The candidate with the fewest edits, if it is close enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const edits = Math.abs(candidate.length - word.length) < least ? distance(word.toLowerCase(), candidate.toLowerCase()) : least;
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Host of a Service in Istio: `name`, `name.namespace` or `name.namespace.svc.cluster.local`. Undefined for hosts outside of the cluster. */
export function serviceOfHost(
  host: string,
  namespace: string,
): { readonly name: string; readonly namespace: string; readonly short: boolean } | undefined {
  const [name = '', space, svc, ...rest] = host.split('.');
  if (name === '' || name === '*') return undefined;
  if (space === undefined) return { name, namespace, short: true };
  if (svc === undefined) return { name, namespace: space, short: false };
  const inside = svc === 'svc' && (rest.length === 0 || rest.join('.') === 'cluster.local');
  return inside ? { name, namespace: space, short: false } : undefined;
}

const sizes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity of Kubernetes as a number; undefined when it is none. */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.exec(value) : null;
  return match ? Number(match[1]) * (sizes[match[2] ?? ''] ?? 1) : undefined;
}

/** Whether a path of a Kubernetes JSONPath template has all its brackets and quotes closed: `{$.data.result[0].value[1]}`. */
export function isJsonPath(text: string): boolean {
  const inner = /^\{(.*)\}$/s.exec(text.trim())?.[1];
  if (inner === undefined || inner.trim() === '') return false;
  const open: string[] = [];
  for (const [token] of inner.matchAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|['"[\](){}]/g)) {
    const closes = { ']': '[', ')': '(', '}': '{' }[token];
    if (token === "'" || token === '"' || (closes !== undefined && open.pop() !== closes)) return false;
    if ('[({'.includes(token)) open.push(token);
  }
  return open.length === 0 && !/\.$|\.\.\.|\[\s*\]/.test(inner.trim());
}
