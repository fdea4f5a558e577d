import type { At } from '../at';
import { rolloutOf } from '../rollout-view';
import type { Report, Rule } from '../rule';
import { templatesOf } from '../templates';
import { invalid, templateKinds } from './words';

/** Templates: whether they exist, nest and merge. */
export const analysisGraphRules: readonly Rule[] = [
  {
    id: 'R27',
    name: 'template-exists',
    holds: 'every AnalysisTemplate that is named exists, nested ones included',
    otherwise: invalid,
    fix: 'create the template, or declare AnalysisTemplate/<name> external',
    on: ['Rollout', ...templateKinds],
    check: (item, references, report) => {
      const lists = item.kind === 'Rollout' ? rolloutOf(item, references).templateLists : [item.root.get('spec', 'templates')];
      for (const list of lists) {
        for (const { at, name, kind, item: found } of templatesOf(references).named(list, item.namespace)) {
          if (!found && !references.exists(kind, item.namespace, name) && !references.exists(kind, '', name))
            report(at, `${kind} ${name || 'without name'}, which does not exist`);
        }
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { blueGreen: { prePromotionAnalysis: { templates: [{ templateName: smoke }] } } } }
        ---
        kind: AnalysisTemplate
      - metadata: { name: smoke-test }
      + metadata: { name: smoke }`,
  },
  {
    id: 'X37',
    name: 'template-graph',
    holds: 'templates nest without a cycle',
    otherwise: 'The controller resolves them for ever.',
    fix: 'remove one of the references',
    on: templateKinds,
    check: (item, references, report) => {
      const templates = templatesOf(references);
      for (const { at, name, item: nested } of templates.named(item.root.get('spec', 'templates'), item.namespace)) {
        if (nested && templates.closure(nested).includes(item)) report(at, `${item.name} → ${name} → ${item.name}`);
      }
    },
    example: `
        kind: AnalysisTemplate
        metadata: { name: a }
        spec: { templates: [{ templateName: b }] }
        ---
        kind: AnalysisTemplate
        metadata: { name: b }
      - spec: { templates: [{ templateName: a }] }
      + spec: { metrics: [{ name: errors }] }`,
  },
  {
    id: 'R29',
    name: 'merge-clean',
    holds: 'the templates of one analysis have different metric names, and agree on the values of their arguments, dry runs and retentions',
    otherwise: invalid,
    fix: 'rename one of them',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const use of rolloutOf(item, references).uses) {
        const used = templatesOf(references)
          .used(use, item.namespace)
          .map(({ root }) => root.get('spec'));
        const names = (places: readonly At[], key: string) => places.map((at) => at.get(key));
        duplicates(
          names(
            used.flatMap((spec) => spec.get('metrics').list()),
            'name',
          ),
          (name) => report(use.get('templates'), `two metrics named ${name}`),
        );
        for (const field of ['dryRun', 'measurementRetention']) {
          const rules = [...used, use].flatMap((spec) => spec.get(field).list());
          duplicates(names(rules, 'metricName'), (name) => report(use.get('templates'), `two ${field} rules for ${name}`));
        }
        const values = new Map<string, string>();
        for (const argument of used.flatMap((spec) => spec.get('args').list()).filter((one) => one.has('value'))) {
          const [name, value] = [argument.get('name').text ?? '', argument.get('value').short];
          if ((values.get(name) ?? value) !== value) report(use.get('templates'), `two values for args.${name}`);
          values.set(name, value);
        }
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { blueGreen: { postPromotionAnalysis: { templates: [{ templateName: a }, { templateName: b }] } } } }
        ---
        kind: AnalysisTemplate
        metadata: { name: a }
        spec: { metrics: [{ name: error-rate }] }
        ---
        kind: AnalysisTemplate
        metadata: { name: b }
      - spec: { metrics: [{ name: error-rate }] }
      + spec: { metrics: [{ name: latency }] }`,
  },
];

function duplicates(names: readonly At[], found: (name: string) => ReturnType<Report>): void {
  const seen = new Set<string>();
  for (const { text } of names) {
    if (text !== undefined && seen.has(text)) found(text);
    if (text !== undefined) seen.add(text);
  }
}
