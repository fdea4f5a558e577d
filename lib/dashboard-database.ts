import type { Row } from './dashboard-model';
import { cacheInUse, mongodbSeries } from './promql-mongodb';
import type { Release } from './release';

const third = { width: 8, height: 8 } as const;

/** The database that both versions share. */
export function databaseRow({ capacity }: Release): Row {
  const series = mongodbSeries(capacity.databaseLabels);
  const optime = (state: string) => series('mongodb_members_optimeDate', { member_state: state });
  const lag = `
(
    scalar(max(${optime('PRIMARY')}))
  -
    max by (rs_nm, member_idx) (${optime('SECONDARY')})
) / 1000`.slice(1);
  return {
    title: 'Database',
    panels: [
      {
        kind: 'timeseries',
        title: 'Replication lag',
        description: 'How far the secondaries are behind. Majority writes wait for it.',
        unit: 's',
        ...third,
        queries: [{ expr: lag, legend: '{{rs_nm}} {{member_idx}}' }],
        limit: { value: 10, good: 'below' },
      },
      {
        kind: 'timeseries',
        title: 'Connections',
        description: 'Of every node, all apps and versions together. Red: four fifths of the budget.',
        unit: 'short',
        ...third,
        queries: [{ expr: `max by (instance) (${series('mongodb_ss_connections', { conn_type: 'current' })})`, legend: '{{instance}}' }],
        limit: { value: capacity.connectionBudget * 0.8, good: 'below' },
      },
      {
        kind: 'timeseries',
        title: 'Cache in use',
        description: 'Above 95 % requests begin to evict pages themselves.',
        unit: 'percentunit',
        ...third,
        queries: [
          {
            expr: `max by (instance) (${cacheInUse(capacity.databaseLabels)})`,
            legend: '{{instance}}',
          },
        ],
        limit: { value: 0.95, good: 'below' },
      },
      {
        kind: 'stacked',
        title: 'Operations',
        description: 'By kind, all nodes together.',
        unit: 'ops',
        width: 12,
        height: 8,
        queries: [
          { expr: `sum by (legacy_op_type) (rate(${series('mongodb_ss_opcounters')}[$__rate_interval]))`, legend: '{{legacy_op_type}}' },
        ],
      },
      {
        kind: 'timeseries',
        title: 'Free tickets',
        description: 'How many reads and writes the storage engine could still take on. At zero they queue.',
        unit: 'short',
        width: 12,
        height: 8,
        queries: [
          {
            expr: `min by (instance, txn_rw_type) (${series('mongodb_ss_wt_concurrentTransactions_available')})`,
            legend: '{{instance}} {{txn_rw_type}}',
          },
        ],
      },
    ],
  };
}
