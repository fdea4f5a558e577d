import type { ReasonCode } from '../contract/judgement.generated';
import type { SideWindows, Windows } from '../contract/windows.generated';
import type { ReleaseData } from '../providers/provider';
import type { Opinion } from './opinion';
import type { Scope } from './scope';

/** A side without a request in so many of the newest windows is not being judged, whatever was counted before. */
const idleWindows = 2;

/**
 * What the data must be like for a Pass: complete, fresh, and still coming in on both sides. A Fail stands, except on incomplete data:
 * evidence against a canary does not go away when it stops answering.
 */
export function checked(opinion: Opinion, { windows, age, notFinite, warnings }: ReleaseData, scope: Scope): Opinion {
  if (warnings.length > 0) return inconclusive(opinion, 'provider-partial', `Prometheus answered with warnings: ${warnings[0]}`);
  if (opinion.verdict === 'Fail') return opinion;
  if (windows.from === null) {
    const values = `${notFinite} values were NaN or infinite`;
    return notFinite === 0 ? opinion : inconclusive(opinion, 'not-finite', `No request of the canary was counted: ${values}.`);
  }
  const idle = `in the last ${idleWindows * windows.seconds} s`;
  if (age === null || age > windows.seconds) {
    return inconclusive(opinion, 'stale-data', `The newest sample of the canary is ${age === null ? 'gone' : `${Math.round(age)} s old`}.`);
  }
  if (isIdle(windows.canary)) return inconclusive(opinion, 'no-canary-data', `The canary got no requests ${idle}.`);
  if (scope.compares && !hasStable(windows)) return inconclusive(opinion, 'no-stable-data', `The stable side got no requests ${idle}.`);
  if (windows.le.length === 0 && scope.objectives.some(({ metric }) => metric === 'p99')) {
    const whose = scope.compares ? 'The canary and the stable side have no latency bucket in common' : 'The canary has no latency buckets';
    return inconclusive(opinion, 'no-canary-data', `${whose}: p99 cannot be judged.`);
  }
  if (scope.withoutBaseline && opinion.verdict === 'Pass') {
    return { ...opinion, reason: 'no-baseline', message: `There is no stable side, so only limits were judged. ${opinion.message}` };
  }
  return opinion;
}

function hasStable({ stable }: Windows): boolean {
  return stable !== null && !isIdle(stable);
}

function isIdle({ requests }: SideWindows): boolean {
  return requests.slice(-idleWindows).every((n) => n === null || n === 0);
}

function inconclusive(opinion: Opinion, reason: ReasonCode, message: string): Opinion {
  return { ...opinion, verdict: 'Inconclusive', reason, message };
}
