export interface BatchLimits {
  readonly targetMs: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The size of the next batch, so that it takes about the target time: the server is slower at noon than at night, and documents differ.
 * At most halved or doubled at once, and then half-way there, so that one slow batch does not decide.
 *
 * @param size documents in the batch just done
 * @param ms how long it took
 */
export function nextBatchSize(size: number, ms: number, { targetMs, min, max }: BatchLimits): number {
  const factor = clamp(targetMs / Math.max(ms, 1), 0.5, 2);
  return Math.round(clamp((size + size * factor) / 2, min, max));
}

/** After the server gave up on a batch at its time limit. */
export function halvedBatchSize(size: number, { min, max }: BatchLimits): number {
  return Math.round(clamp(size / 2, Math.min(min, 1), max));
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
