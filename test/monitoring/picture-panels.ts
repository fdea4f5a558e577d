/** A dashboard model as SVG: enough to see whether the layout, the units, the limits and the markers are right. */
import { chart, timeAxis } from './picture-chart';
import { colourOf, escaped, type Frame, type Line, type Named, named, overrideOf, type PanelModel, palette, shown } from './picture-words';

export interface Drawing {
  readonly title: string;
  readonly height: number;
  readonly svg: string;
}

interface Model {
  readonly title: string;
  readonly panels: readonly PanelModel[];
  readonly annotations: {
    readonly list?: readonly { readonly expr: string; readonly iconColor: string; readonly useValueForTime?: boolean | string }[];
  };
}

const cell = { width: 58, height: 38 } as const;

export async function drawn(
  model: Model,
  ask: (expr: string) => Promise<readonly Line[]>,
  span: readonly [from: number, to: number],
): Promise<Drawing> {
  const marked = (model.annotations.list ?? []).map(async ({ expr, iconColor, useValueForTime }) =>
    (await ask(expr)).map(({ points: [first] }) => ({
      time: useValueForTime ? (first?.[1] ?? 0) / 1_000 : (first?.[0] ?? 0),
      colour: iconColor,
    })),
  );
  const frame = { from: span[0], to: span[1], markers: (await Promise.all(marked)).flat() };
  const parts = await Promise.all(
    model.panels.map(async (panel) => {
      const answers = await Promise.all(
        (panel.targets ?? []).map(async ({ expr, legendFormat }) =>
          (await ask(expr)).map(({ labels, points }) => ({ name: named(legendFormat, labels), points })),
        ),
      );
      return placed(panel, answers.flat(), frame);
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

function placed(panel: PanelModel, lines: readonly Named[], frame: Frame): string {
  const { x, y, w, h } = panel.gridPos;
  const [width, height] = [w * cell.width - 8, h * cell.height - 8];
  const move = `transform="translate(${x * cell.width},${y * cell.height})"`;
  if (panel.type === 'row') return `<text ${move} dy="22" font-size="15" fill="#d8d9da">▾ ${escaped(panel.title)}</text>`;
  const nothing = `<text x="${width / 2}" y="${height / 2 + 12}" text-anchor="middle" font-size="18" fill="#6e7077">no data</text>`;
  const inner = lines.length === 0 ? nothing : (pictures[panel.type] ?? chart)(panel, lines, { width, height, frame });
  return `<g ${move}><rect width="${width}" height="${height}" fill="#181b1f" stroke="#2c3235"/><text x="10" y="20" font-size="13" fill="#ccccdc">${escaped(panel.title)}</text>${inner}</g>`;
}

type Picture = (panel: PanelModel, lines: readonly Named[], size: { width: number; height: number; frame: Frame }) => string;
const pictures: Readonly<Record<string, Picture>> = { stat, piechart: pie, 'state-timeline': states };

function stat(panel: PanelModel, lines: readonly Named[], { width, height }: { width: number; height: number }): string {
  const each = (height - 30) / lines.length;
  const several = lines.length > 1;
  const defaults = panel.fieldConfig?.defaults;
  return lines
    .map(({ name, points }, i) => {
      const value = points.at(-1)?.[1] ?? Number.NaN;
      const words = defaults?.mappings?.[0]?.options[String(value)];
      const step = defaults?.thresholds.steps.findLast((one) => one.value === null || value >= one.value)?.color;
      const colour = words ? colourOf(words.color) : colourOf(overrideOf(panel, name) ?? step ?? 'text');
      const text = words?.text ?? (panel.options?.textMode === 'name' ? name : shown(value, defaults?.unit));
      const label = several ? `<text x="10" y="${26 + each * (i + 0.6)}" font-size="12" fill="#999">${escaped(name)}</text>` : '';
      const size = Math.min(text.length > 8 ? 20 : 30, each * 0.6);
      return `${label}<text x="${several ? width - 14 : width / 2}" y="${30 + each * (i + 0.6)}" text-anchor="${several ? 'end' : 'middle'}" font-size="${size}" fill="${colour}">${escaped(text)}</text>`;
    })
    .join('');
}

function pie(panel: PanelModel, lines: readonly Named[], { width, height }: { width: number; height: number }): string {
  const values = lines.map(({ points }) => points.at(-1)?.[1] ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.min(width, height - 60) / 2.6;
  const centre = { x: width / 2 - 70, y: height / 2 + 10 };
  let before = -Math.PI / 2;
  return values
    .map((value, i) => {
      const turn = (value / total) * 2 * Math.PI;
      const dash = `${turn * radius} 9999`;
      const slice = `<circle cx="${centre.x}" cy="${centre.y}" r="${radius}" fill="none" stroke="${palette[i]}" stroke-width="34" stroke-dasharray="${dash}" transform="rotate(${(before * 180) / Math.PI} ${centre.x} ${centre.y})"/>`;
      before += turn;
      const share = `${Math.round((100 * value) / total)} %`;
      return `${slice}<text x="${width - 160}" y="${60 + i * 20}" font-size="12" fill="${palette[i]}">━ ${escaped(lines[i]?.name ?? '')}  ${shown(value, panel.fieldConfig?.defaults.unit)}  ${share}</text>`;
    })
    .join('');
}

/** A bar for as long as a state lasts, one line a series. */
function states(_: PanelModel, lines: readonly Named[], { width, height, frame }: { width: number; height: number; frame: Frame }): string {
  const box = { left: 12, right: width - 12, top: 34, bottom: height - 44 };
  const each = (box.bottom - box.top) / lines.length;
  const px = (time: number) => box.left + ((time - frame.from) / (frame.to - frame.from)) * (box.right - box.left);
  const bars = lines.map(({ name, points }, i) => {
    const [from, to] = [points[0]?.[0] ?? frame.from, points.at(-1)?.[0] ?? frame.to];
    const y = box.top + i * each;
    return `<rect x="${px(from)}" y="${y + 4}" width="${px(to) - px(from)}" height="${each - 8}" fill="${palette[i % palette.length]}" fill-opacity="0.7"/><text x="${px(from) + 8}" y="${y + each / 2 + 4}" font-size="11" fill="#fff">${escaped(name.split(' ').at(-1) ?? '')}</text><text x="12" y="${height - 8 - 14 * (lines.length - 1 - i)}" font-size="11" fill="${palette[i % palette.length]}">━ ${escaped(name)}</text>`;
  });
  return [...bars, timeAxis(frame, px, box.bottom)].join('');
}
