import type { CatalogueObjective, JudgedRollout } from '../contract/catalogue.generated';
import type { Judgement, ReasonCode, Verdict } from '../contract/judgement.generated';
import type { MetricDetail } from '../contract/record';
import type { Windows } from '../contract/windows.generated';
import type { Work } from '../judge/work';

/** A release as a judge sees it. */
export interface JudgedRelease {
  readonly rollout: JudgedRollout;
  /** The objectives to judge: fewer than the rollout has when there is no stable side to compare with. */
  readonly objectives: readonly CatalogueObjective[];
  readonly windows: Windows;
}

/** What a judge says about the data alone. */
export interface Opinion {
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly message: string;
  readonly details: readonly MetricDetail[];
}

/** Pure: the same release, the same opinion, whatever happens between the slices of its work. */
export interface ReleaseJudge {
  readonly name: Judgement['judge'];
  judge(release: JudgedRelease): Work<Opinion>;
}

/** A veto that is not used: requests were counted on both sides, and nothing so far speaks against the canary. */
export function isQuietVeto({ vetoOnly, reason, evidence }: MetricDetail): boolean {
  return vetoOnly && (reason === 'healthy' || (reason === 'too-little-evidence' && evidence !== null && evidence <= 0));
}
