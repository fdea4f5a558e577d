import { exampleObjects } from '../../lib/lint/example';
import { lint } from '../../lib/lint/lint';
import { rules } from '../../lib/lint/rules';
import type { LintObject } from '../../lib/lint/types';

const idsOf = (objects: readonly LintObject[]) => new Set(lint(objects, { strict: true }).findings.map(({ rule }) => rule));

describe('every rule of the catalogue', () => {
  test.each(rules.map((rule) => [`${rule.id} ${rule.name}`, rule] as const))(
    '%s fails on its failing example and passes the fixed one',
    (_, rule) => {
      expect(idsOf(exampleObjects(rule, 'failing'))).toContain(rule.id);
      expect(idsOf(exampleObjects(rule, 'fixed'))).not.toContain(rule.id);
    },
  );

  test('has an id and a name of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});
