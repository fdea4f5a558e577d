import {
  AnnotationQueryBuilder,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type Dashboard, type Marker, type Panel, source, uidOf } from './dashboard-model';
import { panel } from './dashboard-panel';

const columns = 24;

/** The classic model of Grafana as JSON, bare: the envelope `{"dashboard": ...}` belongs to its HTTP API. Equal input gives equal text. */
export function dashboardJson(dashboard: Dashboard): string {
  const { namespace, app, kind } = dashboard;
  const builder = new DashboardBuilder(dashboard.title)
    .uid(uidOf(namespace, app, kind))
    .description(dashboard.description)
    .tags(['bluecanary', namespace, ...(app ? [app] : [])])
    .timezone('browser')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-1h', to: 'now' })
    .refresh('30s')
    .variables(variables(dashboard))
    .annotations((dashboard.markers ?? []).map(annotation))
    .links(
      (dashboard.links ?? []).map(({ title, url }) =>
        new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(url).targetBlank(true),
      ),
    );
  let id = 1;
  let y = 0;
  for (const row of dashboard.rows) {
    if (row.title !== undefined) {
      builder.withRow(new RowBuilder(row.title).id(id++).gridPos({ x: 0, y, w: columns, h: 1 }));
      y += 1;
    }
    for (const line of lines(row.panels)) {
      let x = 0;
      for (const one of line) {
        builder.withPanel(panel(one, id++, { x, y, w: one.width, h: one.height }));
        x += one.width;
      }
      y += Math.max(...line.map(({ height }) => height));
    }
  }
  return `${JSON.stringify(builder.build(), undefined, 2)}\n`;
}

function variables({ namespace, app, choose }: Dashboard) {
  const choice = (name: string, query: string, current: string | undefined) => {
    const variable = new QueryVariableBuilder(name)
      .datasource(source)
      .query(query)
      .definition(query)
      .refresh(VariableRefresh.OnTimeRangeChanged);
    return current === undefined ? variable : variable.current({ text: current, value: current }).regex(`/^${current}$/`);
  };
  return [
    new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus').current({ text: 'default', value: 'default' }),
    choice('namespace', `label_values(${choose}, namespace)`, namespace).label('Namespace'),
    choice('app', `label_values(${choose}{namespace="$namespace"}, app)`, app).label('App'),
  ];
}

function annotation({ name, expr, title, colour, valueIsTime }: Marker): AnnotationQueryBuilder {
  return new AnnotationQueryBuilder()
    .name(name)
    .datasource(source)
    .enable(true)
    .iconColor(colour)
    .expr(expr)
    .titleFormat(title)
    .useValueForTime(valueIsTime ?? false);
}

function lines(panels: readonly Panel[]): Panel[][] {
  const all: Panel[][] = [];
  let used = columns;
  for (const one of panels) {
    if (used + one.width > columns) {
      all.push([]);
      used = 0;
    }
    all.at(-1)?.push(one);
    used += one.width;
  }
  return all;
}
