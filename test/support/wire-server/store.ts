import { BSON, type Document } from 'bson';
import { compileFilter } from './filter';
import { compareValues, keyOf, rankOf } from './order';

interface Entry {
  readonly id: unknown;
  /** Replaced as a whole, never changed. */
  document: Document;
}

/** One collection in memory: documents by `_id`, and in the order of it, so that a walk over a range is cheap. */
export class Store {
  readonly indexes: Document[] = [{ v: 2, key: { _id: 1 }, name: '_id_' }];
  validator: { readonly filter: Document; readonly level: string; readonly action: string } | undefined;
  private readonly byKey = new Map<string, Entry>();
  private readonly entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }

  get(id: unknown): Document | undefined {
    return this.byKey.get(keyOf(id))?.document;
  }

  /** In the order of `_id`. */
  *all(): Generator<Document> {
    for (const { document } of this.entries) yield document;
  }

  /** The documents of a filter in the order of `_id`, reading no more ids than its bounds say. */
  *find(filter: Document, now: Date): Generator<Document> {
    const { spans, matches } = compileFilter(filter, now);
    const seen = new Set<number>();
    for (const { ranks, lower, upper } of spans) {
      const start = lower === undefined ? this.firstOfRank(ranks[0]) : this.position(lower);
      for (let at = start; at < this.entries.length; at++) {
        const { id, document } = this.entries[at] as Entry;
        if (upper !== undefined ? compareValues(id, upper) > 0 : rankOf(id) > ranks[1]) break;
        if (spans.length > 1 && seen.size === seen.add(at).size) continue;
        if (matches(document)) yield document;
      }
    }
  }

  /** @returns false when the `_id` is taken */
  insert(document: Document): boolean {
    const id: unknown = document['_id'];
    const key = keyOf(id);
    if (this.byKey.has(key)) return false;
    const entry = { id, document };
    this.byKey.set(key, entry);
    this.entries.splice(this.position(id), 0, entry);
    return true;
  }

  /** @returns whether a single byte is different now */
  replace(document: Document): boolean {
    const entry = this.byKey.get(keyOf(document['_id']));
    if (entry === undefined) return this.insert(document);
    if (Buffer.compare(BSON.serialize(entry.document), BSON.serialize(document)) === 0) return false;
    entry.document = document;
    return true;
  }

  remove(id: unknown): void {
    if (this.byKey.delete(keyOf(id))) this.entries.splice(this.position(id), 1);
  }

  private firstOfRank(rank: number): number {
    return this.first((id) => rankOf(id) >= rank);
  }

  /** Where an id is, or would be. */
  private position(id: unknown): number {
    const last = this.entries.at(-1);
    if (last !== undefined && compareValues(last.id, id) < 0) return this.entries.length;
    return this.first((other) => compareValues(other, id) >= 0);
  }

  /** The first place from which on something holds. */
  private first(holds: (id: unknown) => boolean): number {
    let [from, to] = [0, this.entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(this.entries[middle]?.id)) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
