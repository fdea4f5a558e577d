/** A calculation in slices: after each, whoever drives it may do something else first. The outcome is the same. */
export type Work<Outcome> = Generator<undefined, Outcome, undefined>;

/** Does all slices of a calculation at once. */
export function finished<Outcome>(work: Work<Outcome>): Outcome {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
