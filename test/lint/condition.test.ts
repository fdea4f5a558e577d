import { callsIn, chainOf, nodesOf, parseCondition } from '../../lib/lint/condition';

describe('conditions of expr-lang', () => {
  test.each([
    'result.verdict == "Pass"',
    'len(result) > 0 && result[0] < 0.05',
    'not isNaN(result[0]) and result[0] < 1 or false',
    '(result.p99 ?? 0) < 1',
    'result?.p99 < 1 ? true : result["ok"]',
    'all(result, {# > 1}) && any(result, {.value matches "^a"})',
    '"a" not in result && result contains `b`',
    'result | len() in 1..3',
    'result == nil',
  ])('%s parses', (text) => expect(parseCondition(text)).toBeDefined());

  test.each(['', 'result >', 'a b', 'result[0', '"open', '{# > 1'])('%j does not', (text) => expect(parseCondition(text)).toBeUndefined());

  test('calls and chains are read from the tree, also inside of closures', () => {
    const node = parseCondition('all(result, {default(.p99, 0) < result.limits[1].max})');
    if (!node) throw new Error('a condition that parses');
    expect(callsIn(node).map(({ name }) => name)).toEqual(['all', 'default']);
    expect([...nodesOf(node)].map(chainOf)).toContain('result.limits[1].max');
  });
});
