import type { At } from './at';
import { dashboardsOf } from './dashboards';
import { byForm, type Form, type ParsedQuery, parseQuery } from './promql';
import { lastOf, type References } from './references';
import type { Fault, Report } from './rule';
import { metricsOf } from './templates';
import type { Item } from './types';

/** A query in a manifest. */
export interface QuerySource extends ParsedQuery {
  readonly at: At;
  readonly use: 'record' | 'alert' | 'analysis' | 'panel';
}

/** Kinds that carry queries. */
export const queryKinds = ['PrometheusRule', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'Dashboard', 'ConfigMap'] as const;

/** Queries of an object, parsed once. */
export const queriesOf = lastOf((item: Item): readonly QuerySource[] => {
  if (item.kind === 'PrometheusRule') return rulesOf(item).map((rule) => source(rule.get('expr'), rule.has('record') ? 'record' : 'alert'));
  if (item.kind === 'AnalysisTemplate' || item.kind === 'ClusterAnalysisTemplate') {
    return metricsOf(item).flatMap((metric) => given(metric.get('provider', 'prometheus', 'query'), 'analysis'));
  }
  return panelsOf(item).flatMap(({ queries }) => queries);
});

export interface Panel {
  readonly at: At;
  readonly queries: readonly QuerySource[];
}

/** Panels of the dashboards of an object. */
export const panelsOf = lastOf((item: Item): readonly Panel[] =>
  dashboardsOf(item).flatMap(({ panels }) => panels.map((at) => ({ at, queries: panelQueries(at) }))),
);

function panelQueries(panel: At): readonly QuerySource[] {
  return panel
    .get('targets')
    .list()
    .flatMap((target) => given(target.get('expr'), 'panel'));
}

function given(at: At, use: QuerySource['use']): readonly QuerySource[] {
  return at.text ? [source(at, use)] : [];
}

function source(at: At, use: QuerySource['use']): QuerySource {
  return { at, use, ...parseQuery(at.text ?? '') };
}

/** Rules of a PrometheusRule, group by group. */
export function rulesOf(item: Item): readonly At[] {
  return item.root
    .get('spec', 'groups')
    .list()
    .flatMap((group) => group.get('rules').list());
}

/** Reports what is wrong with the form of a query, whatever its matchers say. */
export function checkForms(item: Item, references: References, report: Report, faultsIn: FaultsIn): void {
  const faultsOf = faultsByForm(references, faultsIn);
  for (const { at, form } of queriesOf(item)) {
    const faults = form ? faultsOf(form) : none;
    if (faults.length > 0) for (const fault of faults) report(at, fault.came, fault);
  }
}

/** Faults of a form, worked out once for all queries of that form. */
export function faultsByForm(references: References, faultsIn: FaultsIn): (form: Form) => readonly Fault[] {
  return references.part(faultsIn, () => byForm((form) => faultsIn(form, references)));
}

type FaultsIn = (form: Form, references: References) => readonly Fault[];

const none: readonly Fault[] = [];
