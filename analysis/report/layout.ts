import type { Verdict } from '../contract/judgement.generated';
import { type Html, html, trusted } from './html';
import { style } from './style';

/** A whole page. It needs no script and nothing from elsewhere. */
export function layout(title: string, crumbs: readonly Html[], main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<header class="site"><a class="home" href="/judgements">bluecanary</a><nav aria-label="Breadcrumb">${crumbs.map((crumb, i) => html`${i > 0 ? ' / ' : ''}${crumb}`)}</nav></header>
<main>
${main}
</main>
<footer>All times are UTC.</footer>
</body>
</html>
`.html;
}

const icons: Readonly<Record<Verdict, string>> = {
  Pass: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  Fail: '<path d="M4 4l8 8M12 4l-8 8"/>',
  Inconclusive: '<path d="M5.6 6a2.5 2.5 0 1 1 3.4 2.3c-.7.3-1 .7-1 1.4M8 12.3v.2"/>',
};

/** A verdict as a word and a sign, never by colour alone. */
export function badge(verdict: Verdict): Html {
  return html`<span class="verdict ${verdict}"><svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${trusted(icons[verdict])}</svg>${verdict}</span>`;
}
