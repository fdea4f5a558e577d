import { BSON, type Document } from 'bson';
import { compileFilter } from './filter';
import { compareValues, keyOf, rankOf } from './order';

/** One collection in memory: documents by `_id`, and the ids in order, so that a walk over a range is cheap. */
export class Store {
  readonly indexes: Document[] = [{ v: 2, key: { _id: 1 }, name: '_id_' }];
  validator: { readonly filter: Document; readonly action: string } | undefined;
  private readonly documents = new Map<string, Document>();
  private readonly ids: unknown[] = [];

  get size(): number {
    return this.ids.length;
  }

  get(id: unknown): Document | undefined {
    return this.documents.get(keyOf(id));
  }

  /** In the order of `_id`. */
  *all(): Generator<Document> {
    for (const id of this.ids) {
      const document = this.get(id);
      if (document) yield document;
    }
  }

  /** The documents of a filter in the order of `_id`, reading no more ids than its bounds say. */
  *find(filter: Document, now: Date): Generator<Document> {
    const { spans, matches } = compileFilter(filter, now);
    const seen = new Set<number>();
    for (const { ranks, lower, upper } of spans) {
      const start = lower === undefined ? this.firstOfRank(ranks[0]) : this.position(lower);
      for (let at = start; at < this.ids.length; at++) {
        const id = this.ids[at];
        if (upper !== undefined ? compareValues(id, upper) > 0 : rankOf(id) > ranks[1]) break;
        if (spans.length > 1 && seen.size === seen.add(at).size) continue;
        const document = this.get(id);
        if (document && matches(document)) yield document;
      }
    }
  }

  /** @returns false when the `_id` is taken */
  insert(document: Document): boolean {
    const key = keyOf(document['_id']);
    if (this.documents.has(key)) return false;
    this.documents.set(key, document);
    this.ids.splice(this.position(document['_id']), 0, document['_id']);
    return true;
  }

  /** @returns whether a single byte is different now */
  replace(document: Document): boolean {
    const key = keyOf(document['_id']);
    const before = this.documents.get(key);
    if (before && Buffer.compare(BSON.serialize(before), BSON.serialize(document)) === 0) return false;
    this.documents.set(key, document);
    return true;
  }

  remove(id: unknown): void {
    if (this.documents.delete(keyOf(id))) this.ids.splice(this.position(id), 1);
  }

  private firstOfRank(rank: number): number {
    let [from, to] = [0, this.ids.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (rankOf(this.ids[middle]) < rank) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Where an id is, or would be. */
  private position(id: unknown): number {
    const last = this.ids.at(-1);
    if (this.ids.length > 0 && compareValues(last, id) < 0) return this.ids.length;
    let [from, to] = [0, this.ids.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareValues(this.ids[middle], id) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
