import fc from 'fast-check';
import { parse } from 'yaml';
import { plainYaml } from '../../lib/plain-yaml';

test('names stay bare, everything else is quoted, expressions are blocks', () => {
  expect(
    plainYaml({
      alert: 'HighErrorRate',
      for: '5m',
      on: 'yes',
      text: "it's 5 %",
      list: [],
      expr: 'a\n/\n  b',
      left: undefined,
      rules: [{ record: 'a:b:c', value: 0.5 }],
    }),
  ).toBe(
    `alert: HighErrorRate
for: 5m
'on': 'yes'
text: 'it''s 5 %'
list: []
expr: |-
  a
  /
    b
rules:
  - record: a:b:c
    value: 0.5
`,
  );
});

test('an expression that begins with a space keeps it', () => {
  const value = { rules: [{ expr: '  a\nunless\n  b' }] };
  expect(parse(plainYaml(value))).toEqual(value);
});

test('every plain value is read back as it was', () => {
  const words = fc.array(fc.stringMatching(/^[ -~]*$/), { maxLength: 3 }).map((lines) =>
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd(),
  );
  const leaf = fc.oneof(
    words,
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('true', '15m', '1e3', '0x10', '-1', '~', 'a: b', '# c', "'", '"', '{{ $value }}'),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-zA-Z_ :]{1,8}$/), tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tree), (value) => expect(parse(plainYaml(value))).toEqual(value)),
    { numRuns: 300, seed: 1 },
  );
});
