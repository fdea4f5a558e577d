import type { Judgement } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import { count, instant, quantity, sentenceCase } from './format';
import { type Html, html } from './html';
import { badge, layout } from './layout';

/** One line of a list. */
export interface ListedJudgement {
  readonly at: string;
  readonly request: JudgementRequest;
  readonly judgement: Judgement;
}

/** Judgements, the newest first; of one rollout, or of all. */
export function listPage(
  listed: readonly ListedJudgement[],
  filter: { readonly rollout?: string | undefined; readonly namespace?: string | undefined },
): string {
  const subject =
    filter.rollout === undefined ? 'all rollouts' : `${filter.namespace === undefined ? '' : `${filter.namespace}/`}${filter.rollout}`;
  return layout(
    `Judgements of ${subject}`,
    [
      html`<a href="/judgements">judgements</a>`,
      ...(filter.rollout === undefined ? [] : [html`<span aria-current="page">${subject}</span>`]),
    ],
    html`<section aria-labelledby="list">
<h1 id="list">Judgements of ${subject}</h1>
${listed.length === 0 ? html`<p class="empty">No judgement is kept. The first look of a release will be here.</p>` : table(listed)}
</section>`,
  );
}

function table(listed: readonly ListedJudgement[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Judgements, table">
<table>
<caption>${count(listed.length)} judgements, the newest first.</caption>
<thead><tr><th scope="col">Judged</th><th scope="col" class="left">Verdict</th><th scope="col" class="left">Release</th><th scope="col" class="left">Why</th><th scope="col">Errors</th><th scope="col">p99</th></tr></thead>
<tbody>${listed.map(row)}</tbody>
</table>
</div>`;
}

function row({ at, request, judgement }: ListedJudgement): Html {
  const list = `/judgements?rollout=${request.rollout}&namespace=${request.namespace}`;
  const weight = request.weight === undefined ? request.phase : `${request.phase} ${request.weight} %`;
  const metric = (name: string, unit: 'ratio' | 'seconds') => {
    const found = judgement.metrics.find((one) => one.name === name);
    return html`<td>${quantity(found?.canary.value ?? null, unit)}</td>`;
  };
  return html`<tr>
<th scope="row"><a href="/judgements/${judgement.id}">${instant(Date.parse(at) / 1_000)}</a></th>
<td class="left">${badge(judgement.verdict)}</td>
<td class="left"><a href="${list}">${request.namespace}/${request.rollout}</a><small><span class="hash">${request.canaryHash}</span>, ${weight}</small></td>
<td class="left">${sentenceCase(judgement.message)}</td>
${metric('error-rate', 'ratio')}
${metric('p99', 'seconds')}
</tr>`;
}
