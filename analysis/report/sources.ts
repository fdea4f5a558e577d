import type { JudgementRecord, QueryRecord } from '../contract/record';
import type { SideWindows, Windows } from '../contract/windows.generated';
import { absent, count, instant, quantity } from './format';
import { type Html, html } from './html';

/** How good the data were. */
export function qualitySection({ quality, windows, judgement }: JudgementRecord): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['Newest sample of the canary', quality.age === null ? 'none' : `${Math.round(quality.age)} s before the end`],
    ['Windows', count(windows?.canary.requests.length ?? 0)],
    ['Windows without a count', count(quality.gaps)],
    ['Values that were not finite', count(quality.notFinite)],
    ['Common latency buckets', count(windows?.le.length ?? 0)],
    ['Warnings', quality.warnings.length === 0 ? 'none' : quality.warnings.join('; ')],
  ];
  return html`<section aria-labelledby="quality">
<h2 id="quality">Quality of the data</h2>
<dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<p><a href="/v1/judgements/${judgement.id}">The whole record as JSON</a></p>
</section>`;
}

/** Most windows in the table: a day of minutes. */
const mostRows = 1_440;

/** The numbers that were counted, of a very long release the newest. */
export function windowsSection({ from, seconds, canary, stable }: Windows): Html | null {
  if (from === null) return null;
  const side = ({ requests, errors }: SideWindows, i: number) => {
    const [n, failed] = [requests[i] ?? null, errors[i] ?? null];
    return html`<td>${count(n)}</td><td>${count(failed)}</td><td>${n === null || n === 0 || failed === null ? absent : quantity(failed / n, 'ratio')}</td>`;
  };
  const all = canary.requests.length;
  const first = Math.max(0, all - mostRows);
  const columns = html`<th scope="col">Requests</th><th scope="col">Errors</th><th scope="col">Share</th>`;
  return html`<section aria-labelledby="windows">
<h2 id="windows">Windows</h2>
<details>
<summary>Counts of ${first === 0 ? '' : `the newest ${count(mostRows)} of `}${count(all)} windows</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Counts per window, table">
<table>
<caption>Requests and errors in windows of ${seconds} s, by the end of the window.</caption>
<thead><tr><th scope="col" rowspan="2">End</th><th scope="colgroup" colspan="3">Canary</th>${stable === null ? null : html`<th scope="colgroup" colspan="3">Stable</th>`}</tr>
<tr>${columns}${stable === null ? null : columns}</tr></thead>
<tbody>${Array.from({ length: all - first }, (_, row) => first + row).map((i) => html`<tr><th scope="row">${instant(from + (i + 1) * seconds)}</th>${side(canary, i)}${stable === null ? null : side(stable, i)}</tr>`)}</tbody>
</table>
</div>
</details>
</section>`;
}

/** What Prometheus was asked, to be asked again by a person. */
export function queriesSection({ queries }: JudgementRecord): Html | null {
  if (queries.length === 0) return null;
  return html`<section aria-labelledby="queries">
<h2 id="queries">Queries</h2>
<details>
<summary>${count(queries.length)} queries as they were sent</summary>
${queries.map(queryOf)}
</details>
</section>`;
}

function queryOf({ side, name, promql, start, end, step, series }: QueryRecord): Html {
  const when = start === end ? `at ${end}` : `from ${start} to ${end}, every ${step} s`;
  return html`<p><strong class="${side}-text">${side}</strong> ${name}, ${when}: ${count(series)} series</p>
<pre tabindex="0">${promql}</pre>`;
}
