/** Panels of a dashboard model as SVG: enough to see whether the layout, the units and the limits are right. */

export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [time: number, value: number])[];
}

export interface Drawing {
  readonly title: string;
  readonly height: number;
  readonly svg: string;
}

interface Model {
  readonly title: string;
  readonly panels: readonly PanelModel[];
}

interface PanelModel {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  readonly fieldConfig?: { readonly defaults: Defaults };
}

interface Defaults {
  readonly unit: string;
  readonly custom?: { readonly stacking?: { readonly mode: string } };
  readonly mappings?: readonly { readonly options: Readonly<Record<string, { readonly text: string }>> }[];
  readonly thresholds: { readonly steps: readonly { readonly value: number | null; readonly color: string }[] };
}

interface Named {
  readonly name: string;
  readonly points: Line['points'];
}

const cell = { width: 58, height: 38 } as const;
const palette = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff9830', '#f2495c', '#b877d9'];
const colours: Readonly<Record<string, string>> = { green: '#299c46', red: '#e02f44', text: '#d8d9da' };

export async function drawn(model: Model, ask: (expr: string) => Promise<readonly Line[]>): Promise<Drawing> {
  const parts = await Promise.all(
    model.panels.map(async (panel) => {
      const answers = await Promise.all(
        (panel.targets ?? []).map(async ({ expr, legendFormat }) =>
          (await ask(expr)).map(({ labels, points }) => ({ name: named(legendFormat, labels), points })),
        ),
      );
      return placed(panel, answers.flat());
    }),
  );
  const height = Math.max(...model.panels.map(({ gridPos: { y, h } }) => y + h)) * cell.height;
  return { title: model.title, height, svg: parts.join('') };
}

export function page(dashboards: readonly Drawing[]): string {
  const body = dashboards
    .map(({ title, height, svg }) => `<h1>${escaped(title)}</h1><svg width="1392" height="${height}">${svg}</svg>`)
    .join('');
  const style = 'body{background:#111217;color:#d8d9da;font:13px system-ui,sans-serif;margin:24px}h1{font-size:20px;font-weight:500}';
  return `<!doctype html><style>${style}</style>${body}`;
}

function placed(panel: PanelModel, lines: readonly Named[]): string {
  const { x, y, w, h } = panel.gridPos;
  const [width, height] = [w * cell.width - 8, h * cell.height - 8];
  const move = `transform="translate(${x * cell.width},${y * cell.height})"`;
  if (panel.type === 'row') return `<text ${move} dy="22" font-size="15" fill="#d8d9da">▾ ${escaped(panel.title)}</text>`;
  const inner = lines.length === 0 ? middle(width, height, 'no data', 18) : (pictures[panel.type] ?? overTime)(panel, lines, width, height);
  return `<g ${move}><rect width="${width}" height="${height}" fill="#181b1f" stroke="#2c3235"/><text x="10" y="20" font-size="13" fill="#ccccdc">${escaped(panel.title)}</text>${inner}</g>`;
}

type Picture = (panel: PanelModel, lines: readonly Named[], width: number, height: number) => string;
const pictures: Readonly<Record<string, Picture>> = { stat, piechart: pie };

function stat(panel: PanelModel, lines: readonly Named[], width: number, height: number): string {
  const each = (height - 30) / lines.length;
  return lines
    .map((line, i) => {
      const value = line.points.at(-1)?.[1] ?? Number.NaN;
      const steps = panel.fieldConfig?.defaults.thresholds.steps ?? [];
      const colour = colours[steps.findLast((step) => step.value === null || value >= step.value)?.color ?? 'text'] ?? '#d8d9da';
      const words = panel.fieldConfig?.defaults.mappings?.[0]?.options[String(value)]?.text;
      const text = words ?? (panel.title === 'Phase' ? line.name : shown(value, panel.fieldConfig?.defaults.unit));
      const label =
        lines.length > 1 ? `<text x="10" y="${26 + each * (i + 0.6)}" font-size="12" fill="#999">${escaped(line.name)}</text>` : '';
      return `${label}<text x="${lines.length > 1 ? width - 14 : width / 2}" y="${30 + each * (i + 0.65)}" text-anchor="${lines.length > 1 ? 'end' : 'middle'}" font-size="${Math.min(text.length > 8 ? 22 : 30, each * 0.6)}" fill="${colour}">${escaped(text)}</text>`;
    })
    .join('');
}

