import type { Reason } from '../types';

/** Why a metric cannot be judged at all; undefined when both sides have data. */
export function missingReason(canary: object | null, baseline: object | null, unusable: number): Reason | undefined {
  if (canary !== null && baseline !== null) return undefined;
  if (unusable > 0) return 'not-finite';
  return canary === null ? 'no-canary-data' : 'no-stable-data';
}
