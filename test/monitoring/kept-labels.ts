import type { Query } from '../../lib/lint/query';

/** Labels that the rows of an answer carry; undefined where all of the metric may be there. */
export function keptLabels(query: Query): readonly string[] | undefined {
  switch (query.type) {
    case 'aggregation':
      return query.without ? undefined : (query.by ?? []);
    case 'call':
      return query.of.map(vector).find((one) => one !== undefined)?.();
    case 'binary': {
      const [left, right] = query.of;
      const side = query.group === 'right' || !vector(left) ? right : left;
      const own = keptLabels(side);
      if (['and', 'or', 'unless'].includes(query.operator) || query.on === undefined) return own;
      return query.group === undefined ? query.on : own && [...own, ...query.copied];
    }
    default:
      return undefined;
  }
}

/** Its labels, when it is a vector and not a number. */
function vector(query: Query): (() => readonly string[] | undefined) | undefined {
  if (query.type === 'number' || query.type === 'text') return undefined;
  if (query.type === 'call' && ['time', 'scalar', 'vector'].includes(query.name)) return undefined;
  return () => keptLabels(query);
}
