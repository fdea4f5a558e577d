import type { Shape } from '../labels';
import { byForm, type Form } from '../promql';
import { type Binary, partsOf, type Query, type Selector, selectorsOf } from '../query';
import { checkForms, faultsByForm, queriesOf, queryKinds } from '../query-sources';
import { recordedOf } from '../recorded';
import type { References } from '../references';
import type { Fault, Rule } from '../rule';

const counters = ['rate', 'irate', 'increase', 'delta'];
const arithmetic = ['+', '-', '*', '/', '%', '^', 'atan2', '==', '!=', '>', '<', '>=', '<='];

/** Request metrics that every app of a cluster shares: without matchers they count all of them. */
const requestMetrics =
  /^(http_requests_total|http_request_duration_(seconds|milliseconds)(_bucket|_sum|_count)?|istio_requests_total|istio_request_duration_milliseconds(_bucket|_sum|_count)?|nginx_ingress_controller_(requests|request_duration_seconds(_bucket|_sum|_count)?)|grpc_server_handled_total)$/;
const namespaceLabels = [
  'namespace',
  'exported_namespace',
  'kubernetes_namespace',
  'destination_workload_namespace',
  'destination_service_namespace',
  'destination_service',
  'source_workload_namespace',
];
const appLabels = [
  'app',
  'app_kubernetes_io_name',
  'service',
  'job',
  'deployment',
  'workload',
  'ingress',
  'host',
  'pod',
  'container',
  'rollouts_pod_template_hash',
  'destination_app',
  'destination_workload',
  'destination_service',
  'destination_service_name',
  'destination_canonical_service',
];

