import { callsIn, chainOf, isNode, type Node, nodesOf, parseCondition } from './condition';
import type { Fault } from './rule';

const known = new Map<string, readonly Fault[] | undefined>();

/** What is wrong with a condition, placeholders aside; undefined when it does not parse. A fleet has few, and each is looked through once. */
export function faultsOf(condition: string): readonly Fault[] | undefined {
  if (!known.has(condition)) {
    const node = parseCondition(condition.replaceAll(/\{\{[^}]*\}\}/g, '0'));
    known.set(condition, node && faultsIn(node));
  }
  return known.get(condition);
}

const verdicts = ['Pass', 'Fail', 'Inconclusive'];

function faultsIn(node: Node): readonly Fault[] {
  const calls = callsIn(node);
  const part = calls.find(
    ({ name, arguments: [first] }) => (name === 'default' || name === 'isNil') && first && chainOf(first) !== 'result',
  );
  const guarded = calls.some(({ name }) => name === 'len' || name === 'isNil') || nodesOf(node).some(({ operator }) => operator === '??');
  const indexed = nodesOf(node).some((one) => /^result\[\d+\]$/.test(chainOf(one) ?? ''));
  const unknown = nodesOf(node).flatMap(({ operator, left, right }) => {
    if ((operator !== '==' && operator !== '!=') || !isNode(left) || !isNode(right) || chainOf(left) !== 'result.verdict') return [];
    return typeof right['value'] === 'string' && !verdicts.includes(right['value']) ? [right['value']] : [];
  });
  return [
    ...(part ? [{ came: `${part.name}() on a part of the result`, fix: 'write result.x ?? 0' }] : []),
    ...(indexed && !guarded
      ? [{ came: 'result[0] without a guard', fix: 'write len(result) > 0 && result[0] < 5', practice: true as const }]
      : []),
    ...unknown.map((verdict) => ({ came: `the verdict "${verdict}"`, fix: `compare with ${verdicts.join(', ')}` })),
  ];
}
