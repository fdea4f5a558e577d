import type { At } from './at';
import { parseQuery, type Query } from './promql';
import type { References } from './references';
import { metricsOf } from './templates';
import type { Item } from './types';

/** A query in a manifest. */
export interface QuerySource {
  readonly at: At;
  /** undefined when it does not parse. */
  readonly query: Query | undefined;
  readonly use: 'record' | 'alert' | 'analysis' | 'panel';
}

/** Kinds that carry queries. */
export const queryKinds = ['PrometheusRule', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'Dashboard', 'ConfigMap'] as const;

/** Queries of an object, parsed once. */
export function queriesOf(item: Item, references: References): readonly QuerySource[] {
  const all = references.part(queriesOf, () => new Map<Item, readonly QuerySource[]>());
  const known = all.get(item) ?? find(item, references);
  all.set(item, known);
  return known;
}

function find(item: Item, references: References): readonly QuerySource[] {
  if (item.kind === 'PrometheusRule') return rulesOf(item).map((rule) => source(rule.get('expr'), rule.has('record') ? 'record' : 'alert'));
  if (item.kind === 'AnalysisTemplate' || item.kind === 'ClusterAnalysisTemplate') {
    return metricsOf(item)
      .map((metric) => metric.get('provider', 'prometheus', 'query'))
      .filter(({ text }) => text)
      .map((at) => source(at, 'analysis'));
  }
  return dashboardsOf(item, references).flatMap(({ model }) =>
    panelsOf(model)
      .flatMap((panel) =>
        panel
          .get('targets')
          .list()
          .map((target) => target.get('expr')),
      )
      .filter(({ text }) => text)
      .map((at) => source(at, 'panel')),
  );
}

function source(at: At, use: QuerySource['use']): QuerySource {
  return { at, query: parseQuery(at.text ?? ''), use };
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
export function dashboardsOf(item: Item, references: References): readonly DashboardModel[] {
  if (item.kind !== 'Dashboard' && item.kind !== 'ConfigMap') return [];
  const all = references.part(dashboardsOf, () => new Map<Item, readonly DashboardModel[]>());
  const known = all.get(item) ?? (item.kind === 'Dashboard' ? [model(item.root)] : item.root.get('data').fields().flatMap(embedded));
  all.set(item, known);
  return known;
}

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
