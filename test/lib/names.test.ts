import fc from 'fast-check';
import { BlueGreenDeployment, BlueGreenRollout, CanaryDeployment, CanaryRollout, Migration } from '../../lib';
import { dnsLabelProblem } from '../../lib/labels';
import { objectsOf, pinned, problemsOf, world } from './support';

const image = pinned('shop');
const host = 'shop.example.com';
const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/);

test('a name is a DNS label of a bounded length, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ maxLength: 45 })), (text) => {
      const valid = text.length <= 40 && /^[a-z0-9-]+$/.test(text) && /^[a-z]/.test(text) && !text.endsWith('-');
      expect(dnsLabelProblem('id', text, 40) === undefined).toBe(valid);
    }),
  );
});

test('whatever an app is called, the names of its objects are names of Kubernetes and a person can tell them', () => {
  fc.assert(
    fc.property(
      name.filter((id) => id !== 'judge'),
      fc.nat(3),
      (id, strategy) => {
        const { app, production, judge } = world();
        const sides = { stable: { image }, canary: { image } };
        const release = [
          () => new BlueGreenRollout(production, id, { image, host, judgedBy: judge }),
          () => new CanaryRollout(production, id, { image, host, judgedBy: judge }),
          () => new BlueGreenDeployment(production, id, { active: 'blue', blue: { image }, green: { image }, host, mesh: {} }),
          () => new CanaryDeployment(production, id, { host, ...sides }),
        ][strategy]?.();
        if (!release) throw new Error('four strategies');
        expect(problemsOf(app)).toEqual([]);
        for (const object of objectsOf(release)) {
          const [, called = ''] = object.split('/');
          expect(called).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
          expect(called.startsWith(id)).toBe(true);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('the Jobs of a migration have names that fit into the label that their pods carry', () => {
  fc.assert(
    fc.property(name, (id) => {
      const { production } = world();
      const migration = new Migration(production, id === 'judge' ? 'other' : id, { image, backup: { image, claim: 'dumps' } });
      for (const object of objectsOf(migration)) expect((object.split('/')[1] ?? '').length).toBeLessThanOrEqual(63);
    }),
    { numRuns: 25 },
  );
});

test('a name of 41 letters is refused: the run of an analysis would not fit', () => {
  const { app, production, judge } = world();
  new CanaryRollout(production, 'a'.repeat(41), { image, host, judgedBy: judge });
  expect(problemsOf(app)).toEqual([expect.stringContaining('id: a name is 1 to 40 lower-case letters, digits and hyphens')]);
});
