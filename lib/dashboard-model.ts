import { createHash } from 'node:crypto';

/** A page of Grafana, in the words of this project. */
export interface Dashboard {
  /** Name in URLs, files and the ConfigMap; the last part of its identity. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly namespace: string;
  /** The app that it is about; undefined for all apps of the namespace, to choose from. */
  readonly app?: string;
  /** Metric whose labels `namespace` and `app` say what there is to choose from. */
  readonly choose: string;
  readonly rows: readonly Row[];
  readonly markers?: readonly Marker[];
  readonly links?: readonly Link[];
}

/** Panels under a heading, left to right; the next line begins where 24 columns are full. */
export interface Row {
  readonly title?: string;
  readonly panels: readonly Panel[];
}

/** A vertical line in every panel over time. */
export interface Marker {
  readonly name: string;
  readonly expr: string;
  readonly title: string;
  readonly colour: string;
  /** The value of the series is the time in milliseconds, instead of the time at which it has a value. */
  readonly valueIsTime?: boolean;
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** The data source that the reader has chosen. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana, not of this program
export const source = { type: 'prometheus', uid: '${datasource}' } as const;

/** Units by Grafana's names: `percentunit` is 0 to 1, `percent` is 0 to 100. */
export type Unit = 'percentunit' | 'percent' | 's' | 'reqps' | 'short' | 'bytes' | 'ops';

/** One picture, in the words of this project. */
export interface Panel {
  readonly kind: 'timeseries' | 'stacked' | 'share' | 'pie' | 'stat' | 'name' | 'states';
  readonly title: string;
  readonly description: string;
  readonly unit: Unit;
  /** Of 24 columns. */
  readonly width: number;
  /** In Grafana's units of 30 pixels. */
  readonly height: number;
  readonly queries: readonly Query[];
  /** Where red begins, from the objectives: `below` it all is well, or `above` it. */
  readonly limit?: { readonly value: number; readonly good: 'below' | 'above' };
  /** Colours by the name of a series. */
  readonly colours?: Readonly<Record<string, string>>;
  /** What a number means, with its colour. */
  readonly words?: Readonly<Record<string, { readonly text: string; readonly color: string }>>;
}

export interface Query {
  readonly expr: string;
  /** Name of the series: `{{version}}`. */
  readonly legend: string;
}

/** Stable over every change of the content, and never longer than the 40 characters that Grafana takes. */
export function uidOf(namespace: string, app: string | undefined, kind: string): string {
  const name = [namespace, app, kind].filter((part) => part !== undefined).join('-');
  return name.length <= 40 ? name : `${name.slice(0, 31)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
