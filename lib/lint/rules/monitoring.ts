import { dashboardsOf } from '../dashboards';
import { type ProducedLabels, producedLabels } from '../produced';
import { byForm, type Form } from '../promql';
import { type Query, type Selector, selectorsOf } from '../query';
import { checkForms, panelsOf, queriesOf, queryKinds } from '../query-sources';
import { recordedOf, type Unit } from '../recorded';
import type { References } from '../references';
import type { Fault, Rule } from '../rule';
import { regex } from '../text';

/** Labels that only relabeling can put on a series: no app knows its own. */
const relabeledOnly = new Set(['rollouts_pod_template_hash', 'pod_template_hash']);
const comparisons = new Set(['>', '<', '>=', '<=', '==', '!=']);

/** Labels and units of queries, and dashboards. */
export const monitoringRules: readonly Rule[] = [
  {
    id: 'Y17',
    name: 'label-unproduced',
    holds: 'a label that is matched has a producer: a label of the pods with that value, or a relabeling',
    otherwise: 'The query selects nothing, and nothing is wrong with nothing.',
    fix: 'match a value that the pods carry, or relabel the target',
    on: queryKinds,
    check: (item, references, report) => {
      const produced = producedLabels(references);
      for (const { at, form, literal } of queriesOf(item)) {
        for (const selector of form ? checkedIn(form) : [])
          checkLabels(selector, produced, literal, (came, fix) => report(at, came, { fix }));
      }
    },
    example: `
        kind: PrometheusRule
        spec:
          groups:
            - rules:
      -         - { record: canary:requests, expr: 'sum(rate(http_requests_total{app="catalog", namespace="production", track="cannary"}[5m]))' }
      +         - { record: canary:requests, expr: 'sum(rate(http_requests_total{app="catalog", namespace="production", track="canary"}[5m]))' }
        ---
        kind: Deployment
        metadata: { namespace: production }
        spec: { template: { metadata: { labels: { app: catalog, track: canary } } } }`,
  },
  {
    id: 'Y21',
    name: 'unit-mismatch',
    holds: 'a limit and the unit of a panel fit the recorded series: percent, ratio, seconds or milliseconds',
    otherwise: 'The alert fires always, or never.',
    fix: 'write the limit in the unit of the recorded series',
    on: queryKinds,
    check: (item, references, report) => {
      const recorded = recordedOf(references);
      checkForms(item, references, report, implausibleLimits);
      for (const { at: panel, queries } of panelsOf(item)) {
        const declared = panel.get('fieldConfig', 'defaults', 'unit');
        if (!panelUnits.has(declared.text ?? '')) continue;
        for (const { form } of queries) {
          const unit = form && unitOf(form.query, (metric) => recorded.unit(metric));
          const expected = unit && grafanaUnits[unit];
          if (expected && declared.text !== expected)
            report(declared, `${declared.text} for a series in ${unit}`, { fix: `write ${expected}` });
        }
      }
    },
    example: `
        kind: PrometheusRule
        spec:
          groups:
            - rules:
                - { record: app:error_rate, expr: '100 * sum(rate(errors_total[5m])) / sum(rate(all_total[5m]))' }
      -         - { alert: HighErrorRate, expr: 'app:error_rate > 0.05' }
      +         - { alert: HighErrorRate, expr: 'app:error_rate > 5' }`,
  },
  {
    id: 'Y22',
    name: 'legacy-panel',
    holds: 'panels are of current types: timeseries, stat and piechart, not graph, singlestat and yaxes',
    otherwise: 'Grafana 12 does not show them, or rewrites them at load, and the file no longer says what is shown.',
    fix: 'use timeseries or stat, with fieldConfig',
    on: ['Dashboard', 'ConfigMap'],
    check: (item, _, report) => {
      for (const { at: panel } of panelsOf(item)) {
        const type = panel.get('type');
        if (['graph', 'singlestat', 'table-old', 'grafana-piechart-panel'].includes(type.text ?? '')) report(type, type.short);
        if (panel.has('yaxes')) report(panel.get('yaxes'), 'yaxes', { fix: 'write fieldConfig.defaults.unit' });
      }
    },
    example: `
        panels:
      -   - { type: graph, title: Errors, yaxes: [{ format: percent }] }
      +   - { type: timeseries, title: Errors, fieldConfig: { defaults: { unit: percent } } }
        uid: releases
        title: Releases
        schemaVersion: 39`,
  },
  {
    id: 'Y23',
    name: 'api-envelope-dashboard',
    holds: 'a provisioned dashboard is the bare model with title, uid and schemaVersion',
    otherwise: 'Grafana refuses it: "title cannot be empty"; without uid every load makes another dashboard.',
    fix: 'unwrap "dashboard", and give title, uid and schemaVersion',
    on: ['Dashboard', 'ConfigMap'],
    check: (item, _, report) => {
      for (const { model, enveloped } of dashboardsOf(item)) {
        if (enveloped) report(model, 'the envelope of the API', { fix: 'unwrap "dashboard"' });
        else
          for (const field of ['title', 'uid', 'schemaVersion'])
            if (!model.has(field)) report(model.get(field), 'nothing', { fix: `give ${field}` });
      }
    },
    example: `
      - dashboard: { title: Releases, uid: releases, schemaVersion: 39, panels: [] }
      + { title: Releases, uid: releases, schemaVersion: 39, panels: [] }`,
  },
];

