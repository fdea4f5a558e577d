import { type Document, ObjectId } from 'bson';
import { compileFilter } from './filter';
import { aggregate, CommandError, compileUpdate, sorted } from './pipeline';
import type { State } from './state';
import type { Store } from './store';

type Run = (state: State, database: string, body: Document, now: Date) => Document;

const insert: Run = (state, database, body, now) => {
  const store = state.makeStore(database, body['insert']);
  return many(body['documents'], (document: Document) => {
    const whole = { _id: document['_id'] ?? new ObjectId(), ...document };
    validate(store, undefined, whole, now);
    if (!store.insert(whole)) throw duplicate(database, body['insert'], whole['_id']);
    state.record(`${database}.${body['insert']}`, whole['_id'], 'insert', body['comment'], undefined, whole);
    return { n: 1 };
  });
};

const update: Run = (state, database, body, now) => {
  const store = state.makeStore(database, body['update']);
  return many(
    body['updates'],
    ({ q, u, multi, upsert }: Document) => {
      refuseExpressionUpsert(q, upsert);
      const apply = compileUpdate(u, now);
      let [n, nModified] = [0, 0];
      for (const document of store.find(q, now)) {
        n += 1;
        nModified += Number(write(state, database, body['update'], document, apply(document), body['comment'], now));
        if (!multi) break;
      }
      if (n > 0 || !upsert) return { n, nModified };
      return { n: 1, nModified: 0, upserted: insertFrom(state, database, body['update'], q, apply, body['comment'])['_id'] };
    },
    body['ordered'] !== false,
  );
};

const remove: Run = (state, database, body, now) => {
  const store = state.makeStore(database, body['delete']);
  return many(body['deletes'], ({ q, limit }: Document) => {
    const found = [...store.find(q, now)].slice(0, limit === 0 ? undefined : limit);
    for (const { _id } of found) {
      store.remove(_id);
      state.record(`${database}.${body['delete']}`, _id, 'delete', body['comment']);
    }
    return { n: found.length };
  });
};

const findAndModify: Run = (state, database, body, now) => {
  const name: string = body['findAndModify'] ?? body['findandmodify'];
  const store = state.makeStore(database, name);
  refuseExpressionUpsert(body['query'], body['upsert']);
  const found = [...store.find(body['query'] ?? {}, now)];
  const [before] = body['sort'] ? sorted(found, body['sort']) : found;
  const shown = (document: Document | undefined) =>
    (document && body['fields'] ? aggregate([document], [{ $project: body['fields'] }], now)[0] : document) ?? null;
  if (body['remove']) {
    if (before) store.remove(before['_id']);
    return { value: shown(before), lastErrorObject: { n: before ? 1 : 0 } };
  }
  const apply = compileUpdate(body['update'], now);
  if (before === undefined) {
    if (!body['upsert']) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
    const made = insertFrom(state, database, name, body['query'], apply, body['comment']);
    return { value: body['new'] ? shown(made) : null, lastErrorObject: { n: 1, updatedExisting: false, upserted: made['_id'] } };
  }
  const after = apply(before);
  write(state, database, name, before, after, body['comment'], now);
  return { value: shown(body['new'] ? after : before), lastErrorObject: { n: 1, updatedExisting: true } };
};

export const writeCommands: Readonly<Record<string, Run>> = { insert, update, delete: remove, findAndModify, findandmodify: findAndModify };

function write(
  state: State,
  database: string,
  collection: string,
  before: Document,
  after: Document,
  comment: unknown,
  now: Date,
): boolean {
  const store = state.makeStore(database, collection);
  validate(store, before, after, now);
  const changed = store.replace(after);
  if (changed) state.record(`${database}.${collection}`, after['_id'], 'update', comment, before, after);
  return changed;
}

function insertFrom(
  state: State,
  database: string,
  collection: string,
  query: Document,
  apply: (document: Document, inserting?: boolean) => Document,
  comment: unknown,
): Document {
  const equal = Object.entries(query).filter(
    ([key, value]) => !key.startsWith('$') && (value === null || Object.getPrototypeOf(value) !== Object.prototype),
  );
  const seed = Object.fromEntries(equal);
  const document = apply({ _id: new ObjectId(), ...seed }, true);
  if (!state.makeStore(database, collection).insert(document)) throw duplicate(database, collection, document['_id']);
  state.record(`${database}.${collection}`, document['_id'], 'insert', comment, undefined, document);
  return document;
}

/** Runs the statements of one command and reports each that failed, as the driver expects it. */
function many(statements: readonly Document[], run: (statement: Document) => Document, ordered = true): Document {
  const reply: Document = { n: 0, nModified: 0, writeErrors: [], upserted: [] };
  for (const [index, statement] of statements.entries()) {
    try {
      const { n, nModified = 0, upserted } = run(statement);
      reply['n'] += n;
      reply['nModified'] += nModified;
      if (upserted !== undefined) reply['upserted'].push({ index, _id: upserted });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      reply['writeErrors'].push({ index, code: error.code, errmsg: error.message });
      if (ordered) break;
    }
  }
  const { writeErrors, upserted, ...rest } = reply;
  return { ...rest, ...(writeErrors.length > 0 && { writeErrors }), ...(upserted.length > 0 && { upserted }) };
}

function validate({ validator }: Store, before: Document | undefined, after: Document, now: Date): void {
  if (validator?.action !== 'error') return;
  const { matches } = compileFilter(validator.filter, now);
  const mayStayWrong = validator.level === 'moderate' && before !== undefined && !matches(before);
  if (!matches(after) && !mayStayWrong) throw new CommandError(121, 'Document failed validation');
}

function refuseExpressionUpsert(query: Document | undefined, upsert: unknown): void {
  if (upsert && JSON.stringify(query ?? {}).includes('"$expr"'))
    throw new CommandError(224, '$expr is not allowed in the query predicate for an upsert');
}

const duplicate = (database: string, collection: string, id: unknown) =>
  new CommandError(11000, `E11000 duplicate key error collection: ${database}.${collection} index: _id_ dup key: { _id: ${String(id)} }`);
