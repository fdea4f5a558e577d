export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

export interface Selector {
  readonly type: 'selector';
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Seconds of `[5m]`. */
  readonly range?: number;
}
export interface Aggregation {
  readonly type: 'aggregation';
  readonly operator: string;
  readonly by: readonly string[] | undefined;
  readonly without: readonly string[] | undefined;
  readonly of: readonly Query[];
}
export interface Call {
  readonly type: 'call';
  readonly name: string;
  readonly of: readonly Query[];
}
export interface Binary {
  readonly type: 'binary';
  readonly operator: string;
  readonly on: readonly string[] | undefined;
  readonly ignoring: readonly string[] | undefined;
  readonly group: 'left' | 'right' | undefined;
  /** Labels that `group_left` or `group_right` copies. */
  readonly copied: readonly string[];
  readonly of: readonly [Query, Query];
}
export interface Literal {
  readonly type: 'number' | 'text';
  readonly value: string;
}

/** An expression of PromQL without the parts that change no label: parentheses, ranges, offsets and signs. */
export type Query = Selector | Aggregation | Call | Binary | Literal;

/** Seconds of the widest range that a query looks back; undefined when it has none, or a placeholder decides. */
export function widestRange(query: Query): number | undefined {
  const ranges = selectorsOf(query).flatMap(({ range }) => (range === undefined ? [] : [range]));
  return ranges.length === 0 ? undefined : Math.max(...ranges);
}

/** Every part of a query, the whole first. */
export function partsOf(query: Query, found: Query[] = []): readonly Query[] {
  found.push(query);
  if ('of' in query) for (const part of query.of) partsOf(part, found);
  return found;
}

export function selectorsOf(query: Query): readonly Selector[] {
  return partsOf(query).filter((part) => part.type === 'selector');
}
