import type { ClientRow } from './collections';
import { minutes } from './duration';

/** Pods report every minute: for so long after its last word one may still write. */
const beat = minutes(2);

export interface OldWriters {
  /** Those that may have been alive then. */
  readonly left: readonly ClientRow[];
  /** Whether any old one has ever reported: of one that never did, silence shows nothing. */
  readonly heardOf: boolean;
}

/** What the reports of apps say about writers of an older schema at an instant. */
export function oldWritersAt(clients: readonly ClientRow[], schemaVersion: number, at: Date): OldWriters {
  const old = clients.filter(({ schemaMax }) => schemaMax < schemaVersion);
  return { left: old.filter(({ seenAt }) => seenAt.getTime() + beat.ms >= at.getTime()), heardOf: old.length > 0 };
}
