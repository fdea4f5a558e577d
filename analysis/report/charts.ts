import * as Plot from '@observablehq/plot';
import type { MetricDetail } from '../contract/record';
import { quantity, times } from './format';
import type { Html } from './html';
import type { MetricPath, MetricSection } from './model';
import { colours, figure, sizes, timeAxis } from './plot';

/** The metric itself, window by window, on both sides. */
export function valuesChart({ title, unit, values, limits }: MetricSection): Html {
  const tickFormat = (value: number) => quantity(value, unit);
  const highest = Math.max(...values.flatMap(({ canary, stable }) => [canary ?? 0, stable ?? 0]), 0);
  // A limit far above everything measured would flatten the picture.
  const near = limits.filter((limit) => limit <= highest * 4 || highest === 0);
  return figure(
    `${title} per window`,
    limits.length === 0
      ? 'A gap is a window without requests, or without a count of them.'
      : `A gap is a window without requests, or without a count of them. Limit: ${limits.map(tickFormat).join(', ')}.`,
    [
      { name: 'canary', kind: 'canary' },
      { name: 'stable', kind: 'stable' },
      ...(near.length > 0 ? [{ name: 'limit', kind: 'limit' } as const] : []),
    ],
    {
      ...sizes.wide,
      x: timeAxis,
      y: { label: null, grid: true, tickFormat, ticks: 5, zero: true, nice: true },
      marks: [
        Plot.ruleY([0], { stroke: colours.quiet }),
        Plot.ruleY(near, { stroke: colours.limit, strokeDasharray: '6 4', strokeWidth: 1.5 }),
        ...(['stable', 'canary'] as const).flatMap((side) => [
          Plot.line(values, { x: 'at', y: side, stroke: colours[side], strokeWidth: 2, curve: 'monotone-x' }),
          ...(values.length > 60 ? [] : [Plot.dot(values, { x: 'at', y: side, fill: colours[side], r: 2.5 })]),
        ]),
      ],
    },
  );
}

/** Where the ratio lies, as more is known: the band holds at every look. */
export function ratioChart({ points: path }: MetricPath, meaning: string): Html {
  const known = path.flatMap(({ ratio, interval }) =>
    [ratio, ...interval].flatMap((value) => (value === null || value <= 0 ? [] : [value])),
  );
  const [least, most] = [Math.max(0.01, Math.min(0.3, ...known)), Math.min(1_000, Math.max(3, ...known))];
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const points = path.map(({ at, ratio, interval: [low, high] }) => ({
    at,
    ratio: ratio === null ? null : within(ratio),
    low: within(low ?? least),
    high: within(high ?? most),
  }));
  return figure(
    'Ratio and its confidence sequence',
    `${meaning} × 1 is no difference. The band covers the true ratio at all looks together.`,
    [
      { name: 'estimate', kind: 'canary' },
      { name: 'confidence sequence', kind: 'band' },
    ],
    {
      ...sizes.half,
      x: timeAxis,
      y: {
        label: null,
        type: 'log',
        domain: [least, most],
        grid: true,
        ticks: ratioTicks.filter((tick) => tick >= least && tick <= most),
        tickFormat: times,
      },
      marks: [
        Plot.areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: colours.canary, fillOpacity: 0.2, curve: 'step' }),
        Plot.ruleY([1], { stroke: colours.text, strokeOpacity: 0.7 }),
        Plot.line(points, { x: 'at', y: 'ratio', stroke: colours.canary, strokeWidth: 2 }),
      ],
    },
  );
}

const ratioTicks = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000];

/** How much speaks against the canary, as a share of what makes it fail. */
export function evidenceChart(paths: readonly MetricPath[], details: readonly MetricDetail[]): Html {
  const [least, most] = [-1, 2];
  const limits = new Set(details.filter(({ kind }) => kind === 'limit').map(({ name }) => name));
  const points = paths.flatMap(({ name, points: path }) =>
    path.flatMap(({ at, evidence, bound }) =>
      evidence === null || bound === null ? [] : [{ name, at, share: Math.min(most, Math.max(least, evidence / bound)) }],
    ),
  );
  const line = (chosen: typeof points, strokeDasharray?: string) =>
    Plot.line(chosen, {
      x: 'at',
      y: 'share',
      z: 'name',
      stroke: colours.text,
      strokeWidth: 2,
      ...(strokeDasharray && { strokeDasharray }),
    });
  return figure(
    'Evidence against its bound',
    'At 100 % the canary fails, whenever that is reached. Below 0 the data speak for it. Cut at -100 and 200 %.',
    [
      { name: 'comparison', kind: 'plain' },
      { name: 'limit', kind: 'dotted' },
      { name: 'fails', kind: 'limit' },
    ],
    {
      ...sizes.half,
      x: timeAxis,
      y: { label: null, grid: true, ticks: 6, domain: [least, most], tickFormat: (value: number) => `${Math.round(value * 100)} %` },
      marks: [
        Plot.ruleY([0], { stroke: colours.quiet }),
        Plot.ruleY([1], { stroke: colours.limit, strokeDasharray: '6 4', strokeWidth: 2 }),
        line(points.filter(({ name }) => !limits.has(name))),
        line(
          points.filter(({ name }) => limits.has(name)),
          '2 3',
        ),
      ],
    },
  );
}

/** The whole distribution of latency: buckets are known, what lies between them is not. */
export function distributionChart({ distribution }: MetricSection): Html {
  const rows = distribution.filter(({ canary, stable }) => canary !== null || stable !== null);
  return figure(
    'Requests slower than each bound',
    'Over the whole release, at the bounds of the histogram: a lower line is faster.',
    [
      { name: 'canary', kind: 'canary' },
      { name: 'stable', kind: 'stable' },
    ],
    {
      ...sizes.wide,
      x: { type: 'point', label: null, tickFormat: (value: number) => quantity(value, 'seconds'), domain: rows.map(({ le }) => le) },
      y: { label: null, grid: true, ticks: 5, domain: [0, 1], tickFormat: (value: number) => `${Math.round(value * 100)} %` },
      marks: (['stable', 'canary'] as const).flatMap((side) => [
        Plot.line(rows, {
          x: 'le',
          y: side,
          stroke: colours[side],
          ...(side === 'stable' ? { strokeWidth: 6, strokeOpacity: 0.45 } : { strokeWidth: 2 }),
        }),
        Plot.dot(rows, { x: 'le', y: side, fill: colours[side], r: side === 'stable' ? 5 : 3 }),
      ]),
    },
  );
}
