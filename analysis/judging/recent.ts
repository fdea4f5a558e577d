import type { RolloutCatalogue } from '../catalogue';
import type { JudgementRecord } from '../contract/record';
import { type Judging, lastWindowEnd } from './judging';

/**
 * Answers a look that has been made already, as long as the same window is the newest: Argo looks more often than windows end, several analyses of a
 * release ask the same, and a look may be repeated. What says nothing about the canary is not remembered: the next look asks again.
 *
 * A look has all that was counted in its release, so one that can no longer be the answer is not kept.
 *
 * @param entries questions whose newest look is remembered; the oldest leave first
 */
export function rememberingLooks(judging: Judging, catalogue: RolloutCatalogue, entries = 200): Judging {
  const recent = new Map<string, { readonly until: number; readonly seconds: number; readonly look: Promise<JudgementRecord> }>();
  return {
    look(request, at) {
      const windowSeconds = catalogue.find(request.namespace, request.rollout)?.windowSeconds;
      if (windowSeconds === undefined) return judging.look(request, at);
      const { namespace, rollout, canaryHash, stableHash, phase, objectives, weight = '' } = request;
      const key = [namespace, rollout, canaryHash, stableHash, phase, objectives, weight].join(' ');
      const until = lastWindowEnd(at, windowSeconds);
      const known = recent.get(key);
      if (known?.until === until) return known.look;
      const newest = { until, seconds: windowSeconds, look: judging.look(request, at) };
      recent.delete(key);
      for (const [other, { until, seconds }] of recent) if (until < lastWindowEnd(at, seconds)) recent.delete(other);
      recent.set(key, newest);
      const forget = () => recent.get(key) === newest && recent.delete(key);
      newest.look.then((record) => (isEvidence(record) ? undefined : forget()), forget);
      for (const oldest of recent.keys()) {
        if (recent.size <= entries) break;
        recent.delete(oldest);
      }
      return newest.look;
    },
  };
}

/** Complete and fresh data on a canary with traffic. */
function isEvidence({ judgement, windows, quality }: JudgementRecord): boolean {
  const { verdict, reason } = judgement;
  const isKnown = verdict !== 'Inconclusive' || reason === 'too-little-evidence';
  return isKnown && windows !== null && windows.from !== null && quality.gaps === 0;
}
