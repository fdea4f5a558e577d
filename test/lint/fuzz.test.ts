import fc from 'fast-check';
import { kindOf, usualVersion } from '../../lib/lint/kinds';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/lint/read';
import { rules } from '../../lib/lint/rules';
import { everything } from './variants';

const kinds = [...new Set(rules.flatMap(({ on }) => on))].filter((kind) => kindOf(usualVersion(kind), kind) !== undefined);

/** Every path of the set, so that a wrong shape may turn up anywhere. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

const places = everything.flatMap(({ manifest }, index) => pathsOf(manifest).map((path) => ({ index, path })));

function put(target: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(target) ? [...target] : { ...(target as object) }) as Record<string | number, unknown>; // paths were read from the same value
  copy[key] = put(copy[key], rest, value);
  return copy;
}

describe('whatever comes, the lint answers', () => {
  test('objects of a known kind with any content', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.dictionary(fc.constantFrom('metadata', 'spec', 'data', 'status', 'panels'), fc.jsonValue()),
        (kind, body) => {
          lint([{ manifest: { apiVersion: usualVersion(kind), kind, ...body } }]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a healthy set with a wrong shape in one place', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        null,
        '',
        '{{args.x}}',
        [[]],
        [null],
        { '': null },
        { toString: 1, valueOf: 1, constructor: 'x' },
        -1,
        1e308,
        'a'.repeat(5000),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, ({ index, path }, value) => {
        lint(everything.map((object, position) => (position === index ? { manifest: put(object.manifest, path, value) } : object)));
      }),
      { numRuns: 200 },
    );
  });

  test('whatever was there before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ index, path }, value) => {
        const object = everything[index];
        lint(object ? [object] : [], { against: [{ manifest: put(object?.manifest, path, value) }, { manifest: value }] });
      }),
      { numRuns: 300 },
    );
  });

  test('scripts of any text', () => {
    const word = fc.string({
      unit: fc.constantFrom(
        '.updateMany(',
        '.update(',
        '{',
        '}',
        '[',
        ']',
        ')',
        ',',
        "'",
        '"',
        '\\',
        '$a',
        ': ',
        '_id',
        '.db()',
        'mongodb://x/',
        ' ',
      ),
    });
    fc.assert(
      fc.property(fc.array(word), (command) => {
        const spec = { template: { spec: { containers: [{ name: 'a', image: 'a', command }] } } };
        lint([{ manifest: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec } }]);
      }),
      { numRuns: 500 },
    );
  });

  test('queries and conditions of any characters', () => {
    const expression = fc.string({ unit: fc.constantFrom(...'abresult.[](){}"\'`<>=!&|#?:,0 59m/*-+$~'), maxLength: 40 });
    fc.assert(
      fc.property(expression, expression, (query, condition) => {
        const metrics = [{ name: 'x', successCondition: condition, failureCondition: condition, provider: { prometheus: { query } } }];
        lint([{ manifest: { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'x' }, spec: { metrics } } }]);
      }),
      { numRuns: 1000 },
    );
  });

  test('text that may be YAML', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '&a', '*a', '"', '---', '\t', '!!x') }),
        ),
        (text) => {
          lint(parseManifests(text, 'x.yaml').objects);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('values that are no objects', () => {
    const report = lint([undefined, null, 1, 'text', [], () => 0].map((manifest) => ({ manifest })));
    expect(report.findings).toEqual([]);
    expect(report.unknownKinds).toEqual(new Map([['(no kind)', 6]]));
  });

  test('templates that nest in circles of any length are named and end', () => {
    const ring = Array.from({ length: 50 }, (_, index) => ({
      manifest: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'AnalysisTemplate',
        metadata: { name: `t${index}` },
        spec: { templates: [{ templateName: `t${(index + 1) % 50}` }] },
      },
    }));
    expect(lint(ring).findings.filter(({ rule }) => rule === 'X37')).toHaveLength(50);
  });
});
