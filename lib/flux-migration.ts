import type { Migration } from './migration';
import { type Phase, phases } from './migration-phases';

/** The part of a migration's folder that one Kustomization applies. */
export interface PhaseKustomization {
  readonly phase: Phase['name'];
  /** Phases that end before. */
  readonly after: readonly Phase['name'][];
  readonly patches: readonly unknown[];
  readonly wait?: boolean;
}

/**
 * The phases of a migration as Kustomizations of one folder, each with the objects of the others taken out.
 * The backfill runs beside the release, whose promotion waits for it; verify waits for the release.
 */
export function phasesOf(migration: Migration): readonly PhaseKustomization[] {
  const present = phases.map(({ name }) => name).filter((name) => migration.node.tryFindChild(name));
  return present.map((phase, index) => ({
    phase,
    after: present.slice(Math.max(0, index - 1), index),
    patches: [
      without({ kind: 'Job', labelSelector: `bluecanary.dev/phase!=${phase}` }),
      // Identity, rights and network come with the first phase.
      // The tailer runs beside the backfill.
      ...(migration.catchesUp && phase !== 'backfill' ? [without({ kind: 'Deployment' })] : []),
      ...(index === 0 ? [] : [without({ kind: 'ServiceAccount|Role|RoleBinding|NetworkPolicy' })]),
    ],
    // It stays suspended until somebody approves it.
    ...(phase === 'contract' ? { wait: false } : {}),
  }));
}

function without(target: { readonly kind: string; readonly labelSelector?: string }) {
  return { target, patch: '$patch: delete\napiVersion: v1\nkind: any\nmetadata:\n  name: any\n' };
}
