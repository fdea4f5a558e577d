import type * as pie from '@grafana/grafana-foundation-sdk/piechart';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as states from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import type { Panel } from './dashboard-model';

/** A type of the SDK with its enums written as the texts that they stand for: loading the SDK's panels would cost more than the whole synth of an app. */
type Plain<T> = T extends string
  ? `${T}`
  : T extends (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [key in keyof T]: Plain<T[key]> }
      : T;

interface Look {
  /** Panel plugin. */
  readonly type: string;
  readonly options: object;
  /** Options of every field. */
  readonly custom: object;
  /** One value per series, as of now, instead of a course. */
  readonly instant: boolean;
}

/** How a kind of panel looks, checked against the SDK's types of its plugin. */
export function lookOf({ kind, limit }: Pick<Panel, 'kind' | 'limit'>): Look {
  switch (kind) {
    case 'timeseries':
    case 'stacked':
    case 'share': {
      const custom: Plain<timeseries.FieldConfig> = {
        drawStyle: 'line',
        lineWidth: kind === 'timeseries' ? 2 : 1,
        fillOpacity: kind === 'timeseries' ? 0 : 40,
        showPoints: 'never',
        spanNulls: false,
        axisSoftMin: 0,
        stacking: { mode: kind === 'stacked' ? 'normal' : kind === 'share' ? 'percent' : 'none', group: 'A' },
        thresholdsStyle: { mode: limit ? 'dashed' : 'off' },
      };
      const options: Plain<timeseries.Options> = { legend: legend('bottom'), tooltip: { mode: 'multi', sort: 'desc' } };
      return { type: 'timeseries', options, custom, instant: false };
    }
    case 'pie': {
      const options: Plain<pie.Options> = {
        pieType: 'donut',
        displayLabels: ['name', 'percent'],
        tooltip: { mode: 'multi', sort: 'desc' },
        reduceOptions: last,
        legend: { ...legend('right'), values: ['value', 'percent'] },
        orientation: 'auto',
      };
      return { type: 'piechart', options, custom: {}, instant: true };
    }
    case 'stat':
    case 'name': {
      const options: Plain<stat.Options> = {
        graphMode: 'none',
        colorMode: limit || kind === 'name' ? 'background' : 'value',
        justifyMode: 'center',
        textMode: kind === 'name' ? 'name' : 'auto',
        wideLayout: true,
        showPercentChange: false,
        percentChangeColorMode: 'standard',
        reduceOptions: last,
        orientation: 'auto',
      };
      return { type: 'stat', options, custom: {}, instant: true };
    }
    case 'states': {
      const options: Plain<states.Options> = {
        showValue: 'auto',
        rowHeight: 0.9,
        mergeValues: true,
        alignValue: 'left',
        legend: legend('bottom'),
        tooltip: { mode: 'single', sort: 'none' },
      };
      const custom: Plain<states.FieldConfig> = { fillOpacity: 70, lineWidth: 0 };
      return { type: 'state-timeline', options, custom, instant: false };
    }
  }
}

/** The SDK's own default reduces to nothing. */
const last = { calcs: ['lastNotNull'], fields: '', values: false };

function legend(placement: 'bottom' | 'right'): Plain<timeseries.Options>['legend'] {
  return { displayMode: 'list', placement, showLegend: true, calcs: [] };
}
