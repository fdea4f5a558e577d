/** A share from 0 to 1. Written in percent, kept as a ratio, so that nobody compares 5 with 0.05. */
export class Percent {
  /** Makes the type nominal: an object with a ratio is no Percent. */
  protected readonly unit = 'percent';

  /** @internal use `percent(5)` */
  constructor(
    /** The share as a ratio. */
    readonly ratio: number,
    /** What is wrong with it, for the report of the construct that uses it. */
    readonly problem?: string,
  ) {}

  /** `5 %` */
  toString(): string {
    return `${trimmed(this.ratio * 100)} %`;
  }
}

/** A limit relative to the stable side, which must have traffic at the same time. */
export class TimesStable {
  /** Makes the type nominal. */
  protected readonly unit = 'times stable';

  /** @internal use `timesStable(1.5)` */
  constructor(
    /** The factor. */
    readonly times: number,
    /** What is wrong with it, for the report of the construct that uses it. */
    readonly problem?: string,
  ) {}

  /** `1.5 x stable` */
  toString(): string {
    return `${trimmed(this.times)} x stable`;
  }
}

/**
 * A share in percent, from 0 to 100.
 *
 * @example percent(5).ratio // 0.05
 */
export function percent(value: number): Percent {
  const inRange = value > 0 && value <= 100;
  return new Percent(value / 100, inRange ? undefined : `percent(${value}): a share is above 0 and at most 100`);
}

/**
 * So many times what the stable side shows.
 *
 * @example p99.atMost(timesStable(1.5)) // the canary's p99 may be half as long again
 */
export function timesStable(times: number): TimesStable {
  const inRange = times >= 1 && times <= 100;
  return new TimesStable(times, inRange ? undefined : `timesStable(${times}): a factor is at least 1 and at most 100`);
}

/** Whether a number is whole and not too small. */
export function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

/** A number for people: at most four decimals, no trailing zeros. */
export function trimmed(value: number): string {
  return String(Number(value.toFixed(4)));
}
