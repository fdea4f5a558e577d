import type { parser as Parser } from '@prometheus-io/lezer-promql';

type SyntaxNode = ReturnType<typeof Parser.parse>['topNode'];

export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

export interface Selector {
  readonly type: 'selector';
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Seconds of `[5m]`. */
  readonly range?: number;
}
export interface Aggregation {
  readonly type: 'aggregation';
  readonly operator: string;
  readonly by: readonly string[] | undefined;
  readonly without: readonly string[] | undefined;
  readonly of: readonly Query[];
}
export interface Call {
  readonly type: 'call';
  readonly name: string;
  readonly of: readonly Query[];
}
export interface Binary {
  readonly type: 'binary';
  readonly operator: string;
  readonly on: readonly string[] | undefined;
  readonly ignoring: readonly string[] | undefined;
  readonly group: 'left' | 'right' | undefined;
  /** Labels that `group_left` or `group_right` copies. */
  readonly copied: readonly string[];
  readonly of: readonly [Query, Query];
}
export interface Literal {
  readonly type: 'number' | 'text';
  readonly value: string;
}

/** An expression of PromQL without the parts that change no label: parentheses, ranges, offsets and signs. */
export type Query = Selector | Aggregation | Call | Binary | Literal;

/** Parses a query, in which `{{args.x}}`, `$x`, `${x}` and `<x>` stand for values. undefined when it does not parse. */
export function parseQuery(text: string): Query | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const filled = fillPlaceholders(text);
  const tree = parser().parse(filled);
  let broken = false;
  tree.iterate({
    enter: ({ type }) => {
      broken ||= type.isError;
    },
  });
  const top = tree.topNode.firstChild;
  const query = broken || !top ? undefined : expression(skipComments(top) ?? top, filled);
  parsed.set(text, query);
  return query;
}

/** Seconds of the widest range that a query looks back; undefined when it has none, or a placeholder decides. */
export function widestRange(query: Query): number | undefined {
  const ranges = selectorsOf(query).flatMap(({ range }) => (range === undefined ? [] : [range]));
  return ranges.length === 0 ? undefined : Math.max(...ranges);
}

/** Every part of a query, the whole first. */
export function* partsOf(query: Query): Generator<Query> {
  yield query;
  if ('of' in query) for (const part of query.of) yield* partsOf(part);
}

export function selectorsOf(query: Query): readonly Selector[] {
  return [...partsOf(query)].filter((part) => part.type === 'selector');
}

const parsed = new Map<string, Query | undefined>();

let loaded: typeof Parser | undefined;

/** The grammar is loaded with the first query: most sets of manifests have none. */
function parser(): typeof Parser {
  loaded ??= (require('@prometheus-io/lezer-promql') as { readonly parser: typeof Parser }).parser; // the package exports exactly this
  return loaded;
}

const wrappers = new Set([
  'ParenExpr',
  'OffsetExpr',
  'StepInvariantExpr',
  'MatrixSelector',
  'SubqueryExpr',
  'UnaryExpr',
  'AnchoredExpr',
  'SmoothedExpr',
]);

function expression(node: SyntaxNode, text: string): Query | undefined {
  if (wrappers.has(node.name)) {
    const inner = childrenOf(node).find(isExpression);
    const query = inner && expression(inner, text);
    const range = node.name === 'MatrixSelector' ? rangeOf(node, text) : undefined;
    return query?.type === 'selector' && range !== undefined ? { ...query, range } : query;
  }
  switch (node.name) {
    case 'VectorSelector':
      return selector(node, text);
    case 'AggregateExpr':
      return aggregation(node, text);
    case 'FunctionCall':
      return { type: 'call', name: textOf(node.firstChild, text), of: argumentsOf(node, text) };
    case 'BinaryExpr':
      return binary(node, text);
    case 'StringLiteral':
      return { type: 'text', value: unquoted(textOf(node, text)) };
    default:
      return { type: 'number', value: textOf(node, text) };
  }
}

const unit: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

function rangeOf(node: SyntaxNode, text: string): number | undefined {
  const last = childrenOf(node).find((child) => child.name === 'DurationExpr' || child.name.startsWith('NumberDuration'));
  const parts = [...textOf(last, text).matchAll(/(\d+)(ms|[smhdwy])/g)];
  return parts.length === 0 ? undefined : parts.reduce((sum, [, amount, of]) => sum + Number(amount) * (unit[of ?? ''] ?? 0), 0);
}

