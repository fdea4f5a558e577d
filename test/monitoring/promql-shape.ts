/** What an expression of PromQL reads, from its syntax tree. */

import { parser } from '@prometheus-io/lezer-promql';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export interface Selector {
  readonly metric: string;
  /** Labels that it matches. */
  readonly labels: readonly string[];
  /** Functions around it, from the inside out, and `range` for a window. */
  readonly inside: readonly string[];
}

export interface Shape {
  readonly selectors: readonly Selector[];
  readonly wrong: boolean;
}

export function shapeOf(expr: string): Shape {
  const selectors: Selector[] = [];
  let wrong = false;
  parser.parse(expr).iterate({
    enter({ type, node }) {
      wrong ||= type.isError;
      if (type.name === 'VectorSelector') selectors.push(selectorOf(node, expr));
    },
  });
  return { selectors, wrong };
}

function selectorOf(node: SyntaxNode, expr: string): Selector {
  const text = (one: SyntaxNode | null) => (one ? expr.slice(one.from, one.to) : '');
  const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  const inside: string[] = [];
  for (let around = node.parent; around; around = around.parent) {
    if (around.name === 'MatrixSelector') inside.push('range');
    if (around.name === 'FunctionCall') inside.push(text(around.getChild('FunctionIdentifier')));
    if (around.name === 'AggregateExpr') inside.push(text(around.getChild('AggregateOp')));
  }
  return { metric: text(node.getChild('Identifier')), labels: matchers.map((matcher) => text(matcher.getChild('LabelName'))), inside };
}
