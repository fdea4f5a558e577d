import fc from 'fast-check';
import { standardQueries } from '../../../analysis/contract/queries';
import { fill, problemsOfTemplate } from '../../../analysis/providers/prometheus/template';

const values = { namespace: 'production', app: 'my-app', hash: '5d8f9c7b6', window: '60s' };

test('placeholders are filled, all of them', () => {
  const query = fill('sum(x{a="<app>",b="<namespace>",c="<hash>",d="<app>"}[<window>])', values);
  expect(query).toBe('sum(x{a="my-app",b="production",c="5d8f9c7b6",d="my-app"}[60s])');
});

test.each([
  ['quotes', { hash: 'x"}[5m])) or vector(0) #' }],
  ['a backslash', { app: 'my\\app' }],
  ['braces', { namespace: '{}' }],
  ['a newline', { app: 'my\napp' }],
  ['a trailing newline', { app: 'my-app\n' }],
  ['ten kilobytes', { app: 'a'.repeat(10_000) }],
  ['nothing', { hash: '' }],
  ['a regular expression', { app: 'my.*' }],
  ['another placeholder', { app: '<hash>' }],
  ['a duration that is none', { window: '5m' }],
  ['a replacement pattern', { app: '$&' }],
])('a value with %s is refused', (_, value) => {
  expect(() => fill('x{a="<app>",b="<namespace>",c="<hash>"}[<window>]', { ...values, ...value })).toThrow(/must be/);
});

test('whatever a hash holds, it is refused or stands in the query as a plain word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (hash) => {
      try {
        expect(fill('x{h="<hash>"}', { ...values, hash })).toMatch(/^x\{h="[a-z0-9]+"\}$/);
      } catch (error) {
        expect((error as Error).message).toMatch(/<hash> must be a pod template hash/);
      }
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('a template with an unknown placeholder, without a side, or too long is a problem of the catalogue', () => {
  expect(problemsOfTemplate('x{h="<hash>",p="<pod>"}')).toEqual([
    '<pod> is no placeholder: a template knows <namespace>, <app>, <hash>, <window>',
  ]);
  expect(problemsOfTemplate('x')).toEqual(['a template names one side of the release by <hash>']);
  expect(problemsOfTemplate(`x{h="<hash>"}${' '.repeat(9_000)}`)).toEqual([expect.stringMatching(/at most 7992 characters/)]);
});

test('the standard queries have no problem', () => {
  expect(Object.values(standardQueries).flatMap(problemsOfTemplate)).toEqual([]);
});
