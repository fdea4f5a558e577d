import { BSON, type Document, Long } from 'bson';
import { CommandError } from './pipeline';
import type { State } from './state';

type Run = (state: State, database: string, body: Document, address: string) => Document;

/** A handshake a driver can work with. Without a topology version it asks again and again, which needs no waiting here. */
const hello: Run = (state, _database, _body, address) => {
  const now = state.now();
  const lag = state.lagMs === undefined ? undefined : { lastWriteDate: now, majorityWriteDate: new Date(now.getTime() - state.lagMs) };
  const set = { setName: 'fake', setVersion: 1, hosts: [address], me: address, ...(state.primary && { primary: address }) };
  return {
    ...{ helloOk: true, ismaster: state.primary, isWritablePrimary: state.primary, secondary: !state.primary },
    ...(state.standalone ? {} : set),
    ...{ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, localTime: now },
    ...{ logicalSessionTimeoutMinutes: 30, minWireVersion: 0, maxWireVersion: state.wireVersion },
    ...(lag && { lastWrite: lag }),
  };
};

const serverStatus: Run = ({ dirtyRatio, flowControlled }) => ({
  wiredTiger: { cache: { 'tracked dirty bytes in the cache': dirtyRatio * 1000, 'maximum bytes configured': 1000 } },
  flowControl: { isLagged: flowControlled },
});

const createIndexes: Run = (state, database, body) => {
  const store = state.makeStore(database, body['createIndexes']);
  for (const wanted of body['indexes'] as Document[]) {
    const { key, ...options } = wanted;
    const text = Object.entries(key as Document).filter(([, kind]) => kind === 'text');
    const stored: Document =
      text.length > 0
        ? { v: 2, key: { _fts: 'text', _ftsx: 1 }, ...textDefaults(text, options) }
        : { v: 2, key, ...options, ...(options['collation'] && { collation: { ...collationDefaults, ...options['collation'] } }) };
    const sameName = store.indexes.find(({ name }) => name === wanted['name']);
    if (sameName) {
      if (plain(sameName) !== plain(stored))
        throw new CommandError(86, `An existing index has the same name as the requested index: ${wanted['name']}`);
      continue;
    }
    const sameKey = store.indexes.find((index) => keyOf(index) === keyOf(stored));
    if (sameKey) throw new CommandError(85, `Index already exists with a different name or options: ${sameKey['name']}`);
    store.indexes.push(stored);
  }
  return { numIndexesAfter: store.indexes.length };
};

const listIndexes: Run = (state, database, body) => {
  const store = state.store(database, body['listIndexes']);
  if (store === undefined) throw new CommandError(26, `ns does not exist: ${database}.${body['listIndexes']}`);
  return { cursor: { id: Long.ZERO, ns: `${database}.${body['listIndexes']}`, firstBatch: store.indexes } };
};

/** Of one collection, by its name: all that anybody here asks for. */
const listCollections: Run = (state, database, body) => {
  const { name } = body['filter'];
  const store = state.store(database, name);
  const rule = store?.validator;
  const options = rule ? { validator: rule.filter, validationLevel: rule.level, validationAction: rule.action } : {};
  return {
    cursor: { id: Long.ZERO, ns: `${database}.$cmd.listCollections`, firstBatch: store ? [{ name, type: 'collection', options }] : [] },
  };
};

const dropIndexes: Run = (state, database, body) => {
  const store = state.makeStore(database, body['dropIndexes']);
  const at = store.indexes.findIndex(({ name }) => name === body['index']);
  if (at === -1) throw new CommandError(27, `index not found with name [${body['index']}]`);
  store.indexes.splice(at, 1);
  return {};
};

const collMod: Run = (state, database, body) => {
  const store = state.store(database, body['collMod']);
  if (store === undefined) throw new CommandError(26, `ns does not exist: ${database}.${body['collMod']}`);
  const { index, validator, validationLevel: level = 'strict', validationAction: action = 'error' } = body;
  if (index) {
    const found = store.indexes.find(({ name }) => name === index.name);
    if (found === undefined) throw new CommandError(27, `cannot find index ${index.name}`);
    if (index.hidden) found['hidden'] = true;
    else delete found['hidden'];
  }
  if (validator) store.validator = Object.keys(validator).length > 0 ? { filter: validator, level, action } : undefined;
  return {};
};

const connectionStatus: Run = ({ privileges }) => ({
  authInfo: {
    authenticatedUsers: privileges ? [{ user: 'test', db: 'admin' }] : [],
    authenticatedUserRoles: [],
    authenticatedUserPrivileges: privileges ?? [],
  },
});

const count: Run = (state, database, body) => ({ n: state.store(database, body['count'])?.size ?? 0 });

const dropDatabase: Run = (state, database) => {
  for (const name of [...state.stores.keys()].filter((name) => name.startsWith(`${database}.`))) state.stores.delete(name);
  return {};
};

export const administration: Readonly<Record<string, Run>> = {
  ...{ hello, ismaster: hello, isMaster: hello, ping: () => ({}), endSessions: () => ({}), killSessions: () => ({}) },
  ...{ serverStatus, createIndexes, listIndexes, listCollections, dropIndexes, collMod, connectionStatus, count, dropDatabase },
  buildInfo: ({ version }) => ({ version, gitVersion: 'fake', modules: [], versionArray: version.split('.').map(Number.parseFloat) }),
  create: (state, database, body) => {
    state.makeStore(database, body['create']);
    return {};
  },
};

/** What an index is for the server: its keys, in their collation. */
const keyOf = ({ key, collation }: Document): string => BSON.EJSON.stringify({ key, collation });

/** Listed with every collation, whatever was asked for. */
const collationDefaults = {
  ...{ caseLevel: false, caseFirst: 'off', strength: 3, numericOrdering: false, alternate: 'non-ignorable' },
  ...{ maxVariable: 'punct', normalization: false, backwards: false, version: '57.1' },
};

function textDefaults(fields: readonly (readonly [string, unknown])[], options: Document): Document {
  const weights = Object.fromEntries(fields.map(([field]) => [field, 1]));
  return { weights, default_language: 'english', language_override: 'language', textIndexVersion: 3, ...options };
}

/** Whether it is hidden is no part of what an index is. */
const plain = ({ hidden, ...index }: Document): string =>
  BSON.EJSON.stringify(Object.fromEntries(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1))));
