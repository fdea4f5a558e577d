import type { At } from './at';
import { type ParsedQuery, parseQuery } from './promql';
import { lastOf } from './references';
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
  return dashboardsOf(item).flatMap(({ model }) => panelsOf(model).flatMap(panelQueries));
});

/** Queries of one panel. */
export function panelQueries(panel: At): readonly QuerySource[] {
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

export interface DashboardModel {
  /** The model itself: what is inside of the envelope of the API, if there is one. */
  readonly model: At;
  readonly enveloped: boolean;
}

/** Dashboards of an object: itself, or the JSON texts of a ConfigMap. */
export const dashboardsOf = lastOf((item: Item): readonly DashboardModel[] => {
  if (item.kind === 'Dashboard') return [model(item.root)];
  return item.kind === 'ConfigMap' ? item.root.get('data').fields().flatMap(embedded) : [];
});

/** Places inside of an embedded text keep the path of the text: `data["x.json"].panels[0]`. */
function embedded(at: At): readonly DashboardModel[] {
  const text = at.text ?? '';
  if (!String(at.key).endsWith('.json') || !text.includes('"panels"')) return [];
  try {
    const found = model(at.with(JSON.parse(text)));
    return found.model.get('panels').given ? [found] : [];
  } catch {
    return [];
  }
}

function model(at: At): DashboardModel {
  const enveloped = at.get('dashboard').has('panels');
  return { model: enveloped ? at.get('dashboard') : at, enveloped };
}

/** Panels of a dashboard, those in rows included. */
export function panelsOf(dashboard: At): readonly At[] {
  return dashboard
    .get('panels')
    .list()
    .flatMap((panel) => [panel, ...panel.get('panels').list()]);
}
