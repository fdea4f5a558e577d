import type { At } from './at';
import type { References } from './references';
import type { Item, Kind, Severity } from './types';

/**
 * Says that a place does not hold what it must.
 *
 * @param came what was found there; the message reads `<what must hold>, got <came>`
 * @param detail replaces the rule's own way out or severity
 */
export type Report = (
  at: At,
  came: string,
  detail?: { readonly fix?: string; readonly severity?: Severity; readonly practice?: true },
) => void;

/** What a check has found, apart from its place. */
export interface Fault {
  readonly came: string;
  readonly fix?: string;
  readonly practice?: true;
}

/** One entry of the catalogue: its documentation, its example and its check. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Good practice rather than a certain fault: an error in our own releases, a warning in manifests of others. */
  readonly practice?: true;
  readonly holds: string;
  /** What happens on the cluster otherwise. */
  readonly otherwise: string;
  readonly fix: string;
  /** Kinds that the check is run on. */
  readonly on: readonly Kind[];
  readonly check: (item: Item, references: References, report: Report) => void;
  /** YAML in the form of a diff: without the `+` lines it fails, without the `-` lines it passes. Only the fields that matter. */
  readonly example: string;
}
