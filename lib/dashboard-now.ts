import type { Panel, Row } from './dashboard-model';
import { chosen, difference, migrationsOf, sideNames } from './dashboard-queries';
import { constant, type Limits } from './limits';
import { mongodbSeries } from './promql-mongodb';
import type { Release } from './release';
import { compared, recorded } from './rules';
import { trimmed } from './units';

const small = { width: 3, height: 4 } as const;

/** The state of the release in numbers that can be read from across the room. */
export function nowRow(release: Release, limits: Limits, slo: number | undefined): Row {
  const panels = [phase(release), ...sides(release, limits), ...budget(slo), ...migration(release), ...database(release)];
  const width = Math.max(3, Math.floor(24 / panels.length));
  return { title: 'Now', panels: panels.map((panel) => ({ ...panel, width })) };
}

function phase({ machinery, name }: Release): Panel {
  return machinery === 'rollout'
    ? {
        kind: 'name',
        title: 'Phase',
        description: 'What the controller says of the rollout.',
        unit: 'short',
        ...small,
        queries: [{ expr: 'max by (phase) (rollout_info{namespace="$namespace",name="$app"}) > 0', legend: '{{phase}}' }],
        colours: {
          Completed: 'green',
          Progressing: 'blue',
          Paused: 'orange',
          Timeout: 'red',
          Error: 'red',
          Abort: 'red',
          InvalidSpec: 'red',
        },
      }
    : {
        kind: 'stat',
        title: 'Available pods',
        description: 'Of each side; the standby of a blue/green release has none.',
        unit: 'short',
        ...small,
        queries: [
          {
            expr: `max by (deployment) (kube_deployment_status_replicas_available{namespace="$namespace",deployment=~"${sideNames(name)}"})`,
            legend: '{{deployment}}',
          },
        ],
      };
}

function sides(release: Release, limits: Limits): Panel[] {
  const tracks = compared(release);
  const requests = (track: string) => `sum(${recorded.requests}{${chosen},track="${track}"})`;
  const worse: Panel = {
    kind: 'stat',
    title: 'Error difference',
    description: tracks
      ? 'Error ratio of the new side minus that of the settled one.'
      : 'Error ratio of the worst version minus that of the best.',
    unit: 'percentunit',
    ...small,
    queries: [{ expr: difference(release), legend: 'difference' }],
    limit: { value: 0.01, good: 'below' },
  };
  if (!tracks) return [worse];
  const { fresh, settled } = tracks;
  const p99 = (track: string) => `max(${recorded.p99}{${chosen},track="${track}"})`;
  return [
    {
      kind: 'stat',
      title: `Share of the ${fresh}`,
      description: 'Of all requests, measured.',
      unit: 'percentunit',
      ...small,
      queries: [{ expr: `${requests(fresh)} / sum(${recorded.requests}{${chosen}})`, legend: fresh }],
    },
    {
      kind: 'stat',
      title: `Requests of the ${fresh}`,
      description: 'In five minutes. Below 100 nothing can be said of it.',
      unit: 'short',
      ...small,
      queries: [{ expr: `${requests(fresh)} * 300`, legend: fresh }],
      limit: { value: 100, good: 'above' },
    },
    worse,
    {
      kind: 'stat',
      title: 'P99 ratio',
      description: `P99 of the ${fresh} divided by that of the ${settled}.`,
      unit: 'short',
      ...small,
      queries: [{ expr: `${p99(fresh)} / ${p99(settled)}`, legend: 'ratio' }],
      limit: { value: limits.p99Times ?? 1.5, good: 'below' },
    },
  ];
}

function budget(slo: number | undefined): Panel[] {
  if (slo === undefined) return [];
  const total = (record: string) => `sum(sum_over_time(${record}{${chosen}}[30d]))`;
  return [
    {
      kind: 'stat',
      title: 'Error budget left',
      description: `Of the ${trimmed(slo * 100)} % of requests that may fail in 30 days.`,
      unit: 'percentunit',
      ...small,
      queries: [{ expr: `1 - ${total(recorded.errors)} / ${total(recorded.requests)} / ${constant(slo)}`, legend: 'left' }],
      limit: { value: 0.1, good: 'above' },
    },
  ];
}

function migration({ migrations }: Release): Panel[] {
  if (migrations.length === 0) return [];
  return [
    {
      kind: 'name',
      title: 'Migration',
      description: 'Where it stands in its ledger.',
      unit: 'short',
      ...small,
      queries: [{ expr: `max by (mig, state) (mig_state{${migrationsOf(migrations)}}) == 1`, legend: '{{state}}' }],
      colours: { ready: 'green', switched: 'green', done: 'green', rollingBack: 'orange', rolledBack: 'orange', failed: 'red' },
    },
  ];
}

function database({ capacity }: Release): Panel[] {
  if (capacity.connections === 0) return [];
  return [
    {
      kind: 'stat',
      title: 'MongoDB',
      description: 'Whether every node answers its exporter.',
      unit: 'short',
      ...small,
      queries: [{ expr: `min(${mongodbSeries(capacity.databaseLabels)('mongodb_up')})`, legend: 'MongoDB' }],
      words: { '0': { text: 'down', color: 'red' }, '1': { text: 'up', color: 'green' } },
    },
  ];
}
