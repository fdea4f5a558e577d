import { annotation as ours } from '../labels';
import type { Item } from './types';

/** What no field of Kubernetes says, the lint reads from annotations. docs/lint.md explains each. */
export const annotation = {
  ...ours,
  waive: 'bluecanary.dev/waive',
} as const;

export const prefix = 'bluecanary.dev/';

/** Whether a risk is taken knowingly. */
export function acknowledges(item: Item | undefined, risk: Risk): boolean {
  return (item?.annotations[annotation.acknowledge] ?? '').split(',').some((word) => word.trim() === risk);
}

/** Risks that can be taken knowingly. */
export type Risk =
  /** Y07: retries repeat writes. */
  | 'retry-writes'
  /** X40: an abort first scales the stable side up. */
  | 'dynamic-stable'
  /** X18: somebody sends requests to the preview. */
  | 'synthetic-load'
  /** Y30: mirrored writes go to a database of their own. */
  | 'mirror-writes'
  /** X32: credentials that are rotated for both sides at once. */
  | 'rotated-credentials'
  /** Y10: the canary header is stripped or authenticated at the edge. */
  | 'canary-header'
  /** Y19: the first looks of a stage may still see the stage before. */
  | 'early-looks'
  /** X39: the certificate is not checked. */
  | 'insecure-tls';

/** What a migration Job says about itself in `bluecanary.dev/migration`, as JSON. Rules on migrations can read only this and the pod. */
export interface MigrationSummary {
  readonly id?: unknown;
  /** expand, backfill, verify, switch, contract or down */
  readonly phase?: unknown;
  readonly database?: unknown;
  readonly collection?: unknown;
  /** Filter of the documents that are still wrong. */
  readonly drift?: unknown;
  /** Stages of the update. */
  readonly transform?: unknown;
  /** `{ name, none: filter }` or `{ name, holds: stages }` */
  readonly invariants?: unknown;
  /** Whether writes go in ranges of `_id` with a checkpoint; the engine's always do. */
  readonly batched?: unknown;
  /** Seconds that contract waits after the switch. */
  readonly drainedSeconds?: unknown;
}
