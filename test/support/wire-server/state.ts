import { type Document, Timestamp } from 'bson';
import { keyOf } from './order';
import { Store } from './store';

/** What happened to one document, in the form a change stream shows it. */
export interface Change {
  readonly at: Timestamp;
  readonly namespace: string;
  readonly event: Document;
}

/** Who wrote a document how often: the engine's commands carry a comment that begins with `mig:`, nobody else's do. */
export interface Audit {
  readonly engine: Map<string, number>;
  readonly others: Map<string, number>;
}

/** Everything the server knows, and everything a test may turn: all of it is scripted, nothing is measured. */
export class State {
  readonly stores = new Map<string, Store>();
  readonly changes: Change[] = [];
  readonly audits = new Map<string, Audit>();
  readonly commands: { readonly name: string; readonly body: Document }[] = [];
  /** What `lastWrite` in `hello` says that a majority is behind. Undefined: not reported. */
  lagMs: number | undefined = 0;
  dirtyRatio = 0;
  flowControlled = false;
  oplogHours = 72;
  /** Share of its greatest size. */
  oplogFilled = 1;
  /** Undefined: no access control. */
  privileges: readonly Document[] | undefined;
  connections: readonly Document[] = [];
  wireVersion = 21;
  version = '7.0.0-fake';
  primary = true;
  /** The clock of the server may be another one than the clock of its clients. */
  clockOffsetMs = 0;
  standalone = false;
  private counter = 0;

  now(): Date {
    return new Date(Date.now() + this.clockOffsetMs);
  }

  operationTime(): Timestamp {
    return this.changes.at(-1)?.at ?? new Timestamp({ t: Math.floor(this.now().getTime() / 1000), i: 1 });
  }

  store(database: string, collection: string): Store | undefined {
    return this.stores.get(`${database}.${collection}`);
  }

  makeStore(database: string, collection: string): Store {
    const name = `${database}.${collection}`;
    const store = this.stores.get(name) ?? new Store();
    this.stores.set(name, store);
    return store;
  }

  /** Notes a write for the audit and for change streams. */
  record(namespace: string, id: unknown, operationType: string, comment: unknown, before?: Document, after?: Document): void {
    const audit = this.audits.get(namespace) ?? { engine: new Map(), others: new Map() };
    this.audits.set(namespace, audit);
    const side = typeof comment === 'string' && comment.startsWith('mig:') ? audit.engine : audit.others;
    side.set(keyOf(id), (side.get(keyOf(id)) ?? 0) + 1);
    const at = new Timestamp({ t: Math.floor(this.now().getTime() / 1000), i: ++this.counter });
    const updateDescription = operationType === 'update' ? difference(before ?? {}, after ?? {}) : undefined;
    this.changes.push({
      at,
      namespace,
      event: { operationType, clusterTime: at, documentKey: { _id: id }, ...(updateDescription && { updateDescription }) },
    });
  }
}

interface Difference {
  readonly updatedFields: Document;
  readonly removedFields: string[];
  readonly truncatedArrays: Document[];
}

/** As the oplog tells it: a change within a sub-document by its path, elements added to an array by their place. */
function difference(before: Document, after: Document, prefix = ''): Difference {
  const found: Difference = { updatedFields: {}, removedFields: [], truncatedArrays: [] };
  for (const field of Object.keys(before)) if (!(field in after)) found.removedFields.push(`${prefix}${field}`);
  for (const [field, value] of Object.entries(after)) {
    const [path, was] = [`${prefix}${field}`, before[field]];
    if (field in before && keyOf(was) === keyOf(value)) continue;
    if (isPlain(was) && isPlain(value)) {
      const inner = difference(was, value, `${path}.`);
      Object.assign(found.updatedFields, inner.updatedFields);
      found.removedFields.push(...inner.removedFields);
      found.truncatedArrays.push(...inner.truncatedArrays);
    } else if (Array.isArray(was) && Array.isArray(value) && samePart(was, value)) {
      if (value.length < was.length) found.truncatedArrays.push({ field: path, newSize: value.length });
      for (const [index, one] of value.entries()) if (index >= was.length) found.updatedFields[`${path}.${index}`] = one;
    } else found.updatedFields[path] = value;
  }
  return found;
}

const isPlain = (value: unknown): value is Document =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
const samePart = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.slice(0, other.length).every((value, index) => keyOf(value) === keyOf(other[index]));
