/** What a panel of the model says, and how its numbers are written. */

export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [time: number, value: number])[];
}

export interface Named {
  readonly name: string;
  readonly points: Line['points'];
}

/** The time that is shown, in seconds since 1970, and what is marked in it. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly markers: readonly { readonly time: number; readonly colour: string }[];
}

export interface PanelModel {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  readonly options?: { readonly textMode?: string };
  readonly fieldConfig?: { readonly defaults: Defaults; readonly overrides?: readonly Override[] };
}

interface Defaults {
  readonly unit: string;
  readonly custom?: { readonly stacking?: { readonly mode: string } };
  readonly mappings?: readonly { readonly options: Readonly<Record<string, { readonly text: string; readonly color: string }>> }[];
  readonly thresholds: { readonly steps: readonly { readonly value: number | null; readonly color: string }[] };
}

interface Override {
  readonly matcher: { readonly options?: unknown };
  readonly properties: readonly { readonly value: { readonly fixedColor?: string } }[];
}

export const palette = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff9830', '#f2495c', '#b877d9'];

const colours: Readonly<Record<string, string>> = {
  green: '#73bf69',
  red: '#e02f44',
  blue: '#5794f2',
  orange: '#ff9830',
  purple: '#b877d9',
};

export function colourOf(name: string): string {
  return colours[name] ?? '#d8d9da';
}

/** The colour that a panel gives to a series. */
export function overrideOf({ fieldConfig }: PanelModel, name: string): string | undefined {
  return fieldConfig?.overrides?.find(({ matcher }) => matcher.options === name)?.properties[0]?.value.fixedColor;
}

export function named(format: string, labels: Line['labels']): string {
  return format.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => labels[label] ?? '').trim();
}

export function shown(value: number, unit: string | undefined): string {
  const digits = (number: number) => String(Number(number.toPrecision(3)));
  if (unit === 'percentunit') return `${digits(value * 100)} %`;
  if (unit === 'percent') return `${digits(value)} %`;
  if (unit === 's') return value < 1 ? `${digits(value * 1000)} ms` : `${digits(value)} s`;
  if (unit === 'reqps') return `${digits(value)} req/s`;
  if (unit === 'bytes') return `${digits(value / 1e6)} MB`;
  if (unit === 'ops') return `${digits(value)} ops/s`;
  return value >= 1_000 ? `${digits(value / 1_000)} K` : digits(value);
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
