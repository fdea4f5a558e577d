import type { At } from '../at';
import type { References } from '../references';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { templatesOf } from '../templates';
import { argumentsIn, hasArgument } from '../text';
import type { Item } from '../types';
import { invalid, runError, templateKinds } from './words';

/** Arguments: what templates ask for, and what they are given. */
export const analysisArgumentRules: readonly Rule[] = [
  {
    id: 'R23',
    name: 'field-ref',
    holds: "a fieldPath in metadata is name, namespace, uid, labels['x'] or annotations['x']",
    otherwise: `${invalid} In a background analysis nobody objects, and the argument is empty.`,
    fix: "write metadata.labels['x']",
    on: ['Rollout', ...templateKinds],
    check: (item, references, report) => {
      for (const path of fieldPaths(item, references)) {
        const text = path.text ?? '';
        if (text.startsWith('metadata') && !/^metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])$/.test(text))
          report(path, path.short);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            blueGreen:
              prePromotionAnalysis:
                args:
      -           - { name: app, valueFrom: { fieldRef: { fieldPath: metadata.app } } }
      +           - { name: app, valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } }`,
  },
  {
    id: 'X09',
    name: 'field-ref-scalar',
    holds: 'a fieldPath outside of metadata leads to a scalar in the spec or status of the Rollout',
    otherwise: `${runError} A wrong path is found only when the run is created.`,
    fix: 'name a field of the Rollout that is a text, a number or a boolean',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const path of fieldPaths(item, references)) {
        const [head = '', ...keys] = (path.text ?? '').replaceAll(/\[(\d+)\]/g, '.$1').split('.');
        if (head === 'metadata' || head === 'status') continue;
        const target = head === 'spec' ? item.root.get('spec', ...keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))) : undefined;
        // Fields with a default may be left out: only the controller knows them then.
        const wrong = !target || typeof target.value === 'object' ? true : !target.given && keys.length > 1;
        if (wrong) report(path, `${path.short}, which is no scalar here`);
      }
    },
    example: `
        kind: Rollout
        spec:
          replicas: 3
          strategy:
            canary:
              analysis:
                args:
      -           - { name: pods, valueFrom: { fieldRef: { fieldPath: spec.strategy } } }
      +           - { name: pods, valueFrom: { fieldRef: { fieldPath: spec.replicas } } }`,
  },
  {
    id: 'R28',
    name: 'args-given',
    holds: 'every argument of a template without a value of its own is given',
    otherwise: invalid,
    fix: 'add the argument to args',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const use of rolloutOf(item, references).uses) {
        const given = new Set(
          use
            .get('args')
            .list()
            .map((argument) => argument.get('name').text),
        );
        const missing = new Set<string>();
        for (const template of templatesOf(references).used(use, item.namespace)) {
          for (const argument of template.root.get('spec', 'args').list()) {
            const name = argument.get('name').text ?? '';
            if (!argument.has('value') && !argument.has('valueFrom') && !given.has(name)) missing.add(name);
          }
        }
        for (const name of missing) report(use.get('args'), `no args.${name}`, { fix: `add ${name} to args` });
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            blueGreen:
              postPromotionAnalysis:
                templates: [{ templateName: errors }]
      -         args: []
      +         args: [{ name: app, value: myapp }]
        ---
        kind: AnalysisTemplate
        metadata: { name: errors }
        spec: { args: [{ name: app }] }`,
  },
  {
    id: 'R31',
    name: 'arg-one-source',
    holds: 'an argument has value or valueFrom, not both',
    otherwise: invalid,
    fix: 'keep one of them',
    on: ['Rollout', ...templateKinds],
    check: (item, references, report) => {
      for (const argument of argumentsOf(item, references))
        if (argument.has('value') && argument.has('valueFrom')) report(argument, `both for ${argument.get('name').short}`);
    },
    example: `
        kind: AnalysisTemplate
        spec:
          args:
      -     - { name: token, value: none, valueFrom: { secretKeyRef: { name: judge, key: token } } }
      +     - { name: token, valueFrom: { secretKeyRef: { name: judge, key: token } } }`,
  },
  {
    id: 'X08',
    name: 'arg-has-source',
    holds: 'an argument of a Rollout has value or valueFrom',
    otherwise: 'It becomes the empty text without a word: the query selects everything, or nothing.',
    fix: 'give a value',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const argument of argumentsOf(item, references)) {
        const from = argument.get('valueFrom');
        if (!argument.has('value') && from.keys.filter((key) => key === 'fieldRef' || key === 'podTemplateHashValue').length === 0)
          report(argument, `neither for ${argument.get('name').short}`);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              analysis:
                args:
      -           - { name: app }
      +           - { name: app, value: catalog }`,
  },
  {
    id: 'R32',
    name: 'args-declared',
    holds: 'each {{args.x}} is declared in the args of its template',
    otherwise: invalid,
    fix: 'add it to args',
    on: templateKinds,
    check: (item, references, report) => {
      const texts = textsWithArguments(item.root.get('spec', 'metrics'));
      if (texts.length === 0) return;
      // Nested templates are merged into one run: an argument may be declared by any of them, and by those around.
      const declared = new Set(
        templatesOf(references)
          .closure(item)
          .flatMap(({ root }) =>
            root
              .get('spec', 'args')
              .list()
              .map((argument) => argument.get('name').text),
          ),
      );
      for (const text of texts) {
        for (const name of argumentsIn(text.text ?? ''))
          if (!declared.has(name)) report(text, `args.${name}`, { fix: `add ${name} to args` });
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
      +   args: [{ name: app }]
          metrics:
            - name: errors
              provider: { prometheus: { query: 'sum(rate(errors_total{app="{{args.app}}"}[5m]))' } }`,
  },
];

function argumentsOf(item: Item, references: References): readonly At[] {
  return item.kind === 'Rollout'
    ? rolloutOf(item, references).uses.flatMap((use) => use.get('args').list())
    : item.root.get('spec', 'args').list();
}

function fieldPaths(item: Item, references: References): readonly At[] {
  return argumentsOf(item, references)
    .map((argument) => argument.get('valueFrom', 'fieldRef', 'fieldPath'))
    .filter(({ text }) => text);
}

/** Every text below a place that may name arguments. */
function textsWithArguments(at: At, found: At[] = []): readonly At[] {
  if (hasArgument(at.value)) found.push(at);
  else for (const inner of Array.isArray(at.value) ? at.list() : at.fields()) textsWithArguments(inner, found);
  return found;
}
