/** Lines and areas over time, with the limit, the markers and a legend. */
import { colourOf, escaped, type Frame, type Named, overrideOf, type PanelModel, palette, shown } from './picture-words';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
}

const legendLine = 15;

export function chart(panel: PanelModel, lines: readonly Named[], { width, height, frame }: Size): string {
  const defaults = panel.fieldConfig?.defaults;
  const mode = defaults?.custom?.stacking?.mode ?? 'none';
  const stacked = mode === 'none' ? lines : stack(lines, mode === 'percent');
  const limit = mode === 'none' ? defaults?.thresholds.steps.find(({ value }) => value !== null)?.value : undefined;
  const values = stacked.flatMap(({ points }) => points.map(([, value]) => value)).filter(Number.isFinite);
  const top = mode === 'percent' ? 1 : Math.max(...values, limit ?? 0) * 1.1 || 1;
  const columns = Math.max(1, Math.floor((width - 20) / 125));
  const legendHeight = Math.ceil(lines.length / columns) * legendLine;
  const box = { left: 66, right: width - 12, top: 34, bottom: height - 28 - legendHeight };
  const px = (time: number) => box.left + ((time - frame.from) / (frame.to - frame.from)) * (box.right - box.left);
  const py = (value: number) => box.bottom - (value / top) * (box.bottom - box.top);
  const unit = mode === 'percent' ? 'percentunit' : defaults?.unit;
  const colour = (i: number) => {
    const own = overrideOf(panel, lines[i]?.name ?? '');
    return own ? colourOf(own) : (palette[i % palette.length] ?? '');
  };
  const axis = [0, 0.5, 1].map((share) => {
    const y = py(top * share);
    return `<line x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}" stroke="#2c3235"/><text x="${box.left - 6}" y="${y + 4}" font-size="11" text-anchor="end" fill="#999">${shown(top * share, unit)}</text>`;
  });
  const shapes = stacked.map(({ points }, i) => {
    const along = points.map(([time, value]) => `${px(time).toFixed(1)},${py(value).toFixed(1)}`);
    const line = `<path d="M${along.join('L')}" fill="none" stroke="${colour(i)}" stroke-width="2"/>`;
    if (mode === 'none') return line;
    const floor = points.map(([time]) => `${px(time).toFixed(1)},${py(valueAt(stacked[i - 1], time)).toFixed(1)}`).reverse();
    return `<path d="M${[...along, ...floor].join('L')}Z" fill="${colour(i)}" fill-opacity="0.4"/>${line}`;
  });
  const bound = limit === null || limit === undefined ? '' : dashed(box.left, box.right, py(limit), py(limit), '#e02f44');
  const markers = frame.markers
    .filter(({ time }) => time >= frame.from && time <= frame.to)
    .map((marker) => dashed(px(marker.time), px(marker.time), box.top, box.bottom, colourOf(marker.colour)));
  const legend = lines.map(({ name }, i) => {
    const x = 12 + (i % columns) * 125;
    const y = height - legendHeight + legendLine * Math.floor(i / columns) + 6;
    return `<text x="${x}" y="${y}" font-size="11" fill="${colour(i)}">━ ${escaped(name.length > 17 ? `${name.slice(0, 16)}…` : name)}</text>`;
  });
  return [...axis, ...shapes, bound, ...markers, ...legend, timeAxis(frame, px, box.bottom)].join('');
}

/** Beginning, middle and end of the picture. */
export function timeAxis({ from, to }: Frame, px: (time: number) => number, bottom: number): string {
  return [0, 0.5, 1]
    .map((share) => {
      const time = from + share * (to - from);
      const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
      return `<text x="${px(time)}" y="${bottom + 14}" font-size="10" text-anchor="${anchor}" fill="#777">${new Date(time * 1_000).toISOString().slice(11, 16)}</text>`;
    })
    .join('');
}

function dashed(x1: number, x2: number, y1: number, y2: number, colour: string): string {
  return `<line x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" stroke="${colour}" stroke-dasharray="6 4"/>`;
}

function valueAt(line: Named | undefined, time: number): number {
  return line?.points.find(([at]) => at === time)?.[1] ?? 0;
}

function stack(lines: readonly Named[], share: boolean): Named[] {
  const sums = new Map<number, number>();
  for (const { points } of lines) for (const [time, value] of points) sums.set(time, (sums.get(time) ?? 0) + value);
  const reached = new Map<number, number>();
  return lines.map(({ name, points }) => ({
    name,
    points: points.map(([time, value]) => {
      const height = (reached.get(time) ?? 0) + value / (share ? (sums.get(time) ?? 1) || 1 : 1);
      reached.set(time, height);
      return [time, height] as const;
    }),
  }));
}
