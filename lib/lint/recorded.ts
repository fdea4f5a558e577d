import { type Shape, shapeOf } from './labels';
import { parseQuery } from './promql';
import { partsOf, type Query } from './query';
import { rulesOf } from './query-sources';
import type { References } from './references';

export type Unit = 'percent' | 'ratio' | 'seconds' | 'milliseconds';

/** Parts of so many queries are remembered: those of one form share theirs. */
const mostKnown = 50_000;

/** Series that the rules record: their queries, labels and units. */
export class Recorded {
  /** Expressions by the series they record. Every release of a fleet records the same ones, and they are read when somebody asks. */
  private readonly expressions = new Map<string, string>();
  private readonly queries = new Map<string, Query | undefined>();
  private readonly series = new Map<string, Shape | undefined>();
  private readonly units = new Map<string, Unit | undefined>();
  private readonly known = new Map<Query, Shape>();

  constructor(references: References) {
    for (const rule of references.of('PrometheusRule').flatMap(rulesOf)) {
      const name = rule.get('record').text;
      if (name !== undefined) this.expressions.set(name, rule.get('expr').text ?? '');
    }
  }

  /** Labels of what a query gives. */
  readonly shapeOf = (query: Query): Shape => {
    const known = this.known.get(query);
    if (known) return known;
    const shape = shapeOf(query, this.shapeOf, this.shapeOfSeries);
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(query, shape);
    return shape;
  };

  private readonly shapeOfSeries = (metric: string): Shape | undefined => {
    if (this.series.has(metric)) return this.series.get(metric);
    // A rule that reads itself is open until it is known.
    this.series.set(metric, undefined);
    const query = this.query(metric);
    const shape = query && this.shapeOf(query);
    this.series.set(metric, shape);
    return shape;
  };

  /** Unit of a recorded series, as far as its query shows it. */
  unit(metric: string): Unit | undefined {
    if (!this.units.has(metric)) {
      const query = this.query(metric);
      this.units.set(metric, query && unitOf(query));
    }
    return this.units.get(metric);
  }

  private query(metric: string): Query | undefined {
    const expression = this.expressions.get(metric);
    if (expression !== undefined && !this.queries.has(metric)) this.queries.set(metric, parseQuery(expression).form?.query);
    return this.queries.get(metric);
  }
}

export function recordedOf(references: References): Recorded {
  return references.part(Recorded, () => new Recorded(references));
}

/** A factor of 100 on a share makes percent; a quantile has the unit of its buckets. */
function unitOf(query: Query): Unit | undefined {
  for (const part of partsOf(query)) {
    if (part.type !== 'call' || part.name !== 'histogram_quantile') continue;
    const buckets = partsOf(part).find((inner) => inner.type === 'selector');
    if (buckets?.type !== 'selector') continue;
    if (/_(milliseconds|ms)(_|$)/.test(buckets.metric ?? ''))
      return partsOf(query).some((one) => one.type === 'call' && one.name === 'label_replace') ? undefined : 'milliseconds';
    if (/_seconds(_|$)/.test(buckets.metric ?? '')) return 'seconds';
  }
  if (!partsOf(query).some((part) => part.type === 'binary' && part.operator === '/')) return undefined;
  return partsOf(query).some(
    (part) =>
      part.type === 'binary' && part.operator === '*' && part.of.some((side) => side.type === 'number' && Number(side.value) === 100),
  )
    ? 'percent'
    : 'ratio';
}
