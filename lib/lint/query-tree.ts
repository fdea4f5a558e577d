import type { parser as Parser } from '@prometheus-io/lezer-promql';
import type { Aggregation, Matcher, Query, Selector } from './query';
import { unquoted } from './quoted';

type SyntaxNode = ReturnType<typeof Parser.parse>['topNode'];

/** Reads a query; undefined when the grammar does not accept it. */
export function readQuery(text: string): Query | undefined {
  const tree = parser().parse(text);
  let broken = false;
  tree.iterate({
    enter: ({ type }) => {
      broken ||= type.isError;
    },
  });
  const top = tree.topNode.firstChild;
  return broken || !top ? undefined : expression(top, text);
}

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
      return { type: 'text', value: textOrName(textOf(node, text)) };
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
        label: textOrName(textOf(label, text)),
        operator: textOf(operator, text) as Matcher['operator'],
        value: textOrName(textOf(value, text)),
      },
    ]; // the grammar knows these four only
  });

  return { type: 'selector', metric: name ? textOf(name, text) : undefined, matchers };
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
  return childrenOf(node).map((label) => textOrName(textOf(label, text)));
}

function childrenOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function isExpression(node: SyntaxNode): boolean {
  return node.type.is('Expr');
}

function textOf(node: SyntaxNode | null | undefined, text: string): string {
  return node ? text.slice(node.from, node.to) : '';
}

function textOrName(token: string): string {
  return /^["'`]/.test(token) ? unquoted(token) : token;
}
