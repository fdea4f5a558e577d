import { type Shape, shapeOf } from '../../lib/lint/labels';
import { formOf, parseQuery } from '../../lib/lint/promql';
import { type Query, selectorsOf, widestRange } from '../../lib/lint/query';

const queryOf = (text: string): Query => {
  const query = parseQuery(text).form?.query;
  if (!query) throw new Error(`${text}: a query, got one that does not parse`);
  return query;
};

describe('parsing', () => {
  test.each([
    'sum(rate(x[5m]))',
    '# why\nsum(x) # and why not "this"',
    "x{a='b',c=~`d\\.`}",
    '-(x offset 5m)',
    'x{a="{{args.a}}"} > {{args.limit}}',
    'rate(x[$__rate_interval])',
    'rate(x[{{args.minutes}}m])',
    'increase(x{a="<app>"}[<window>])',
  ])('%j is a query', (text) => expect(parseQuery(text).form).toBeDefined());

  test.each(['', 'sum(', 'x{a=}', 'a b', 'rate(x[5m]', '"unfinished'])('%j is none', (text) =>
    expect(parseQuery(text).form).toBeUndefined(),
  );

  test('queries that differ by the values of matchers have one form, and keep their values', () => {
    const [one, other] = [parseQuery('sum(x{app="a"})'), parseQuery('sum(x{app="b \\" c"})')];
    expect(one.form).toBe(other.form);
    const value = (parsed: typeof one) =>
      selectorsOf(parsed.form?.query ?? queryOf('x')).flatMap(({ matchers }) => matchers.map((matcher) => parsed.literal(matcher.value)));
    expect([value(one), value(other)]).toEqual([['a'], ['b " c']]);
  });

  test.each([
    'sum by (app) (rate(x{app="a", path!~ "/b|/c", le=""}[5m])) / 2',
    'label_replace(x{app="a"}, "version", "b", "pod", "c")',
    'x{app="a"} == on (app) y{app=~"a.+"} and z < 300',
    'x{app="a',
    'x',
  ])('a query has the same form with a comment and without: %s', (text) => {
    const [plain, commented]: readonly [string[], string[]] = [[], []];
    expect(formOf(text, plain)).toBe(formOf(`#\n${text}`, commented).trimStart());
    expect(plain).toEqual(commented);
  });

  test('the widest range is the longest look back', () => {
    expect(widestRange(queryOf('rate(a[1h30m]) / rate(b[5m])'))).toBe(5400);
    expect(widestRange(queryOf('sum(a)'))).toBeUndefined();
  });
});

describe('labels of a result', () => {
  const of = (text: string): Shape => {
    const shape = (query: Query): Shape => shapeOf(query, shape, () => undefined);
    return shape(queryOf(text));
  };

  test.each([
    ['x', true, []],
    ['sum(x)', false, []],
    ['sum by (app, le) (x)', false, ['app', 'le']],
    ['histogram_quantile(0.9, sum by (app, le) (x))', false, ['app']],
    ['sum without (pod) (x)', true, []],
    ['sum by (app) (sum by (pod) (x))', false, []],
    ['sum by (app) (x) / on (app) group_left (team) y', false, ['app', 'team']],
    ['label_replace(sum by (app) (x), "version", "$1", "v", "(.*)")', false, ['app', 'version']],
    ['count_values by (app) ("version", x)', false, ['app', 'version']],
    ['sum by (app) (x) or sum by (pod) (y)', false, ['app', 'pod']],
    ['sum by (app, pod) (x) / ignoring (pod) sum by (app) (y)', false, ['app']],
    ['topk(3, x)', true, []],
    ['absent(x)', false, []],
  ])('%s', (text, open, labels) => {
    const shape = of(text);
    expect({ open: shape.open, labels: [...shape.labels].sort() }).toEqual({ open, labels });
  });

  test('a number is no vector', () => expect(of('scalar(x) * 2').scalar).toBe(true));
});
