import type { JudgementRecord, MetricDetail } from '../contract/record';
import { distributionChart, evidenceChart, ratioChart, valuesChart } from './charts';
import { absent, count, digits, instant, quantity, sentenceCase, times, type Unit } from './format';
import { type Html, html } from './html';
import { badge, layout } from './layout';
import type { MetricSection, Report } from './model';
import { qualitySection, queriesSection, windowsSection } from './sources';

/** The page of one judgement: the verdict and its reason, then what it rests on, from the summary down to the queries. */
export function judgementPage({ record, sections }: Report): string {
  const { judgement, request } = record;
  const name = `${request.namespace}/${request.rollout}`;
  const list = `/judgements?rollout=${request.rollout}&namespace=${request.namespace}`;
  return layout(
    `${judgement.verdict}: ${name}`,
    [
      html`<a href="/judgements">judgements</a>`,
      html`<a href="${list}">${name}</a>`,
      html`<span aria-current="page">${judgement.id.slice(0, 8)}</span>`,
    ],
    html`${hero(record)}
${record.details.length === 0 ? null : summarySection(record)}
${sections.map(metricSection)}
${qualitySection(record)}
${record.windows === null ? null : windowsSection(record.windows)}
${queriesSection(record)}`,
  );
}

function hero({ judgement, request, at }: JudgementRecord): Html {
  const { verdict, reason, message, window } = judgement;
  const isFirst = request.canaryHash === request.stableHash;
  const facts: readonly (readonly [string, Html | string])[] = [
    ['Canary', html`<span class="hash canary-text">${request.canaryHash}</span>`],
    ['Stable', isFirst ? 'none: the first deployment' : html`<span class="hash stable-text">${request.stableHash}</span>`],
    ['Phase', `${request.phase}${request.weight === undefined ? '' : `, ${request.weight} % of the traffic`}`],
    ['Data', window.from === null ? 'none' : spanOf(window.from, window.to)],
    ['Windows with traffic', `${count(window.count)} of ${window.seconds} s`],
    ['Judged', instant(Date.parse(at) / 1_000)],
    ['Judge', judgement.judge],
    ['Reason code', html`<code>${reason}</code>`],
  ];
  return html`<div class="hero ${verdict}">
${badge(verdict)}
<h1>${request.namespace}/${request.rollout}</h1>
<p class="lead">${sentenceCase(message)}</p>
<dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
</div>`;
}

/** The day is said once when it is the same. */
function spanOf(from: number, to: number | null): string {
  const [begin, end] = [instant(from), instant(to)];
  return `${begin} to ${begin.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}

function summarySection({ details }: JudgementRecord): Html {
  return html`<section aria-labelledby="metrics">
<h2 id="metrics">What was judged</h2>
<div class="scroll" tabindex="0" role="group" aria-label="What was judged, table">
<table>
<caption>Comparisons with the stable side, and limits. The ratio of a limit is that to what it allows. Intervals hold at every look.</caption>
<thead><tr><th scope="col">Metric</th><th scope="col" class="left">Verdict</th><th scope="col">Canary</th><th scope="col">Stable</th><th scope="col">Ratio</th><th scope="col">Evidence, bound</th></tr></thead>
<tbody>${details.map(detailRows)}</tbody>
</table>
</div>
</section>`;
}

function detailRows(detail: MetricDetail): Html {
  const unit = unitOf(detail);
  const side = ({ n, bad, value }: MetricDetail['canary']) =>
    n === null && value === null
      ? absent
      : html`${quantity(value, unit)}<small>${bad === null ? '' : `${count(bad)} of `}${count(n)}</small>`;
  const [low, high] = detail.interval;
  return html`<tr>
<th scope="row">${detail.name}</th>
<td class="left">${badge(detail.verdict)}</td>
<td>${side(detail.canary)}</td>
<td>${side(detail.stable)}</td>
<td>${times(detail.ratio)}<small>${low === null && high === null ? '' : `${low === null ? '0' : digits(low)} to ${high === null ? '∞' : digits(high)}`}</small></td>
<td>${detail.evidence === null ? absent : digits(detail.evidence)}<small>${detail.bound === null ? '' : `fails at ${digits(detail.bound)}`}</small></td>
</tr>
<tr class="sentence"><td colspan="6"><p>${sentenceCase(detail.sentence)}${detail.vetoOnly ? ' A veto: it can fail the release, and is not waited for.' : null}</p></td></tr>`;
}

/** A comparison of latencies counts slow requests; a limit on p99 is in seconds. */
function unitOf({ name }: MetricDetail): Unit {
  return name.startsWith('p99') || name.startsWith('latency') ? 'seconds' : 'ratio';
}

function metricSection(section: MetricSection): Html {
  const ratios = section.paths.filter(
    (path) => path.points.some(({ ratio }) => ratio !== null) && isComparison(path.name, section.details),
  );
  const hasEvidence = section.paths.some((path) => path.points.some(({ evidence }) => evidence !== null));
  return html`<section aria-labelledby="${section.name}">
<h2 id="${section.name}">${section.title}</h2>
${valuesChart(section)}
<div class="charts two">
${ratios.map((path) => ratioChart(path, meaningOf(section)))}
${hasEvidence ? evidenceChart(section.paths, section.details) : null}
</div>
${section.distribution.length > 1 ? distributionChart(section) : null}
</section>`;
}

/** The ratio of errors is between the sides as they are, that of latency beyond what is tolerated. */
function meaningOf({ unit, tolerated }: MetricSection): string {
  if (unit !== 'seconds') return 'Odds of an error, canary to stable.';
  return `Odds of being slow, canary to stable${tolerated === 1 ? '' : ` beyond the tolerated × ${digits(tolerated)}`}.`;
}

function isComparison(name: string, details: readonly MetricDetail[]): boolean {
  return details.some((detail) => detail.name === name && detail.kind === 'comparison');
}
