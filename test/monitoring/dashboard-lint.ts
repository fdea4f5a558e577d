/** Whether Grafana can load a dashboard as it is, and whether it shows what it says. */
import { readQuery } from '../../lib/lint/query-tree';
import { keptLabels } from './kept-labels';
import { shapeOf } from './promql-shape';

export interface DashboardModel {
  readonly uid?: string;
  readonly title?: string;
  readonly id?: unknown;
  readonly version?: unknown;
  readonly schemaVersion?: number;
  readonly templating?: { readonly list?: readonly { readonly type: string; readonly name: string }[] };
  readonly annotations?: { readonly list?: readonly { readonly expr?: string }[] };
  readonly panels?: readonly PanelModel[];
}

export interface PanelModel {
  readonly id?: number;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: { readonly uid?: string };
  readonly targets?: readonly { readonly refId?: string; readonly expr?: string; readonly legendFormat?: string }[];
  readonly fieldConfig?: {
    readonly defaults?: { readonly unit?: string; readonly thresholds?: { readonly steps: readonly { readonly value: number | null }[] } };
  };
}

const known = ['timeseries', 'stat', 'piechart', 'state-timeline', 'table', 'gauge', 'bargauge', 'heatmap', 'text', 'row'];
const dead = [
  'yaxes',
  'yaxis',
  'xaxis',
  'nullPointMode',
  'seriesOverrides',
  'lines',
  'linewidth',
  'fill',
  'points',
  'format',
  'valueName',
  'renderer',
  'aliasColors',
];

/** Every fault, with its place. @param records names that the generated rules record */
export function lintDashboards(dashboards: readonly unknown[], records: ReadonlySet<string>): string[] {
  const models = dashboards as readonly DashboardModel[]; // every field is looked at before it is used
  const uids = models.map(({ uid }) => uid);
  return models.flatMap((model, i) => {
    const name = model.title ?? `dashboard ${i}`;
    const faults = [
      ...head(model),
      ...(model.panels ?? []).flatMap((panel) => panelFaults(panel, records)),
      ...grid(model.panels ?? []),
      ...pies(model.panels ?? []),
    ];
    if (uids.indexOf(model.uid) !== i) faults.push(`uid ${model.uid} is taken`);
    if ('dashboard' in model) faults.push('the envelope of the HTTP API');
    return faults.map((fault) => `${name}: ${fault}`);
  });
}

function head(model: DashboardModel): string[] {
  const variables = model.templating?.list ?? [];
  const ids = (model.panels ?? []).map(({ id }) => id);
  return [
    ...(model.title ? [] : ['no title']),
    ...(/^[A-Za-z0-9_-]{1,40}$/.test(model.uid ?? '') ? [] : [`uid "${model.uid}"`]),
    ...(model.id === undefined && model.version === undefined ? [] : ['id or version']),
    ...((model.schemaVersion ?? 0) >= 36 ? [] : [`schemaVersion ${model.schemaVersion}`]),
    ...(variables.some(({ type }) => type === 'datasource') ? [] : ['no data source variable']),
    ...(new Set(ids).size === ids.length ? [] : ['panel ids are not unique']),
    ...(model.annotations?.list ?? []).flatMap(({ expr }) =>
      expr === undefined || !shapeOf(plain(expr)).wrong ? [] : [`marker: ${expr}`],
    ),
  ];
}

function panelFaults(panel: PanelModel, records: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  if (!panel.id || panel.id < 1) faults.push('no id');
  if (!panel.title) faults.push('no title');
  if (!panel.gridPos) faults.push('no place');
  if (!known.includes(panel.type ?? '')) faults.push(`type ${panel.type}`);
  for (const field of dead) if (field in panel) faults.push(`dead field ${field}`);
  if (panel.type !== 'row') {
    if (!panel.description) faults.push('no description');
    if (!panel.fieldConfig?.defaults?.unit) faults.push('no unit');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
    if (panel.datasource?.uid !== '${datasource}') faults.push('not the chosen data source');
    const refs = panel.targets?.map(({ refId }) => refId) ?? [];
    if (refs.length === 0 || refs.includes(undefined) || new Set(refs).size !== refs.length) faults.push('refIds');
    for (const { expr, legendFormat } of panel.targets ?? []) {
      faults.push(...queryFaults(expr ?? '', panel.type === 'timeseries', records), ...legendFaults(expr ?? '', legendFormat ?? ''));
    }
  }
  return faults.map((fault) => `${panel.title ?? panel.id}: ${fault}`);
}

function queryFaults(expr: string, overTime: boolean, records: ReadonlySet<string>): string[] {
  const { selectors, wrong } = shapeOf(plain(expr));
  const faults = wrong ? [`does not parse: ${expr}`] : [];
  if (overTime && /\[\d+[smhdwy]/.test(expr)) faults.push('a fixed window in a picture over time');
  for (const { metric, inside } of selectors) {
    const counted = inside.some((one) => ['rate', 'increase', 'timestamp'].includes(one));
    if (/_(total|bucket|count|sum)$/.test(metric) && !counted) faults.push(`${metric} is a counter and stands outside of rate`);
    if (metric.includes(':') && !records.has(metric)) faults.push(`nothing records ${metric}`);
  }
  return faults;
}

/** A legend by a label that is not there is empty: sides can then not be told apart. */
function legendFaults(expr: string, legend: string): string[] {
  const query = readQuery(plain(expr));
  const kept = query && keptLabels(query);
  const named = [...legend.matchAll(/\{\{ *(\w+) *\}\}/g)].map(([, label = '']) => label);
  return kept ? named.filter((label) => !kept.includes(label)).map((label) => `the legend names ${label}, which the query drops`) : [];
}

/** A share of the whole shows no side without traffic, and not how it came about. */
function pies(panels: readonly PanelModel[]): string[] {
  const metrics = ({ targets }: PanelModel) =>
    (targets ?? []).flatMap(({ expr }) => shapeOf(plain(expr ?? '')).selectors.map(({ metric }) => metric));
  const overTime = new Set(panels.filter(({ type }) => type === 'timeseries').flatMap(metrics));
  return panels
    .filter((panel) => panel.type === 'piechart' && !metrics(panel).some((metric) => overTime.has(metric)))
    .map(({ title }) => `${title}: a pie without its values over time`);
}

function grid(panels: readonly PanelModel[]): string[] {
  const cells = new Map<string, PanelModel>();
  const faults: string[] = [];
  for (const panel of panels) {
    if (!panel.gridPos) continue;
    const { x, y, w, h } = panel.gridPos;
    if (x + w > 24) faults.push(`${panel.title}: ends at column ${x + w}`);
    for (let column = x; column < x + w; column += 1) {
      for (let line = y; line < y + h; line += 1) {
        const other = cells.get(`${column},${line}`);
        if (other) faults.push(`${panel.title}: lies over ${other.title}`);
        cells.set(`${column},${line}`, panel);
      }
    }
  }
  return [...new Set(faults)];
}

/** Without the variables of Grafana. */
export function plain(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m').replaceAll(/\$\{?\w+\}?/g, 'word');
}
