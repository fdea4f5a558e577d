import { SingleBar } from 'cli-progress';
import type { Log, Progress } from '../index';

/** Shows how far a phase is: a bar on a terminal, a line of data every 5 s elsewhere. */
export interface ProgressView {
  readonly show: (progress: Progress) => void;
  stop(): void;
}

const everyMs = 5_000;

/** @param terminal where the bar goes; without it, or when it is none, progress is logged */
export function progressOn(terminal: NodeJS.WriteStream | undefined, log: Log, now: () => number = Date.now): ProgressView {
  return terminal?.isTTY ? bar(terminal) : lines(log, now);
}

function bar(stream: NodeJS.WriteStream): ProgressView {
  const view = new SingleBar({
    stream,
    format: '{what} [{bar}] {percentage} %  {rate}/s  {left}  {note}',
    hideCursor: true,
    clearOnComplete: false,
  });
  let shown: string | undefined;
  return {
    show: (progress) => {
      const { activity, ranges, throttle, rate, quarantined, etaSeconds } = progress;
      const waiting = throttle.length > 0 ? `waiting: ${throttle.join(', ')}` : '';
      const note = [progress.note, waiting, quarantined > 0 ? `${quarantined} in quarantine` : ''].filter(Boolean).join('; ');
      const what = activity === 'index' ? 'index' : `${activity} pass ${progress.pass}`;
      const left = etaSeconds === undefined ? '' : `${roughly(etaSeconds)} left`;
      const payload = { what, rate: Math.round(rate), left, note };
      // By documents: ranges of a large collection are few, and each takes long. Those written meanwhile are more than the estimate.
      const total = Math.max(1, progress.total);
      const done = ranges.done === ranges.total ? total : Math.min(progress.passed, total);
      if (shown !== what) view.start(total, done, payload);
      else {
        view.setTotal(total);
        view.update(done, payload);
      }
      shown = what;
    },
    stop: () => view.stop(),
  };
}

/** `45 s`, `12 min`, `3.5 h`: as exact as an estimate can be. */
function roughly(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function lines(log: Log, now: () => number): ProgressView {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show: (progress) => {
      if (now() - last < everyMs) return;
      last = now();
      log.info({ ...progress }, 'progress');
    },
    stop: () => undefined,
  };
}
