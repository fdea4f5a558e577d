import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Work } from '../judge/work';

/** For so long everybody else waits: for probes, for the answers of Prometheus, for short looks. */
const sliceMs = 10;
/** After so many slices a calculation is a long one. */
const longAfter = 10;

/** Ends when the last of the long ones does. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Does a calculation without holding up the process. A long one waits until every long one before it is done: two releases of thousands of windows at the
 * same time would need twice the memory, and end no sooner.
 *
 * Whatever else happens meanwhile, the outcome is the same: a calculation knows nothing but its input.
 */
export async function patiently<Outcome>(work: Work<Outcome>): Promise<Outcome> {
  for (let slices = 0; slices < longAfter; slices++) {
    const { done, value } = slice(work);
    if (done === true) return value;
    await nextTurn();
  }
  const mine = queue.then(() => rest(work));
  queue = mine.catch(() => undefined); // its caller hears of a failure; the next in the queue need not
  return mine;
}

async function rest<Outcome>(work: Work<Outcome>): Promise<Outcome> {
  for (;;) {
    const { done, value } = slice(work);
    if (done === true) return value;
    await nextTurn();
  }
}

function slice<Outcome>(work: Work<Outcome>): IteratorResult<undefined, Outcome> {
  const until = performance.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done === true || performance.now() >= until) return step;
  }
}
