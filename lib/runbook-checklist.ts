import { duration } from './plan';
import type { Release } from './release';

interface Item {
  readonly text: string;
  /** What checks it; a person when nothing does. */
  readonly by?: string | false;
}

/**
 * Before, during and after: what a machine can check is checked by one, the rest is for a person to tick.
 *
 * @param watched whether a Monitoring has the release, and with it alerts and dashboards
 */
export function checklist(release: Release, watched: boolean): readonly string[] {
  return sections(release, watched)
    .flatMap(([title, items]) => [`### ${title}`, '', ...items.map(line), ''])
    .slice(0, -1);
}

function line({ text, by }: Item): string {
  return !by ? `- [ ] ${text}` : `- [x] ${text} (${by})`;
}

function sections(release: Release, watched: boolean): readonly (readonly [string, readonly Item[]])[] {
  const { capacity, migrations, objectives, machinery, strategy, timing } = release;
  const automatic = machinery === 'rollout';
  const schema = migrations.length > 0;
  return [
    [
      'Preparation',
      [
        {
          text: `Capacity for ${capacity.pods} pods and their MongoDB connections`,
          ...(capacity.connections > 0 ? { by: 'connections: synth, against the budget; nodes and quota: a person' } : {}),
        },
        {
          text: 'Both versions live on one schema',
          ...(schema ? { by: 'the migration expands first, the gate waits for drift zero' } : {}),
        },
        { text: 'Feature flags belong to the new version', by: 'the environment in `main.ts`, reviewed' },
        { text: 'Dashboards and alerts exist', by: watched && 'synth writes them with the release' },
        { text: 'Roll back is documented', by: 'this file' },
      ],
    ],
    [
      'Deployment',
      [
        {
          text: 'Backup taken, and a restore of it tried',
          ...(schema && release.backsUp ? { by: 'the backup Job and its evidence; trying the restore: a person' } : {}),
        },
        { text: 'Migration validated on a copy: `npx bluecanary migrate dry-run`' },
        { text: 'New side tested before users see it', ...(automatic && release.smokeTests.length > 0 ? { by: 'smoke tests' } : {}) },
        {
          text: 'Baseline recorded',
          by:
            automatic && strategy === 'canary'
              ? 'the judge compares both sides over the same windows'
              : watched && 'the recorded series of the version before, on the dashboard',
        },
      ],
    ],
    [
      'Monitoring',
      [
        ...objectives.map(({ text }) => ({ text, by: automatic ? 'the judge' : watched && 'alert' })),
        { text: 'Database: lag, connections, cache', by: watched && 'alerts' },
        { text: 'Resources of the pods', by: watched && 'dashboard' },
      ],
    ],
    ['Validation', [{ text: 'Business metrics as expected' }, { text: 'SLA kept over the release' }]],
    [
      'Cleanup',
      [
        automatic && timing.keepPrevious >= 86_400
          ? { text: `Previous version kept for ${duration(timing.keepPrevious)}`, by: 'the controller' }
          : { text: 'Previous version kept for 24 to 48 hours, or deliberately not' },
        ...(schema ? [{ text: 'Contract approved, in a release of its own, after the previous version is gone' }] : []),
      ],
    ],
  ];
}
