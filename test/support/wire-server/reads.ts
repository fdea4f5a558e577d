import { type Document, Long, Timestamp } from 'bson';
import { aggregate, CommandError, sorted } from './pipeline';
import type { State } from './state';

/** What is left of an answer that did not fit into one batch, or a change stream, which never ends. */
export type Cursor = { readonly namespace: string } & ({ readonly rest: Document[] } | { readonly stream: Stream });

interface Stream {
  /** How many changes have been looked at. */
  position: number;
  readonly watched: string;
  readonly stages: readonly Document[];
}

/** Answers of several documents, batch by batch. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private last = 0;

  constructor(private readonly state: State) {}

  find(database: string, body: Document, now: Date): Document {
    const { find: collection, filter = {}, sort, skip = 0, limit = 0, projection, batchSize = 101, singleBatch } = body;
    if (database === 'local' && collection === 'oplog.rs') return this.first('local.oplog.rs', this.oplogEdge(sort, now), 10, true);
    const store = this.state.store(database, collection);
    const wanted = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit;
    const byIdOnly = sort === undefined || (Object.keys(sort).join() === '_id' && sort['_id'] === 1);
    const found: Document[] = [];
    for (const document of store?.find(filter, now) ?? []) {
      found.push(document);
      if (byIdOnly && found.length >= wanted) break;
    }
    const part = (byIdOnly ? found : sorted(found, sort)).slice(skip, wanted);
    const shown = projection && Object.keys(projection).length > 0 ? project(part, projection, now) : part;
    return this.first(`${database}.${collection}`, shown, Number(batchSize), singleBatch === true || limit < 0);
  }

  aggregate(database: string, body: Document, now: Date): Document {
    const collection = body['aggregate'];
    const [first, ...rest] = body['pipeline'] as Document[];
    const namespace = `${database}.${collection === 1 ? '$cmd.aggregate' : collection}`;
    if (first?.['$changeStream']) return this.watch(namespace, first['$changeStream'], rest);
    const batchSize = Number(body['cursor']?.batchSize ?? 101);
    if (first?.['$currentOp']) return this.first(namespace, aggregate(this.state.connections, rest, now), batchSize, false);
    const store = this.state.store(database, String(collection));
    if (first?.['$collStats'] && database === 'local')
      return this.first(namespace, [{ storageStats: { size: this.state.oplogFilled * 1000, maxSize: 1000 } }], batchSize, false);
    if (first?.['$collStats'])
      return this.first(namespace, store ? [{ storageStats: { size: store.size * 200, count: store.size } }] : [], batchSize, false);
    const match = first?.['$match'];
    const input = match ? [...(store?.find(match, now) ?? [])] : [...(store?.all() ?? [])];
    const stages = [...(match || first === undefined ? [] : [first]), ...rest];
    return this.first(namespace, aggregate(input, stages, now), batchSize, false);
  }

  async more(body: Document, now: () => Date): Promise<Document> {
    const id = Long.fromValue(body['getMore']);
    const cursor = this.open.get(id.toString());
    if (cursor === undefined) throw new CommandError(43, `cursor id ${id.toString()} not found`);
    if ('stream' in cursor) return this.follow(id, cursor.namespace, cursor.stream, Number(body['maxTimeMS'] ?? 1000), now);
    const nextBatch = cursor.rest.splice(0, Number(body['batchSize'] ?? 1000));
    if (cursor.rest.length === 0) this.open.delete(id.toString());
    return { cursor: { id: cursor.rest.length === 0 ? Long.ZERO : id, ns: cursor.namespace, nextBatch } };
  }

  kill(body: Document): Document {
    for (const id of body['cursors'] ?? []) this.open.delete(Long.fromValue(id).toString());
    return { cursorsKilled: body['cursors'], cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [] };
  }

  private first(namespace: string, documents: readonly Document[], batchSize: number, single: boolean): Document {
    const rest = documents.slice(batchSize);
    const id = rest.length === 0 || single ? Long.ZERO : this.add({ namespace, rest });
    return { cursor: { id, ns: namespace, firstBatch: documents.slice(0, batchSize) } };
  }

  private watch(namespace: string, { resumeAfter, startAfter, startAtOperationTime }: Document, stages: readonly Document[]): Document {
    const token = resumeAfter ?? startAfter;
    const { changes } = this.state;
    const after = (start: Timestamp) => changes.findIndex(({ at }) => at.greaterThanOrEqual(start));
    const found = token ? Number.parseInt(token['_data'], 16) : startAtOperationTime ? after(startAtOperationTime) : changes.length;
    const stream: Stream = { position: found === -1 ? changes.length : found, watched: namespace, stages };
    const id = this.add({ namespace, stream });
    return { cursor: { id, ns: namespace, firstBatch: [], postBatchResumeToken: tokenOf(stream.position) } };
  }

  private async follow(id: Long, ns: string, stream: Stream, waitMs: number, now: () => Date): Promise<Document> {
    // What the stages leave out wakes nobody: an empty answer comes at the end of the wait only.
    for (const until = Date.now() + waitMs; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
      const nextBatch = aggregate(this.unread(stream), stream.stages, now());
      if (nextBatch.length > 0 || Date.now() >= until)
        return { cursor: { id, ns, nextBatch, postBatchResumeToken: tokenOf(stream.position) } };
    }
  }

  private unread(stream: Stream): Document[] {
    const fresh = this.state.changes.slice(stream.position, stream.position + 1000);
    const events = fresh.map(({ event, namespace }, index) => ({
      _id: tokenOf(stream.position + index + 1),
      ...event,
      ns: namespaceOf(namespace),
      watched: namespace,
    }));
    stream.position += fresh.length;
    return events.filter(({ watched }) => watched === stream.watched).map(({ watched, ...event }) => event);
  }

  private add(cursor: Cursor): Long {
    this.last += 1;
    this.open.set(String(this.last), cursor);
    return Long.fromNumber(this.last);
  }

  private oplogEdge(sort: Document | undefined, now: Date): Document[] {
    const seconds = Math.floor(now.getTime() / 1000) - (sort?.['$natural'] === 1 ? this.state.oplogHours * 3600 : 0);
    return [{ ts: new Timestamp({ t: seconds, i: 1 }) }];
  }
}

function project(documents: readonly Document[], projection: Document, now: Date): Document[] {
  if (Object.keys(projection).join() === '_id' && projection['_id'] === 1) return documents.map(({ _id }) => ({ _id }));
  return aggregate(documents, [{ $project: projection }], now);
}

const tokenOf = (position: number): Document => ({ _data: position.toString(16).padStart(16, '0') });
const namespaceOf = (namespace: string): Document => ({
  db: namespace.slice(0, namespace.indexOf('.')),
  coll: namespace.slice(namespace.indexOf('.') + 1),
});