/** Selectors of a form whose labels can be checked: they name their app, or match what only relabeling makes. */
const checkedIn = byForm(({ query }) =>
  selectorsOf(query).filter(({ matchers }) =>
    matchers.some(({ label, operator }) => (label === 'app' && operator === '=') || relabeledOnly.has(label)),
  ),
);

function checkLabels(
  { matchers, metric }: Selector,
  produced: ProducedLabels,
  literal: (value: string) => string,
  report: (came: string, fix: string) => void,
): void {
  const equal = (label: string) => {
    const value = matchers.find((one) => one.label === label && one.operator === '=')?.value;
    return value === undefined ? undefined : literal(value);
  };
  const [app, namespace] = [equal('app'), equal('namespace')];
  for (const { label, operator, value } of matchers) {
    if (relabeledOnly.has(label) && produced.relabeled && !produced.relabeled.has(label)) {
      report(`${label} of ${metric}, which no monitor relabels`, `add a relabeling with targetLabel: ${label}`);
    }
    const text = literal(value);
    if (app === undefined || label === 'app' || (operator !== '=' && operator !== '=~') || placeholder.test(text)) continue;
    const values = produced.values(namespace, app, label);
    const pattern = operator === '=~' && values ? regex(`^(?:${text})$`) : undefined;
    if (!values || (operator === '=~' && !pattern)) continue;
    const found = pattern ? [...values].some((one) => pattern.test(one)) : values.has(text);
    if (!found) report(`${label}${operator}"${text}"`, `match one of ${[...values].join(', ')}`);
  }
}

/** Placeholders of templates stand for values that are not known here. */
const placeholder = /[$<{]/;

const grafanaUnits: Readonly<Record<Unit, string>> = { percent: 'percent', ratio: 'percentunit', seconds: 's', milliseconds: 'ms' };
const panelUnits = new Set(Object.values(grafanaUnits));

/** Unit of an expression that is a recorded series, or arithmetic on one. */
function unitOf(query: Query, unit: (metric: string) => Unit | undefined): Unit | undefined {
  if (query.type === 'selector') return query.metric === undefined ? undefined : unit(query.metric);
  if (query.type === 'aggregation') return unitOf(query.of.at(-1) ?? query, unit);
  if (query.type === 'call' && (query.name === 'abs' || query.name === 'round')) return query.of[0] && unitOf(query.of[0], unit);
  // A difference has the unit of its sides; a factor changes it.
  return query.type === 'binary' && (query.operator === '-' || query.operator === '+') ? unitOf(query.of[0], unit) : undefined;
}

/** Limits that do not fit the unit of their series. */
function implausibleLimits({ parts }: Form, references: References): readonly Fault[] {
  const recorded = recordedOf(references);
  return parts.flatMap((part) => {
    if (part.type !== 'binary' || !comparisons.has(part.operator)) return [];
    const [left, right] = part.of;
    const unit = unitOf(left, (metric) => recorded.unit(metric));
    return right.type === 'number' && unit && !plausible(Number(right.value), unit)
      ? [{ came: `${right.value} against a series in ${unit}` }]
      : [];
  });
}

/** A limit of 0.05 is no percentage that anybody means, and one of 5 no ratio; p99 limits lie between 1 ms and 100 s. */
function plausible(limit: number, unit: Unit): boolean {
  if (limit === 0) return true;
  if (unit === 'percent') return limit >= 0.1;
  if (unit === 'ratio') return limit <= 1;
  return unit === 'seconds' ? limit < 100 : limit >= 1;
}
