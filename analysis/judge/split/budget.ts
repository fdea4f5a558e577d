import type { Draft } from './draft';
import type { Settings } from './settings';

/** Share of the budget that the comparisons keep when there are limits beside them: a limit is usually missed by much. */
const comparisonsShare = 0.8;

/**
 * Divides the error budget among the metrics: each fails at evidence log(1 / (its share x alpha)). The shares add up to 1, so the weighted mean of all
 * e-values is an e-process too, and the chance that any metric ever fails without cause is at most alpha.
 *
 * @returns bounds, in the order of the drafts.
 * @example two comparisons, alpha 0.01: each has the bound log(200) = 5.3
 */
export function bounds(drafts: readonly Pick<Draft, 'name' | 'kind'>[], { alpha, weights }: Settings): readonly number[] {
  const chosen = Object.keys(weights).length > 0;
  const weightOf = ({ name, kind }: Pick<Draft, 'name' | 'kind'>): number => (chosen ? (weights[name] ?? 1) : natural(kind, drafts));
  const total = drafts.reduce((sum, draft) => sum + weightOf(draft), 0);
  return drafts.map((draft) => Math.log(total / (weightOf(draft) * alpha)));
}

function natural(kind: Draft['kind'], drafts: readonly Pick<Draft, 'kind'>[]): number {
  const alike = drafts.filter((draft) => draft.kind === kind).length;
  if (alike === drafts.length) return 1;
  return (kind === 'comparison' ? comparisonsShare : 1 - comparisonsShare) / alike;
}
