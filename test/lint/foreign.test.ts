import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/lint/read';
import { gettingStarted } from './getting-started';

describe('manifests of others', () => {
  test.each(Object.entries(gettingStarted))('%s, as newcomers write it, has no error', (_, text) => {
    const { findings } = lint(parseManifests(text, 'x.yaml').objects);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('good practice is recommended to others and demanded of ourselves', () => {
    const { objects } = parseManifests(gettingStarted['blue/green'] ?? '', 'x.yaml');
    const drain = (strict?: boolean) =>
      lint(objects, strict === undefined ? {} : { strict }).findings.find(({ rule }) => rule === 'X35')?.severity;
    expect(drain()).toBe('warning');
    expect(drain(true)).toBe('error');
  });
});
