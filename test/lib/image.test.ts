import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Image, images } from '../../lib';
import { readImages } from '../../lib/image';
import { parseImages } from '../../lib/images-file';

const digest = `sha256:${'a'.repeat(64)}`;
const entry = (name: string, tag = '1.0.0') =>
  `${name}:\n  repository: registry.example.com/${name}\n  tag: "${tag}"\n  digest: ${digest}\n`;

describe('a reference', () => {
  test('with a digest is pinned and never pulled twice', () => {
    expect(Image.of(`shop:1.2.3@${digest}`)).toMatchObject({
      pinned: true,
      pullPolicy: 'IfNotPresent',
      version: '1.2.3',
      problem: undefined,
    });
  });

  test('with a tag alone can change, so it is always pulled', () => {
    expect(Image.of('shop:1.2.3')).toMatchObject({ pinned: false, pullPolicy: 'Always', version: '1.2.3', problem: undefined });
  });

  test('with a digest alone has the beginning of the digest as its version', () => {
    expect(Image.of(`shop@${digest}`).version).toBe('a'.repeat(12));
  });

  test.each(['shop', '', 'Shop:1', 'shop:', 'shop:1@sha256:abc', 'shop :1', 'https://shop:1', ':1', 'shop:1@md5:abc', `shop:-1@${digest}`])(
    '"%s" is none',
    (reference) => {
      expect(Image.of(reference).problem).toContain(`got "${reference}"`);
    },
  );

  const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const repository = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/);

  test('any registry, port, path and tag is read, and what was written comes out', () => {
    const registry = fc.option(fc.tuple(part, fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined })), { nil: undefined });
    fc.assert(
      fc.property(registry, repository, tag, fc.boolean(), (host, path, name, pinned) => {
        const prefix = host === undefined ? '' : `${host[0]}.example.com${host[1] === undefined ? '' : `:${host[1]}`}/`;
        const reference = `${prefix}${path}:${name}${pinned ? `@${digest}` : ''}`;
        expect(Image.of(reference)).toMatchObject({ reference, version: name, pinned, problem: undefined });
      }),
    );
  });

  test('a registry with a port and no tag is not mistaken for a tag', () => {
    expect(Image.of('registry.example.com:5000/shop').problem).toContain('an image is repository:tag@digest');
  });

  test('any text is either read or refused, in time that its length allows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const image = Image.of(text);
        expect(image.problem === undefined).toBe(image.version !== 'unknown');
      }),
    );
    const started = performance.now();
    Image.of(`${'a-'.repeat(5000)}!`);
    Image.of(`${'a:'.repeat(5000)}!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('images.yaml', () => {
  test('gives every app its repository, tag and digest', () => {
    expect(images('catalog').reference).toMatch(/^registry\.example\.com\/catalog:\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
  });

  test('what is right has no problems', () => {
    expect(parseImages(entry('shop') + entry('cart'))).toEqual({
      problems: [],
      entries: {
        shop: { repository: 'registry.example.com/shop', tag: '1.0.0', digest },
        cart: { repository: 'registry.example.com/cart', tag: '1.0.0', digest },
      },
    });
  });

  test.each<readonly [mistake: string, text: string, problems: readonly unknown[]]>([
    [
      'a missing field',
      `${entry('shop')}cart:\n  repository: cart\n  tag: "1"\n`,
      ['images.yaml:5: cart: has no digest; it has repository, tag and digest'],
    ],
    [
      'a field too many',
      `${entry('shop')}  platform: arm64\n`,
      ['images.yaml:5: shop.platform: is no field of an image; it has repository, tag and digest'],
    ],
    [
      'a version that is a number',
      entry('shop').replace('"1.0.0"', '1.5'),
      ['images.yaml:3: shop.tag: a tag is text in quotes, without spaces, such as "2.1.0", got 1.5'],
    ],
    [
      'a digest of another kind',
      entry('shop').replace('sha256:', 'md5:'),
      [expect.stringMatching(/^images\.yaml:4: shop\.digest: a digest is sha256: and 64 hexadecimal digits, got "md5:/)],
    ],
    [
      'a name with capitals',
      entry('Shop').replace('com/Shop', 'com/shop'),
      ['images.yaml:1: Shop: the name of an app is lower-case letters, digits and hyphens'],
    ],
    ['an entry that is none', 'shop: latest\n', ['images.yaml:1: shop: an image has repository, tag and digest, got "latest"']],
    ['an empty file', '', ['images.yaml:1: the file: an entry per app, each with repository, tag and digest']],
    ['a list', '- shop\n', ['images.yaml:1: the file: an entry per app, each with repository, tag and digest']],
    [
      'a repository with a tag',
      entry('shop').replace('com/shop', 'com/shop:1.0'),
      [
        expect.stringMatching(
          /^images\.yaml:2: shop\.repository: a repository is registry and name in lower case, without tag, .* got ".*:1\.0"/,
        ),
      ],
    ],
    ['a name that stands twice', entry('shop') + entry('shop'), [expect.stringMatching(/^images\.yaml:5: Map keys must be unique/)]],
    ['a tab', 'shop:\n\trepository: x\n', [expect.stringMatching(/^images\.yaml:2: /)]],
  ])('%s is reported with its line', (_mistake, text, problems) => {
    expect(parseImages(text).problems).toEqual(problems);
  });

  test('all violations are reported, not the first', () => {
    const text = `shop:\n  repository: Shop!\n  tag: 2\n  digest: none\n  extra: 1\ncart: {}\n`;
    const lines = parseImages(text).problems.map((problem) => Number(/^images\.yaml:(\d+): /.exec(problem)?.[1]));
    expect(lines.sort()).toEqual([2, 3, 4, 5, 6, 6, 6]);
  });

  test('a repository is one for the schema exactly when it is one for a construct', () => {
    const near = fc.stringMatching(/^[a-z0-9]{1,5}([._/:-]{1,2}[a-z0-9]{1,5}){0,4}$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ maxLength: 12 })), (repository) => {
        const { problems } = parseImages(JSON.stringify({ shop: { repository, tag: '1.0.0', digest } }));
        expect(problems).toHaveLength(Image.of(`${repository}:1.0.0@${digest}`).problem === undefined ? 0 : 1);
      }),
    );
  });

  test('a file that cannot be read is reported by whoever asks for an image', () => {
    expect(readImages('/no/such/images.yaml')('shop').problem).toMatch(
      /images\("shop"\): images.yaml cannot be read; it stands beside main.ts/,
    );
  });

  test('an unknown name says which names there are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bluecanary-'));
    try {
      writeFileSync(join(folder, 'images.yaml'), entry('shop') + entry('cart'));
      expect(readImages(join(folder, 'images.yaml'))('shpo').problem).toMatch(
        /images.yaml has no such app, it has cart, shop; add an entry/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
