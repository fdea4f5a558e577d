import { lint } from '../../lib/lint/lint';
import { rules } from '../../lib/lint/rules';
import { base } from './base';
import { releaseMutants } from './mutants';
import { aroundMutants } from './mutants-around';
import { withValue } from './place';
import { everything, variants } from './variants';

const mutants = [...releaseMutants, ...aroundMutants];

test('healthy releases of every kind have no finding', () => {
  expect(lint(base).findings).toEqual([]);
  expect(lint(everything).findings).toEqual([]);
});

test.each(variants)('healthy: %s', (_, objects) => {
  expect(lint([...base, ...objects]).findings).toEqual([]);
});

test.each(mutants.map((mutant) => [`${mutant.rule} ${mutant.object} ${mutant.path}`, mutant] as const))(
  'one fault is caught by its rule at its place: %s',
  (_, mutant) => {
    const { findings } = lint(withValue(everything, mutant.object, mutant.path, mutant.value));
    const caught = findings.map(
      ({ rule, object, path }) => `${rule} ${object.replace(' production/', ' ').replace(' argocd/', ' ')} ${path}`,
    );
    expect(caught).toContain(`${mutant.rule} ${mutant.at ?? mutant.object} ${mutant.found ?? mutant.path}`);
  },
);

test.each([
  ['argo-rollouts', []],
  ['controllers', ['X42 AnalysisTemplate production/judge']],
])('the controller is looked for where it is among the objects: %s', (namespace, expected) => {
  const labels = { 'app.kubernetes.io/name': 'argo-rollouts', 'app.kubernetes.io/component': 'rollouts-controller' };
  const controller = { manifest: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'argo-rollouts', namespace, labels } } };
  const found = lint([...base, controller]).findings.map(({ rule, object }) => `${rule} ${object}`);
  expect(found.filter((one) => one.startsWith('X42'))).toEqual(expected);
});

test('there are at least 120 mutants, and one for every rule', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(120);
  const covered = new Set(mutants.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
