import {
  type GridPos,
  MappingType,
  PanelBuilder,
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import { lookOf } from './dashboard-look';
import { type Panel, type Query, source } from './dashboard-model';

/** One panel in its place. Its types are the current ones: Grafana 12 knows no other. */
export function panel(spec: Panel, id: number, place: GridPos): PanelBuilder {
  const { type, options, custom, instant } = lookOf(spec);
  const builder = new PanelBuilder()
    .type(type)
    .id(id)
    .gridPos(place)
    .datasource(source)
    .title(spec.title)
    .description(spec.description)
    .unit(spec.unit)
    .noValue('no data')
    .options(options)
    .custom(custom)
    .thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps(spec.limit)))
    .targets(spec.queries.map((query, i) => ({ build: () => target(query, i, instant) })));
  if (spec.words) builder.mappings([{ type: MappingType.ValueToText, options: spec.words }]);
  for (const [name, colour] of Object.entries(spec.colours ?? {})) {
    builder.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }]);
  }
  return builder;
}

function steps(limit: Panel['limit']): Threshold[] {
  if (!limit) return [{ value: null, color: 'text' }];
  const [under, from] = limit.good === 'below' ? ['green', 'red'] : ['red', 'green'];
  return [
    { value: null, color: under },
    { value: limit.value, color: from },
  ] as Threshold[]; // both colours are there: the pair has two elements
}

function target({ expr, legend }: Query, index: number, instant: boolean): Dataquery {
  return {
    refId: String.fromCharCode('A'.charCodeAt(0) + index),
    expr,
    legendFormat: legend,
    datasource: source,
    instant,
    range: !instant,
    // The SDK marks its query types by a method, which JSON leaves out.
    _implementsDataqueryVariant() {},
  };
}
