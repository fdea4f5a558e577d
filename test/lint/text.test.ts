import { At } from '../../lib/lint/at';
import { argumentsIn, endsInHash, goDuration, nearest, quantity, regex, seconds, serviceOfHost } from '../../lib/lint/text';
import { keysOf } from './place';

test.each([
  ['1h30m', 5400],
  ['90s', 90],
  ['0', 0],
  ['1.5m', 90],
  ['250ms', 0.25],
  ['-30s', -30],
  ['5 m', undefined],
  ['5', undefined],
  ['', undefined],
  [30, undefined],
])('Go reads %j as %j seconds', (text, expected) => expect(goDuration(text)).toBe(expected));

test('a pause may also be a number of seconds', () => {
  expect([seconds(30), seconds('30'), seconds('30s'), seconds('soon'), seconds(null)]).toEqual([30, 30, 30, undefined, undefined]);
});

test.each([
  ['settings-5h8g2k9d4t', true],
  ['backup-95630489', true],
  ['users-full-name', false],
  ['app-v2', false],
  ['release-20261101', false],
  ['plain', false],
  ['build-123456', false],
])('%s ends in a hash: %s', (name, expected) => expect(endsInHash(name)).toBe(expected));

test.each([
  ['100m', 0.1],
  ['1Gi', 2 ** 30],
  ['2', 2],
  [3, 3],
  ['1e3', 1000],
  ['much', undefined],
])('quantity %j is %j', (text, expected) => expect(quantity(text)).toBe(expected));

test('the nearest word is one that may be meant, or none', () => {
  expect(nearest('stabelService', ['canaryService', 'stableService'])).toBe('stableService');
  expect(nearest('colour', ['stableService', 'steps'])).toBeUndefined();
});

test.each([
  ['catalog', { name: 'catalog', namespace: 'here', short: true }],
  ['catalog.there', { name: 'catalog', namespace: 'there', short: false }],
  ['catalog.there.svc.cluster.local', { name: 'catalog', namespace: 'there', short: false }],
  ['api.example.com', undefined],
  ['*', undefined],
])('host %s', (host, expected) => expect(serviceOfHost(host, 'here')).toEqual(expected));

test('arguments and regular expressions of Argo', () => {
  expect(argumentsIn('a{{args.x}}b{{ args.y-z }}{{templates.a}}')).toEqual(['x', 'y-z']);
  expect([regex('*'), regex('(?i)^a$')?.source]).toEqual([undefined, '^a$']);
});

test('a place knows its path, and a path its keys', () => {
  const at = new At({ metadata: { annotations: { 'a.b/c': 1 } }, list: [{ x: 2 }] });
  expect(at.get('metadata', 'annotations', 'a.b/c').path).toBe('metadata.annotations["a.b/c"]');
  expect(at.get('list').list()[0]?.get('x').path).toBe('list[0].x');
  expect(keysOf('metadata.annotations["a.b/c"]')).toEqual(['metadata', 'annotations', 'a.b/c']);
  expect(at.get('list', 'constructor', 7, 'x').value).toBeUndefined();
});
