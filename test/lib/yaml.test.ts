import fc from 'fast-check';
import { parse } from 'yaml';
import { toYaml } from '../../lib/yaml';

test.each([
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n',
  'null',
  '~',
  '012',
  '0x1f',
  '1e3',
  '1_000',
  '2026-11-25',
  '',
  ' a',
  'a: b',
  '# a',
  '*a',
  '{{args.x}}',
])('the text %j stays a text for a reader of YAML 1.1 as for one of 1.2', (text) => {
  const written = toYaml({ text });
  expect(parse(written, { version: '1.1' })).toEqual({ text });
  expect(parse(written, { version: '1.2' })).toEqual({ text });
});

test('what is written is what is read', () => {
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree')),
      fc.dictionary(fc.stringMatching(/^[a-z./-]{1,12}$/), tie('tree')),
    ),
  })).tree;
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value), (manifest) => {
      expect(parse(toYaml(manifest))).toEqual(manifest);
    }),
  );
});

test('an expression over several lines is a block that reads as it was written', () => {
  expect(toYaml({ expr: 'sum(a)\n/\nsum(b)' })).toBe('expr: |-\n  sum(a)\n  /\n  sum(b)\n');
});
