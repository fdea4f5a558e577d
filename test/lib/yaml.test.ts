import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { toYaml } from '../../lib/yaml';
import { manifests } from '../dist/manifests';

test('every manifest of dist/ is written as the library writes it', () => {
  for (const { value, text } of manifests()) expect(toYaml(value as object)).toBe(text);
});

/** Texts near every edge of YAML, and of any other kind. */
const alphabet = [...` \n\t:#-?,[]{}&*!|>'"%@\`\\~<=.+_/$()019aefnoyNx`, 'é', ' ', '\u0007', '🐤'];
const nasty = fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((characters) => characters.join(''));
const words = fc.constantFrom('yes', 'No', 'on', 'OFF', 'null', '~', '', 'true', 'y', 'N', '<<', '---', '...', '- a', '? a', '-', '?', '=');
const numbers = fc.constantFrom(
  '1',
  '0x1F',
  '0b1',
  '017',
  '1_000',
  '1e3',
  '.5',
  '1.',
  '-.inf',
  '.NaN',
  '12:30',
  '12:30.5',
  '2026-11-25',
  '+1',
  '-',
);
const lines = fc
  .array(fc.constantFrom('sum(', '  rate(x[5m])', '', ' ', ')', '# why', 'a: b', '\t'), { maxLength: 6 })
  .map((some) => some.join('\n'));
const texts = fc.oneof(nasty, words, numbers, lines, fc.string({ unit: 'grapheme' }));
const scalars = fc.oneof(texts, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(texts, fc.constantFrom('app', 'prometheus.io/port')), tie('tree'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test.each([
  { texts: 'of edges', value: fc.dictionary(fc.constant('key'), texts) },
  { texts: 'in trees', value: fc.record({ kind: tree, spec: tree }) },
])('texts $texts are written as the library writes them', ({ value }) => {
  void fc.assert(
    fc.property(value, (manifest) => {
      expect(toYaml(manifest)).toBe(Yaml.stringify(manifest));
    }),
    { numRuns: 2000 },
  );
});
