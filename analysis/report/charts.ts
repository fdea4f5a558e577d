import * as Plot from '@observablehq/plot';
import { quantity } from './format';
import type { Html } from './html';
import type { MetricPath, MetricSection } from './model';
import { colours, figure, timeAxis } from './plot';

/** The metric itself, window by window, on both sides. */
export function valuesChart({ title, unit, values, limits }: MetricSection): Html {
  const tickFormat = (value: number) => quantity(value, unit);
  const highest = Math.max(...values.flatMap(({ canary, stable }) => [canary ?? 0, stable ?? 0]), 0);
  // A limit far above everything measured would flatten the picture.
  const near = limits.filter((limit) => limit <= highest * 4 || highest === 0);
  return figure(
    `${title} per window`,
    limits.length === 0
      ? 'A gap is a window without requests.'
      : `A gap is a window without requests. Limit: ${limits.map(tickFormat).join(', ')}.`,
    [
      { name: 'canary', kind: 'canary' },
      { name: 'stable', kind: 'stable' },
      ...(near.length > 0 ? [{ name: 'limit', kind: 'limit' } as const] : []),
    ],
    {
      x: timeAxis,
      y: { label: null, grid: true, tickFormat, ticks: 5, zero: true, nice: true },
      marks: [
        Plot.ruleY([0], { stroke: colours.quiet }),
        Plot.ruleY(near, { stroke: colours.limit, strokeDasharray: '6 4', strokeWidth: 1.5 }),
        ...(['stable', 'canary'] as const).flatMap((side) => [
          Plot.line(values, { x: 'at', y: side, stroke: colours[side], strokeWidth: 2, curve: 'monotone-x' }),
          Plot.dot(values, { x: 'at', y: side, fill: colours[side], r: values.length > 60 ? 0 : 2.5 }),
        ]),
      ],
    },
  );
}

/** Where the ratio lies, as more is known: the band holds at every look. */
export function ratioChart(path: MetricPath, meaning: string): Html {
  const [least, most] = [0.1, 10];
  const within = (value: number | null, otherwise: number) => Math.min(most, Math.max(least, value ?? otherwise));
  const points = path.points.map(({ at, ratio, interval: [low, high] }) => ({
    at,
    ratio: ratio === null ? null : within(ratio, 1),
    low: within(low, least),
    high: within(high, most),
  }));
  return figure(
    'Ratio and its confidence sequence',
    `${meaning} 1 is no difference. The band covers the true ratio at all looks together; it is cut at 0.1 and 10.`,
    [
      { name: 'estimate', kind: 'canary' },
      { name: 'confidence sequence', kind: 'band' },
    ],
    {
      x: timeAxis,
      y: { label: null, type: 'log', domain: [least, most], grid: true, ticks: 5, tickFormat: (value: number) => `× ${value}` },
      marks: [
        Plot.areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: colours.canary, fillOpacity: 0.18, curve: 'step-after' }),
        Plot.ruleY([1], { stroke: colours.text, strokeOpacity: 0.6 }),
        Plot.line(points, { x: 'at', y: 'ratio', stroke: colours.canary, strokeWidth: 2 }),
      ],
    },
  );
}

/** How much speaks against the canary, as a share of what makes it fail. */
export function evidenceChart(paths: readonly MetricPath[]): Html {
  const points = paths.flatMap(({ name, points: path }) =>
    path.flatMap(({ at, evidence, bound }) =>
      evidence === null || bound === null ? [] : [{ name, at, share: Math.max(-0.5, evidence / bound) }],
    ),
  );
  const top = Math.max(1.15, ...points.map(({ share }) => share));
  const names = paths.flatMap(({ name }) => points.filter((point) => point.name === name).slice(-1));
  return figure(
    'Evidence against its bound',
    'At 100 % the canary fails, and does so whenever that is reached. Below 0 the data speak for the canary; cut at -50 %.',
    [{ name: 'fails', kind: 'limit' }],
    {
      x: timeAxis,
      y: { label: null, grid: true, ticks: 5, domain: [-0.5, top], tickFormat: (value: number) => `${Math.round(value * 100)} %` },
      marginRight: 150,
      marks: [
        Plot.ruleY([0], { stroke: colours.quiet }),
        Plot.ruleY([1], { stroke: colours.limit, strokeDasharray: '6 4', strokeWidth: 1.5 }),
        Plot.line(points, { x: 'at', y: 'share', z: 'name', stroke: colours.text, strokeWidth: 1.75 }),
        Plot.text(apart(names, (top + 0.5) * 0.08), { x: 'at', y: 'share', text: 'name', textAnchor: 'start', dx: 6, fill: colours.text }),
      ],
    },
  );
}

/** Labels from the lowest up, each at least `gap` above the one before. */
function apart<Label extends { readonly share: number }>(labels: readonly Label[], gap: number): Label[] {
  const placed: Label[] = [];
  for (const label of [...labels].sort((a, b) => a.share - b.share)) {
    const below = placed.at(-1);
    placed.push({ ...label, share: below === undefined ? label.share : Math.max(label.share, below.share + gap) });
  }
  return placed;
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
      x: { type: 'point', label: null, tickFormat: (value: number) => quantity(value, 'seconds'), domain: rows.map(({ le }) => le) },
      y: { label: null, grid: true, ticks: 5, domain: [0, 1], tickFormat: (value: number) => `${Math.round(value * 100)} %` },
      marks: (['stable', 'canary'] as const).flatMap((side) => [
        Plot.line(rows, { x: 'le', y: side, stroke: colours[side], strokeWidth: 2 }),
        Plot.dot(rows, { x: 'le', y: side, fill: colours[side], r: 3 }),
      ]),
    },
  );
}
