import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImages } from '../../lib/image';

const text = readFileSync(join(__dirname, '../../images.yaml'), 'utf8');
const digest = `sha256:${'a'.repeat(64)}`;

test('the usual form of images.yaml is read like any other: a comment behind a value makes it unusual, and changes nothing', () => {
  const unusual = text.replace(/"$/m, '" # as tested');
  expect(unusual).not.toBe(text);
  expect(parseImages(text)).toEqual(parseImages(unusual));
  expect(Object.keys(parseImages(text).entries)).toContain('catalog');
});

test.each([
  { what: 'twice', entry: `shop:\n  repository: r/shop\n  tag: "1"\n  digest: ${digest}\n`.repeat(2), problem: 'unique' },
  { what: 'with a capital', entry: `Shop:\n  repository: r/shop\n  tag: "1"\n  digest: ${digest}\n`, problem: 'pattern' },
  { what: 'with a short digest', entry: 'shop:\n  repository: r/shop\n  tag: "1"\n  digest: sha256:abc\n', problem: 'shop.digest' },
  { what: 'with a tag that is a number', entry: `shop:\n  repository: r/shop\n  tag: 1.1\n  digest: ${digest}\n`, problem: 'shop.tag' },
  {
    what: 'with a field too many',
    entry: `shop:\n  repository: r/shop\n  tag: "1"\n  digest: ${digest}\n  arch: arm64\n`,
    problem: 'shop.arch',
  },
])('an app $what is rejected, however usual the rest looks', ({ entry, problem }) => {
  const { entries, problems } = parseImages(`${text}${entry}`);
  expect(entries).toEqual({});
  expect(problems.join('\n')).toContain(problem);
});
