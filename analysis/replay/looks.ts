import type { JudgedRollout } from '../contract/catalogue.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import type { JudgementRecord } from '../contract/record';
import type { Judging } from '../judging/judging';

/** Most looks of one replay: of a longer span, every n-th. */
const mostLooks = 500;

/** Judges a release as it was known at the end of each window from `from` to `to`, seconds since 1970; looks before its first request are left out. */
export async function replayedLooks(
  judging: Judging,
  request: JudgementRequest,
  rollout: JudgedRollout,
  from: number,
  to: number,
): Promise<JudgementRecord[]> {
  const seconds = rollout.windowSeconds;
  const [first, last] = [Math.ceil(from / seconds), Math.floor(to / seconds)];
  const step = Math.max(1, Math.ceil((last - first + 1) / mostLooks));
  const records: JudgementRecord[] = [];
  for (let window = last - step * Math.floor((last - first) / step); window <= last; window += step) {
    // A look comes a quarter of a window after the end of the one it judges, as in the service.
    const record = await judging.look(request, (window * seconds + seconds / 4) * 1_000);
    const isBefore = record.judgement.reason === 'no-canary-data' && record.judgement.window.count === 0;
    if (records.length > 0 || !isBefore) records.push(record);
  }
  return records;
}
