import { matchers } from './promql';

type Labels = Readonly<Record<string, string>>;

/**
 * Names series of mongodb_exporter, all of one database.
 *
 * @param database labels of its series, where Prometheus knows more than one database
 * @example mongodbSeries({ cluster: 'shop' })('mongodb_up') // 'mongodb_up{cluster="shop"}'
 */
export function mongodbSeries(database: Labels = {}): (name: string, more?: Labels) => string {
  return (name, more = {}) => {
    const labels = matchers({ ...database, ...more });
    return labels === '' ? name : `${name}{${labels}}`;
  };
}

/** Share of the storage engine's cache that is in use. */
export function cacheInUse(database: Labels = {}): string {
  const series = mongodbSeries(database);
  return `${series('mongodb_ss_wt_cache_bytes_currently_in_the_cache')} / ${series('mongodb_ss_wt_cache_maximum_bytes_configured')}`;
}
