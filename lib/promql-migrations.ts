import { quoted } from './promql';

/** What the ledger says of a migration carries these labels, whichever replica of the judge says it. */
export const byMigration = 'namespace, mig';

/**
 * Matchers of migrations in the metrics of the judge. Engine and cluster name them alike, up to the date in front.
 *
 * @param namespace as a string of PromQL
 */
export function declaredMigrations(namespace: string, migrations: readonly string[]): string {
  return `namespace=${namespace},mig=~${quoted(`([0-9]+-)*(${migrations.join('|')})`)}`;
}
