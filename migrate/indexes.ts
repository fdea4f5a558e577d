import { BSON, type Collection, type Document, type IndexDescription, MongoServerError } from 'mongodb';
import type { RunOptions } from './api';
import { classify } from './classify';
import { unlessAborted } from './clock';
import type { Context } from './context';
import { MigrationError } from './errors';
import { exclusively, type LockName } from './exclusive';
import { withIndexProgress } from './index-progress';
import type { IndexSpec, Migration } from './types';

export interface IndexFinding {
  readonly name: string;
  readonly finding: 'missing' | 'identical' | 'conflict';
  readonly detail: string;
}

/** Compares the declared indexes with those that are there. One text index a collection, one name, one set of keys. */
export async function inspectIndexes({ collections }: Context, migration: Migration): Promise<readonly IndexFinding[]> {
  const present = await list(collections.documents(migration.collection));
  return (migration.indexes ?? []).map((spec) => {
    const rival = present.find(
      (index) =>
        index['name'] === spec.name ||
        (sameKey(index, spec) && sameCollation(index, spec)) ||
        (isText(spec) && index['textIndexVersion'] !== undefined),
    );
    if (rival === undefined) return { name: spec.name, finding: 'missing', detail: `${spec.name} will be built` };
    const [wanted, got] = [normalized(description(spec)), normalized(asDeclared(rival, spec))];
    if (wanted === got) return { name: spec.name, finding: 'identical', detail: `${spec.name} is there` };
    return {
      name: spec.name,
      finding: 'conflict',
      detail: `${spec.name}: declared as ${wanted}, got ${got}; drop or rename the old one when nothing uses it, or declare what is there`,
    };
  });
}

/**
 * Builds the declared indexes that are missing, hidden from the query planner until the switch. The build goes on when the connection is
 * lost, or the command told to stop; the next one then waits for it, and so does whoever shares the work, as long as the builder lives.
 *
 * @returns the names of those it built
 */
export async function buildIndexes(
  context: Context,
  migration: Migration,
  when: NonNullable<IndexSpec['when']>,
  onProgress?: RunOptions['onProgress'],
): Promise<readonly string[]> {
  const wanted = (migration.indexes ?? []).filter((spec) => (spec.when ?? 'afterBackfill') === when);
  if (wanted.length === 0) return [];
  const { db } = context.collections;
  const buildMissing = async () => {
    const findings = await inspectIndexes(context, migration);
    const missing = wanted.filter(({ name }) => findings.some((one) => one.name === name && one.finding === 'missing'));
    for (const spec of missing) await build(context, migration.collection, spec);
    return missing.map(({ name }) => name);
  };
  const lock: LockName = `ddl:${db.databaseName}.${migration.collection}`;
  const names = wanted.map(({ name }) => name);
  return withIndexProgress(context, migration, names, onProgress, () =>
    exclusively(context, lock, migration.id, buildMissing, 'while the holder lives'),
  );
}

/** Shows the declared indexes to the query planner, or hides them again. */
export async function setHidden({ collections }: Context, migration: Migration, hidden: boolean): Promise<readonly string[]> {
  const present = await list(collections.documents(migration.collection));
  const changing = (migration.indexes ?? []).filter(({ name }) =>
    present.some((index) => index['name'] === name && (index['hidden'] === true) !== hidden),
  );
  for (const { name } of changing) await collections.db.command({ collMod: migration.collection, index: { name, hidden } });
  return changing.map(({ name }) => name);
}

async function build(context: Context, collection: string, spec: IndexSpec): Promise<void> {
  const { collections, clock, settings, log, signal } = context;
  const documents = collections.documents(collection);
  const began = clock.monotonic();
  for (;;) {
    if (signal?.aborted)
      throw new MigrationError('STOPPED', `${spec.name}: stopped while it was being built; the build goes on in the server`);
    const [found] = (await list(documents)).filter((index) => index['name'] === spec.name);
    if (found && found['buildUUID'] === undefined) return;
    try {
      if (found === undefined) {
        log.info({ index: spec.name, collection }, 'building');
        const built = documents.createIndexes([description(spec) as IndexDescription]);
        if ((await unlessAborted(built, signal)) !== 'aborted') return;
      }
    } catch (error) {
      if (isDuplicate(error)) throw duplicated(spec, error);
      const lostTouch = classify(error) === 'transient' || classify(error) === 'tooSlow';
      if (!lostTouch || clock.monotonic() - began > settings.retryMs * 10) throw error;
      log.warn({ index: spec.name, error: String(error) }, 'lost touch with the build');
    }
    await clock.sleep(1000, signal);
  }
}

const isDuplicate = (error: unknown): error is MongoServerError => error instanceof MongoServerError && error.code === 11000;

/** No failure of the migration: the data are carried over, and the same command builds the index when they are right. */
function duplicated({ name }: IndexSpec, cause: MongoServerError): MigrationError {
  const message = `${name}: no two documents may have the same key, got: ${cause.message}; put them right, and run the same command again`;
  return new MigrationError('INDEX_CONFLICT', message, [], { cause });
}

async function list(documents: Collection<Document>): Promise<readonly Document[]> {
  try {
    return await documents.listIndexes({ includeBuildUUIDs: true } as object).toArray();
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 26) return [];
    throw error;
  }
}

const description = ({ name, key, options }: IndexSpec): Document => ({ name, key, ...options, hidden: true });
const isText = ({ key }: IndexSpec): boolean => Object.values(key).includes('text');
const sameKey = (index: Document, { key }: IndexSpec): boolean => BSON.EJSON.stringify(index['key']) === BSON.EJSON.stringify(key);

/** Two indexes on the same keys may differ by collation only: the one of the old version stays while it serves. */
function sameCollation(index: Document, { options }: IndexSpec): boolean {
  const wanted = options?.['collation'];
  return wanted === undefined || index['collation'] === undefined
    ? wanted === index['collation']
    : BSON.EJSON.stringify(collationLike(index['collation'], wanted)) === BSON.EJSON.stringify(wanted);
}

/** The server lists a collation with everything that was not asked for. */
function asDeclared(index: Document, { options }: IndexSpec): Document {
  const wanted = options?.['collation'];
  return wanted === undefined || index['collation'] === undefined
    ? index
    : { ...index, collation: collationLike(index['collation'], wanted) };
}

const collationLike = (collation: Document, wanted: Document): Document =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, collation[key]]));

/** What the server adds by itself, and whether it is hidden, makes no difference between two indexes. */
function normalized({
  v,
  ns,
  hidden,
  background,
  textIndexVersion,
  '2dsphereIndexVersion': sphere,
  buildUUID,
  key,
  weights,
  ...index
}: Document): string {
  const fields =
    weights ?? (Object.values(key).includes('text') ? Object.fromEntries(Object.keys(key).map((field) => [field, 1])) : undefined);
  const spec = fields
    ? { key: { _fts: 'text', _ftsx: 1 }, weights: fields, default_language: 'english', language_override: 'language', ...index }
    : { key, ...index };
  const { key: keys, ...rest } = spec as Document;
  // Order means something in the keys only.
  return BSON.EJSON.stringify({ key: keys, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) });
}