function selector(node: SyntaxNode, text: string): Selector {
  const name = node.getChild('Identifier');
  const matchers = childrenOf(node.getChild('LabelMatchers')).flatMap((matcher): Matcher[] => {
    const [label, operator, value] = childrenOf(matcher);
    if (!label || !operator || !value) return [];
    return [
      {
        label: unquoted(textOf(label, text)),
        operator: textOf(operator, text) as Matcher['operator'],
        value: unquoted(textOf(value, text)),
      },
    ]; // the grammar knows these four only
  });
  const named = matchers.find(({ label, operator }) => label === '__name__' && operator === '=')?.value;
  return { type: 'selector', metric: name ? textOf(name, text) : named, matchers };
}

function aggregation(node: SyntaxNode, text: string): Aggregation {
  const modifier = node.getChild('AggregateModifier');
  const labels = labelsOf(modifier?.getChild('GroupingLabels'), text);
  return {
    type: 'aggregation',
    operator: textOf(node.firstChild, text),
    by: modifier?.getChild('By') ? labels : undefined,
    without: modifier?.getChild('Without') ? labels : undefined,
    of: argumentsOf(node, text),
  };
}

function binary(node: SyntaxNode, text: string): Query | undefined {
  const children = childrenOf(node);
  const [left, right] = children.filter(isExpression).map((side) => expression(side, text));
  if (!left || !right) return undefined;
  const matching = node.getChild('MatchingModifierClause');
  const [first, second] = matching?.getChildren('GroupingLabels') ?? [];
  return {
    type: 'binary',
    operator: textOf(children[1], text),
    on: matching?.getChild('On') ? labelsOf(first, text) : undefined,
    ignoring: matching?.getChild('Ignoring') ? labelsOf(first, text) : undefined,
    group: matching?.getChild('GroupLeft') ? 'left' : matching?.getChild('GroupRight') ? 'right' : undefined,
    copied: labelsOf(second, text),
    of: [left, right],
  };
}

function argumentsOf(node: SyntaxNode, text: string): readonly Query[] {
  return childrenOf(node.getChild('FunctionCallBody')).flatMap((argument) => {
    const query = isExpression(argument) ? expression(argument, text) : undefined;
    return query ? [query] : [];
  });
}

function labelsOf(node: SyntaxNode | null | undefined, text: string): readonly string[] {
  return childrenOf(node).map((label) => unquoted(textOf(label, text)));
}

function childrenOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild; child; child = child.nextSibling) if (child.name !== 'LineComment') children.push(child);
  return children;
}

function isExpression(node: SyntaxNode): boolean {
  return node.type.is('Expr');
}

function skipComments(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && at.name === 'LineComment') at = at.nextSibling;
  return at;
}

function textOf(node: SyntaxNode | null | undefined, text: string): string {
  return node ? text.slice(node.from, node.to) : '';
}

function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'" && quote !== '`') return text;
  const inner = text.slice(1, -1);
  return quote === '`' ? inner : inner.replaceAll(/\\(.)/g, '$1');
}

/** Puts a duration for a placeholder in brackets and a number for one elsewhere; texts keep theirs. */
function fillPlaceholders(text: string): string {
  if (!/\{\{|\$|</.test(text)) return text;
  let filled = '';
  let quote = '';
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    if (quote !== '') {
      if (char === '\\') filled += char + (text[++index] ?? '');
      else {
        filled += char;
        if (char === quote) quote = '';
      }
      continue;
    }
    const placeholder = /^(?:\{\{[^}]*\}\}|\$\{[^}]*\}|\$\w+|<[a-z]+>)/.exec(text.slice(index, index + 80))?.[0];
    if (placeholder) {
      // A unit may follow: [{{args.minutes}}m]
      const hasUnit = /[a-z]/.test(text[index + placeholder.length] ?? '');
      filled += depth > 0 && !hasUnit ? '5m' : '1';
      index += placeholder.length - 1;
      continue;
    }
    if (char === '"' || char === "'" || char === '`') quote = char;
    if (char === '[') depth++;
    if (char === ']') depth--;
    filled += char;
  }
  return filled;
}
