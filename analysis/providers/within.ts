/** Waits for `answer` until `signal` aborts, and then throws what `late` makes; what was awaited may go on. */
export function within<T>(signal: AbortSignal, answer: Promise<T>, late: (reason: unknown) => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(late(signal.reason));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
