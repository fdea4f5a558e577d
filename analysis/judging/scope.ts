import type { CatalogueObjective, JudgedRollout } from '../contract/catalogue.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';

/** What can be judged of a release at this look. */
export interface Scope {
  readonly objectives: readonly CatalogueObjective[];
  /** Whether the stable side is read. */
  readonly compares: boolean;
  /** Objectives were left out because there is no other version to compare with. */
  readonly withoutBaseline: boolean;
}

/**
 * Absolute objectives alone are judged where the stable side has no traffic of its own: when the request says so, and on a first deployment,
 * whose hashes are equal.
 */
export function scopeOf({ canaryHash, stableHash, objectives }: JudgementRequest, rollout: JudgedRollout): Scope {
  const isFirst = canaryHash === stableHash;
  const compares = objectives === 'all' && !isFirst;
  const judged = compares ? rollout.objectives : rollout.objectives.filter(({ limit }) => limit.kind === 'at-most');
  return { objectives: judged, compares, withoutBaseline: objectives === 'all' && isFirst };
}