function pie(panel: PanelModel, lines: readonly Named[], width: number, height: number): string {
  const values = lines.map(({ points }) => points.at(-1)?.[1] ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.min(width, height - 60) / 2.6;
  let before = 0;
  const slices = values.map((value, i) => {
    const dash = (value / total) * 2 * Math.PI * radius;
    const slice = `<circle cx="${width / 2 - 50}" cy="${height / 2 + 10}" r="${radius}" fill="none" stroke="${palette[i]}" stroke-width="34" stroke-dasharray="${dash} 9999" stroke-dashoffset="${-before}"/>`;
    before += dash;
    return slice;
  });
  const legend = lines.map(
    ({ name }, i) =>
      `<text x="${width - 96}" y="${60 + i * 20}" font-size="12" fill="${palette[i]}">${escaped(name)} ${shown(values[i] ?? 0, panel.fieldConfig?.defaults.unit)}</text>`,
  );
  return [...slices, ...legend].join('');
}

function overTime(panel: PanelModel, lines: readonly Named[], width: number, height: number): string {
  const defaults = panel.fieldConfig?.defaults;
  const mode = defaults?.custom?.stacking?.mode ?? 'none';
  const stacked = mode === 'none' ? lines : stack(lines, mode === 'percent');
  const limit = mode === 'none' ? defaults?.thresholds.steps.find(({ value }) => value !== null)?.value : undefined;
  const values = stacked.flatMap(({ points }) => points.map(([, value]) => value)).filter(Number.isFinite);
  const top = Math.max(...values, limit ?? 0) * 1.1 || 1;
  const times = lines.flatMap(({ points }) => points.map(([time]) => time));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const box = { left: 66, right: width - 12, top: 34, bottom: height - 44 };
  const px = (time: number) => box.left + ((time - from) / (to - from || 1)) * (box.right - box.left);
  const py = (value: number) => box.bottom - (value / top) * (box.bottom - box.top);
  const unit = mode === 'percent' ? 'percentunit' : defaults?.unit;
  const axis = [0, 0.5, 1].map(
    (share) =>
      `<line x1="${box.left}" x2="${box.right}" y1="${py(top * share)}" y2="${py(top * share)}" stroke="#2c3235"/><text x="${box.left - 6}" y="${py(top * share) + 4}" font-size="11" text-anchor="end" fill="#999">${shown(top * share, unit)}</text>`,
  );
  const paths = stacked.map(
    ({ points }, i) =>
      `<path d="M${points.map(([time, value]) => `${px(time).toFixed(1)},${py(value).toFixed(1)}`).join('L')}" fill="none" stroke="${palette[i % palette.length]}" stroke-width="2"/>`,
  );
  const bound =
    limit === null || limit === undefined
      ? ''
      : `<line x1="${box.left}" x2="${box.right}" y1="${py(limit)}" y2="${py(limit)}" stroke="#e02f44" stroke-dasharray="6 4"/>`;
  const most = Math.floor((width - 20) / 110);
  const legend = lines
    .slice(0, most)
    .map(
      ({ name }, i) =>
        `<text x="${12 + i * 110}" y="${height - 12}" font-size="11" fill="${palette[i % palette.length]}">━ ${escaped(name.slice(0, 17))}</text>`,
    );
  return [...axis, ...paths, bound, ...legend].join('');
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

function named(format: string, labels: Line['labels']): string {
  return format.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => labels[label] ?? '').trim();
}

function shown(value: number, unit: string | undefined): string {
  const digits = (number: number) => String(Number(number.toPrecision(3)));
  if (unit === 'percentunit') return `${digits(value * 100)} %`;
  if (unit === 'percent') return `${digits(value)} %`;
  if (unit === 's') return value < 1 ? `${digits(value * 1000)} ms` : `${digits(value)} s`;
  if (unit === 'reqps') return `${digits(value)} req/s`;
  if (unit === 'bytes') return `${digits(value / 1e6)} MB`;
  if (unit === 'ops') return `${digits(value)} ops/s`;
  return value >= 1_000 ? `${digits(value / 1_000)} K` : digits(value);
}

function middle(width: number, height: number, text: string, size: number): string {
  return `<text x="${width / 2}" y="${height / 2 + 12}" text-anchor="middle" font-size="${size}" fill="#6e7077">${text}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