/** Queries, by their syntax tree. */
export const promqlRules: readonly Rule[] = [
  {
    id: 'Y14',
    name: 'promql-unaggregated',
    holds: 'a query parses, aggregates rates before it divides them, keeps le until the quantile, and gives an analysis one value',
    otherwise: 'A series divided by itself is always 100 %; a quantile without le is empty; an analysis judges an arbitrary pod.',
    fix: 'write sum by (...) (rate(...)) on both sides',
    on: queryKinds,
    check: (item, references, report) => {
      const { shapeOf } = recordedOf(references);
      const faultsOf = faultsByForm(references, aggregationFaults);
      for (const { at, form, use } of queriesOf(item)) {
        if (!form) {
          report(at, 'a query that does not parse', { fix: 'correct the query' });
          continue;
        }
        for (const fault of faultsOf(form)) report(at, fault.came, fault);
        if (use === 'analysis' && givesMany(form.query, shapeOf(form.query)))
          report(at, 'one value per series', { fix: 'aggregate to one value: sum(...)', practice: true });
      }
    },
    example: `
        kind: PrometheusRule
        spec:
          groups:
            - rules:
                - record: app:error_rate
      -           expr: rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m])
      +           expr: sum by (app) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (app) (rate(http_requests_total[5m]))`,
  },
  {
    id: 'Y15',
    name: 'promql-vector-match',
    holds: 'both sides of an operator carry the labels that they are joined on, with values that can be equal',
    otherwise: 'Nothing joins: the result is empty for ever, and an alert never fires.',
    fix: 'aggregate both sides by the same labels, or write ignoring (...)',
    on: queryKinds,
    check: (item, references, report) => {
      const joinsOf = joinsIn(references);
      for (const { at, form, literal } of queriesOf(item)) {
        for (const { pinned, fault } of form ? joinsOf(form) : []) {
          const apart = pinned.find(({ left, right }) => literal(left) !== literal(right));
          if (apart) {
            const { label, left, right } = apart;
            report(at, `${label}="${literal(left)}" joined with ${label}="${literal(right)}"`, { fix: `write ignoring (${label})` });
          } else if (fault) report(at, fault.came, fault);
        }
      }
    },
    example: `
        kind: PrometheusRule
        spec:
          groups:
            - rules:
                - alert: PerformanceDivergence
      -           expr: app:error_rate{version="green"} - app:error_rate{version="blue"} > 3
      +           expr: app:error_rate{version="green"} - ignoring (version) app:error_rate{version="blue"} > 3`,
  },
  {
    id: 'Y16',
    name: 'promql-unscoped',
    practice: true,
    holds: 'a query on request metrics says of which namespace and app, by a matcher or by its grouping',
    otherwise: 'It counts every app of the cluster: a busy neighbour hides the fault, or makes one up.',
    fix: 'add matchers: {namespace="production", app="myapp"}',
    on: queryKinds,
    check: (item, references, report) => checkForms(item, references, report, unscopedIn),
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              provider:
                prometheus:
      -           query: sum(rate(http_requests_total{status=~"5.."}[5m]))
      +           query: sum(rate(http_requests_total{namespace="production", app="myapp", status=~"5.."}[5m]))`,
  },
];

/** Divisions and quantiles that are no use. */
function aggregationFaults({ parts }: Form, references: References): readonly Fault[] {
  const { shapeOf } = recordedOf(references);
  return parts.flatMap((part): Fault[] => {
    if (part.type === 'binary' && part.operator === '/' && isRatioOfSeries(part, shapeOf))
      return [{ came: `a division of single series of ${part.of.map(metricOf).join(' and ')}` }];
    return part.type === 'call' && part.name === 'histogram_quantile' && part.of[1] && lacksBuckets(shapeOf(part.of[1]))
      ? [{ came: 'a quantile without le', fix: 'write sum by (le, ...) (rate(..._bucket[5m]))' }]
      : [];
  });
}

function isRatioOfSeries(part: Binary, shapeOf: (query: Query) => Shape): boolean {
  const raw = part.of.every(
    (side) => shapeOf(side).open && partsOf(side).some((one) => one.type === 'call' && counters.includes(one.name)),
  );
  return raw && metricOf(part.of[0]) === metricOf(part.of[1]);
}

function metricOf(query: Query): string {
  return selectorsOf(query)[0]?.metric ?? 'a metric';
}

function lacksBuckets({ open, scalar, labels }: Shape): boolean {
  return !open && !scalar && !labels.has('le');
}

function givesMany(query: Query, { open, scalar, labels, pinned }: Shape): boolean {
  return !scalar && (open || [...labels].some((label) => !pinned.has(label))) && !isPinned(query);
}

/** A recorded series of one side, or of one app, is one value when it is selected by all that tells its series apart. */
function isPinned(query: Query): boolean {
  return query.type === 'selector' && query.matchers.filter(({ operator }) => operator === '=').length >= 2;
}

/** What must hold for the two sides of an operator to meet. */
interface Join {
  /** Labels that both sides hold at one value, to be joined on. */
  readonly pinned: readonly { readonly label: string; readonly left: string; readonly right: string }[];
  readonly fault: Fault | undefined;
}

/** Joins of a form that may fail. */
function joinsIn(references: References): (form: Form) => readonly Join[] {
  return references.part(joinsIn, () => {
    const { shapeOf } = recordedOf(references);
    return byForm(({ parts }) =>
      parts.flatMap((part) => {
        const join = part.type === 'binary' && arithmetic.includes(part.operator) ? joinOf(part, shapeOf) : undefined;
        return join && (join.fault || join.pinned.length > 0) ? [join] : [];
      }),
    );
  });
}

function joinOf(part: Binary, shapeOf: (query: Query) => Shape): Join | undefined {
  const [left, right] = [shapeOf(part.of[0]), shapeOf(part.of[1])];
  if (left.scalar || right.scalar) return undefined;
  const joins = (label: string) => (part.on ? part.on.includes(label) : !part.ignoring?.includes(label));
  const pinned = [...left.pinned].flatMap(([label, value]) => {
    const other = right.pinned.get(label);
    return other !== undefined && joins(label) ? [{ label, left: value, right: other }] : [];
  });
  if (part.on) {
    const lost = part.on.find((label) => (!left.open && !left.labels.has(label)) || (!right.open && !right.labels.has(label)));
    return { pinned, fault: lost === undefined ? undefined : { came: `a join on ${lost}, which one side does not have` } };
  }
  if (left.open || right.open) return { pinned, fault: undefined };
  const [only] = [...left.labels]
    .filter((label) => !right.labels.has(label))
    .concat([...right.labels].filter((label) => !left.labels.has(label)))
    .filter(joins);
  const fix = 'group both sides alike, or write on (...) group_left';
  return { pinned, fault: only === undefined ? undefined : { came: `${only} on one side only`, fix } };
}

/** Selectors that count more than one app. */
function unscopedIn({ query }: Form): readonly Fault[] {
  return scoped(query, 'all').flatMap(({ selector: { metric, matchers }, grouped }) => {
    if (grouped === 'all') return [];
    const says = (labels: readonly string[]) => labels.some((label) => grouped.has(label) || matchers.some((one) => one.label === label));
    const missing = [...(says(namespaceLabels) ? [] : ['namespace']), ...(says(appLabels) ? [] : ['app'])];
    return missing.length > 0 ? [{ came: `${metric} without ${missing.join(' and ')}` }] : [];
  });
}

interface Scoped {
  readonly selector: Selector;
  /** Labels that tell the results apart; all, when nothing is added up. */
  readonly grouped: ReadonlySet<string> | 'all';
}

/** Selectors of request metrics, each with the labels that the aggregations around it keep. */
function scoped(query: Query, around: Scoped['grouped']): readonly Scoped[] {
  if (query.type === 'selector') return requestMetrics.test(query.metric ?? '') ? [{ selector: query, grouped: around }] : [];
  if (!('of' in query)) return [];
  const own = query.type === 'aggregation' && !query.without ? (query.by ?? []) : undefined;
  const kept = own ? new Set(own.filter((label) => around === 'all' || around.has(label))) : around;
  return query.of.flatMap((part) => scoped(part, kept));
}
