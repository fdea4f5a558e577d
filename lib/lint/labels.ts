import type { Query } from './query';

/**
 * The labels of the series that a query gives.
 *
 * `open`: it carries labels that nobody here knows, because nothing aggregated it. `pinned`: labels that a matcher holds at one value.
 */
export interface Shape {
  readonly scalar: boolean;
  readonly open: boolean;
  readonly labels: ReadonlySet<string>;
  readonly pinned: ReadonlyMap<string, string>;
}

const scalar: Shape = { scalar: true, open: false, labels: new Set(), pinned: new Map() };
const single: Shape = { ...scalar, scalar: false };

/**
 * @param of shape of a part, which the caller may know already
 * @param recorded shape of a recorded series, if its rule is known
 */
export function shapeOf(query: Query, of: (part: Query) => Shape, recorded: (metric: string) => Shape | undefined): Shape {
  switch (query.type) {
    case 'number':
    case 'text':
      return scalar;
    case 'selector': {
      const pinned = new Map(
        query.matchers.filter(({ operator, label }) => operator === '=' && label !== '__name__').map(({ label, value }) => [label, value]),
      );
      const known = query.metric === undefined ? undefined : recorded(query.metric);
      return known ? { ...known, pinned: new Map([...known.pinned, ...pinned]) } : { scalar: false, open: true, labels: new Set(), pinned };
    }
    case 'call':
      return call(query.name, query.of, of);
    case 'aggregation': {
      const inner = of(query.of.at(-1) ?? { type: 'number', value: '0' });
      if (['topk', 'bottomk', 'limitk', 'limit_ratio'].includes(query.operator)) return inner;
      const counted = query.operator === 'count_values' && query.of[0]?.type === 'text' ? [query.of[0].value] : [];
      if (query.without) {
        const gone = new Set(query.without);
        return {
          scalar: false,
          open: inner.open,
          labels: new Set([...inner.labels].filter((label) => !gone.has(label)).concat(counted)),
          pinned: without(inner.pinned, gone),
        };
      }
      const kept = new Set([...(query.by ?? []), ...counted]);
      // A closed vector has no label besides its own: grouping by another one gives none.
      const labels = new Set([...kept].filter((label) => inner.open || inner.labels.has(label) || counted.includes(label)));
      return { scalar: false, open: false, labels, pinned: new Map([...inner.pinned].filter(([label]) => kept.has(label))) };
    }
    case 'binary': {
      const [left, right] = [of(query.of[0]), of(query.of[1])];
      if (left.scalar || right.scalar) return left.scalar ? right : left;
      if (query.operator === 'and' || query.operator === 'unless') return left;
      if (query.operator === 'or')
        return { scalar: false, open: left.open || right.open, labels: new Set([...left.labels, ...right.labels]), pinned: new Map() };
      if (query.group) {
        const many = query.group === 'left' ? left : right;
        return { ...many, labels: new Set([...many.labels, ...query.copied]) };
      }
      if (query.on)
        return {
          scalar: false,
          open: false,
          labels: new Set(query.on),
          pinned: new Map([...left.pinned].filter(([label]) => query.on?.includes(label))),
        };
      const gone = new Set(query.ignoring ?? []);
      return {
        scalar: false,
        open: left.open && right.open,
        labels: new Set([...left.labels].filter((label) => !gone.has(label))),
        pinned: without(left.pinned, gone),
      };
    }
  }
}

function call(name: string, parts: readonly Query[], of: (part: Query) => Shape): Shape {
  if (name === 'scalar' || name === 'time' || name === 'pi') return scalar;
  if (name === 'vector' || name === 'absent' || name === 'absent_over_time') return single;
  const vector = parts.map(of).find((shape) => !shape.scalar) ?? single;
  if (name === 'histogram_quantile') {
    const gone = new Set(['le']);
    return { ...vector, labels: new Set([...vector.labels].filter((label) => label !== 'le')), pinned: without(vector.pinned, gone) };
  }
  if (name === 'label_replace' || name === 'label_join') {
    const [, target] = parts;
    const label = target?.type === 'text' ? target.value : '';
    return { ...vector, labels: new Set([...vector.labels, label]), pinned: without(vector.pinned, new Set([label])) };
  }
  return vector;
}

function without(pinned: ReadonlyMap<string, string>, gone: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...pinned].filter(([label]) => !gone.has(label)));
}
