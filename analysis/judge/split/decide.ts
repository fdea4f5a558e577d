import type { Maybe, Reason, Verdict } from '../types';
import type { Draft } from './draft';
import { minimumWindows, type Settings } from './settings';

/** Evidence that must be expected beyond the bound before its absence speaks for the canary. */
const reserve = 2;

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly requestsNeeded: Maybe;
}

/**
 * The verdict on one metric.
 *
 * Fail: the evidence has reached the bound, on enough events and windows. Pass: the planned windows are over, the evidence is not half way to the bound, and
 * a regression worth noticing is refuted, or would most likely have been noticed, or the canary is proved to be quiet. Inconclusive: everything else.
 *
 * @param bound log of 1 / (the metric's share of the error budget).
 * @param windows windows of the release so far.
 */
export function decide(draft: Draft, bound: number, windows: number, settings: Settings): Decision {
  if (draft.missing !== undefined) return { verdict: 'Inconclusive', reason: draft.missing, requestsNeeded: null };
  if (failed(draft, bound, settings)) {
    return { verdict: 'Fail', reason: draft.kind === 'limit' ? 'over-limit' : 'worse-than-stable', requestsNeeded: 0 };
  }
  const suspicious = draft.evidence >= bound / 2;
  const planned = windows >= Math.max(settings.planned, minimumWindows);
  if (planned && !suspicious && cleared(draft, bound)) return { verdict: 'Pass', reason: 'healthy', requestsNeeded: 0 };
  return { verdict: 'Inconclusive', reason: 'too-little-evidence', requestsNeeded: needed(draft, bound, suspicious) };
}

/** Whether the evidence is over the bound, and more than a handful of events. */
export function failed(draft: Draft, bound: number, settings: Settings): boolean {
  return draft.evidence >= bound && draft.events >= settings.minimumEvents && draft.windows >= minimumWindows;
}

function cleared(draft: Draft, bound: number): boolean {
  // A limit that is missed by less than what is worth noticing is still missed.
  if (!draft.over && (draft.expected >= bound + reserve || draft.quiet(bound))) return true;
  return draft.refuted(bound);
}

/** At the present split and rates: until the evidence decides when it points one way, else until its absence would mean something. */
function needed({ expected, evidence, requests }: Draft, bound: number, suspicious: boolean): Maybe {
  const [have, want] = suspicious ? [evidence, bound] : [expected, bound + reserve];
  if (have <= 0 || requests <= 0) return null;
  return Math.max(0, Math.ceil(requests * (want / have - 1)));
}
