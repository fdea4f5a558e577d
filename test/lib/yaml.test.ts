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
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
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

test.each([
  { value: 0.495, text: '0.495' },
  { value: 1e21, text: '1.e+21' },
  { value: 1e-7, text: '1.e-7' },
  { value: -0, text: '-0.0' },
  { value: Number.NaN, text: '.nan' },
])('the number $value is one for every reader', ({ value, text }) => {
  expect(toYaml({ value })).toBe(`value: ${text}\n`);
  for (const version of ['1.1', '1.2'] as const) expect(parse(toYaml({ value }), { version })).toEqual({ value });
});

test('a mapping with a name stands in full where it comes first', () => {
  const up = { series: 'up', values: '1x60' };
  const text = toYaml({ tests: [{ input: [up] }, { input: [up, { series: 'up', values: '0x60' }] }] }, { names: new Map([[up, 'up-1']]) });
  expect(text.match(/&up-1$/gm)).toHaveLength(1);
  expect(text.match(/\*up-1$/gm)).toHaveLength(1);
  expect(parse(text)).toEqual({ tests: [{ input: [up] }, { input: [up, { series: 'up', values: '0x60' }] }] });
});

test('an expression over several lines is a block that reads as it was written', () => {
  expect(toYaml({ expr: 'sum(a)\n/\nsum(b)' })).toBe('expr: |-\n  sum(a)\n  /\n  sum(b)\n');
});
