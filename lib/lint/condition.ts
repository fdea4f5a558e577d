import jsep from 'jsep';

export type Node = jsep.Expression;

/**
 * Parses a condition of an analysis, which Argo evaluates with expr-lang. undefined when it does not parse.
 *
 * jsep reads the shape, which is all that rules need: expr-lang's own operators and its closures `{# > 1}` are added below.
 */
export function parseCondition(text: string): Node | undefined {
  prepare();
  try {
    // A range such as 0..10 would be read as two decimals.
    const node = jsep(text.replaceAll(/(\d)\.\./g, '$1 ..'));
    // Several expressions side by side are no expression.
    return node.type === 'Compound' ? undefined : node;
  } catch {
    return undefined;
  }
}

/** Every node of a tree, parents first. */
export function nodesOf(node: Node, found: Node[] = []): readonly Node[] {
  found.push(node);
  for (const value of Object.values(node)) {
    for (const part of Array.isArray(value) ? value : [value]) if (isNode(part)) nodesOf(part, found);
  }
  return found;
}

/** `result.p99` or `result[0]` as text; undefined for what is no chain of names. */
export function chainOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type !== 'MemberExpression' || !isNode(node['object']) || !isNode(node['property'])) return undefined;
  const [object, property] = [chainOf(node['object']), node['property']];
  if (object === undefined) return undefined;
  return node['computed'] ? `${object}[${String(property['raw'] ?? property['name'] ?? '')}]` : `${object}.${String(property['name'])}`;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Calls in a tree, by the function's name. */
export function callsIn(node: Node): readonly { readonly name: string; readonly arguments: readonly Node[] }[] {
  return nodesOf(node).flatMap((one) => {
    if (one.type !== 'CallExpression' || !isNode(one['callee']) || !Array.isArray(one['arguments'])) return [];
    return [{ name: chainOf(one['callee']) ?? '', arguments: one['arguments'].filter(isNode) }];
  });
}

let prepared = false;

/** Operators of expr-lang by precedence; jsep has those of JavaScript. */
function prepare(): void {
  if (prepared) return;
  prepared = true;
  for (const [operator, precedence] of Object.entries({ or: 1, and: 2, '??': 1, '..': 8, '**': 11 }))
    jsep.addBinaryOp(operator, precedence);
  for (const operator of ['in', 'contains', 'matches', 'startsWith', 'endsWith']) {
    jsep.addBinaryOp(operator, 7);
    jsep.addBinaryOp(`not ${operator}`, 7);
  }
  jsep.addUnaryOp('not');
  jsep.addLiteral('nil', null);
  jsep.hooks.add('gobble-token', closure);
}

/** `{# > 1}` with `#` as the element, `.field` as its field, and maps `{"a": 1}`. */
function closure(this: jsep.HookScope, found: { node?: Node }): void {
  const { char } = this;
  if (char === '#') {
    this.index++;
    found.node = this.gobbleTokenProperty({ type: 'Identifier', name: '#' });
  } else if (char === '`') {
    const end = this.expr.indexOf('`', this.index + 1);
    if (end === -1) return;
    const value = this.expr.slice(this.index + 1, end);
    this.index = end + 1;
    found.node = { type: 'Literal', value, raw: `\`${value}\`` };
  } else if (char === '{') {
    this.index++;
    const body = this.gobbleExpressions(closingBrace);
    if (this.code !== closingBrace) this.throwError('a closure that nothing closes');
    this.index++;
    found.node = { type: 'Closure', body };
  } else if (char === '.' && /[a-zA-Z_]/.test(this.expr[this.index + 1] ?? '')) {
    found.node = this.gobbleTokenProperty({ type: 'Identifier', name: '#' });
  }
}

const closingBrace = '}'.charCodeAt(0);
