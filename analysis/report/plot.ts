import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, html, trusted } from './html';

/** Colours of the page, so that charts follow the light and the dark theme. */
export const colours = {
  canary: 'var(--canary)',
  stable: 'var(--stable)',
  limit: 'var(--fail)',
  quiet: 'var(--quiet)',
  text: 'var(--text)',
};

// linkedom's document is all that Plot needs, though not all that its type asks for.
const light = parseHTML('<!doctype html><html><body></body></html>').document as unknown as Plot.PlotOptions['document'];
const margins = { marginLeft: 64, marginRight: 20, marginTop: 18, marginBottom: 34 };

/** Charts take the whole width of the page or half of it; text has the same size in both. */
export const sizes = { wide: { width: 1_030, height: 250 }, half: { width: 500, height: 230 } } as const;

/** A chart as SVG. Headings and legends are HTML beside it: Plot's own would need styles that the page's policy forbids. */
export function svg(label: string, options: Plot.PlotOptions): string {
  const chart = Plot.plot({ ...margins, className: 'plot', document: light, ariaLabel: label, ...options });
  chart.setAttribute('role', 'img');
  return chart.outerHTML;
}

/** A chart with its heading, legend and a sentence on how to read it. */
export function figure(title: string, reading: string, legend: readonly LegendEntry[], options: Plot.PlotOptions): Html {
  return html`<figure>
<figcaption><strong>${title}</strong> <span class="reading">${reading}</span></figcaption>
${legend.length === 0 ? null : html`<ul class="legend" aria-hidden="true">${legend.map(({ name, kind }) => html`<li class="${kind}">${name}</li>`)}</ul>`}
<div class="scroll" tabindex="0" role="group" aria-label="${title}, chart">${trusted(svg(`${title}. ${reading}`, options))}</div>
</figure>`;
}

export interface LegendEntry {
  readonly name: string;
  readonly kind: 'canary' | 'stable' | 'limit' | 'band' | 'plain' | 'dotted';
}

/** The style that Plot puts into every chart: constant for a version of Plot, so that a policy can name its hash. */
export function plotStyle(): string {
  return /<style>([\s\S]*?)<\/style>/.exec(svg('', { marks: [] }))?.[1] ?? '';
}

export const timeAxis = { type: 'utc', label: null, tickFormat: '%H:%M', ticks: 6 } as const;
