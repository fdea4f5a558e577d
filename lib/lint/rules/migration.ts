import { annotation, type MigrationSummary } from '../annotations';
import { At, isObject } from '../at';
import { parsedJson } from '../json';
import { scriptsOf, updatesIn } from '../mongo-script';
import { containersOf, podsOf } from '../pods';
import { isSame, previousOf } from '../previous';
import { groupedBy, type References } from '../references';
import { rolloutsIn } from '../rollout-view';
import type { Rule } from '../rule';
import { endsInHash, goDuration } from '../text';
import type { Item } from '../types';
import { asksForAbsence, assigned, nullWrites } from '../update-pipeline';

/** Migration Jobs. A Job says what it does in bluecanary.dev/migration; of other Jobs only the name and the scripts are seen. */
export const migrationRules: readonly Rule[] = [
  {
    id: 'Y24',
    name: 'null-backfill',
    holds: 'a backfill writes no null, and its filter is what is wrong with the data, not the absence of a field',
    otherwise: 'A missing name makes null, the null exists, and the document is skipped for ever.',
    fix: 'write $ifNull around each field, and filter on the negated invariant',
    on: ['Job', 'CronJob'],
    check: (item, references, report) => {
      const { transform, drift } = summaryOf(item) ?? {};
      for (const came of nullWrites(transform)) report(placeOf(item), came);
      if (asksForAbsence(drift)) report(placeOf(item), `the filter ${JSON.stringify(drift)}`);
      for (const { at, filter, update } of scriptsOf(item, references).flatMap(updatesIn)) {
        for (const came of nullWrites(update)) report(at, came);
        if (asksForAbsence(filter)) report(at, `the filter ${JSON.stringify(filter)}`);
      }
    },
    example: `
        kind: Job
        metadata:
          annotations:
      -     bluecanary.dev/migration: '{"id":"1-x","transform":[{"$set":{"fullName":{"$concat":["$firstName"," ","$lastName"]}}}]}'
      +     bluecanary.dev/migration: '{"id":"1-x","transform":[{"$set":{"fullName":{"$concat":[{"$ifNull":["$firstName",""]}," ",{"$ifNull":["$lastName",""]}]}}}]}'`,
  },
  {
    id: 'Y25',
    name: 'self-referential-verify',
    holds: 'a migration is verified by an invariant of its own, written without the formula of the transform',
    otherwise: 'The result is compared with itself: null equals null, and nothing is ever found.',
    fix: 'write a predicate on the documents, such as fullName is a text that is not empty',
    on: ['Job'],
    check: (item, _, report) => {
      const summary = summaryOf(item);
      if (!summary || summary.transform === undefined) return;
      const invariants = Array.isArray(summary.invariants) ? summary.invariants : [];
      if (invariants.length === 0) report(placeOf(item), 'no invariant');
      const formulas = assigned(summary.transform)
        .filter(isObject)
        .map((value) => JSON.stringify(value));
      for (const invariant of invariants) {
        const text = JSON.stringify(invariant);
        if (formulas.some((formula) => text.includes(formula)))
          report(
            placeOf(item),
            `invariant ${JSON.stringify(isObject(invariant) ? (invariant['name'] ?? text) : text)}, which repeats the transform`,
          );
      }
    },
    example: `
        kind: Job
        metadata:
          annotations:
      -     bluecanary.dev/migration: '{"id":"1-x","transform":[{"$set":{"a":{"$ifNull":["$b",""]}}}],"invariants":[{"name":"a","holds":[{"$match":{"$expr":{"$ne":["$a",{"$ifNull":["$b",""]}]}}}]}]}'
      +     bluecanary.dev/migration: '{"id":"1-x","transform":[{"$set":{"a":{"$ifNull":["$b",""]}}}],"invariants":[{"name":"a is a text","none":{"a":{"$not":{"$type":"string"}}}}]}'`,
  },
  {
    id: 'Y26',
    name: 'unbatched-update',
    holds: 'a migration writes in batches of _id with a checkpoint, never by one updateMany over everything',
    otherwise: 'It cannot be resumed or throttled, and stops half-way when the primary changes.',
    fix: 'write in batches of _id, and remember the last one',
    on: ['Job', 'CronJob'],
    check: (item, references, report) => {
      if (summaryOf(item)?.batched === false) report(placeOf(item), 'batched: false');
      // A range of _id, or a list of them, is a batch.
      for (const { at, filter } of scriptsOf(item, references).flatMap(updatesIn))
        if (!isObject(filter) || filter['_id'] === undefined) report(at, 'one updateMany');
    },
    example: `
        kind: Job
        spec:
          template:
            spec:
              containers:
                - name: migrate
      -           command: [mongosh, --eval, 'db.users.updateMany({}, [{ $set: { migrationVersion: 2 } }])']
      +           command: [bluecanary, migrate, users-full-name]`,
  },
  {
    id: 'Y27',
    name: 'db-name-missing',
    holds: 'a migration names a database of the application, in its declaration and in the path of a literal connection string',
    otherwise: 'The driver takes "test": the migration succeeds on an empty database.',
    fix: 'name the database',
    on: ['Job', 'CronJob'],
    check: (item, references, report) => {
      const named = summaryOf(item)?.database;
      if (named !== undefined && (typeof named !== 'string' || notOurs.includes(named)))
        report(placeOf(item), `database ${JSON.stringify(named)}`);
      const scripts = scriptsOf(item, references);
      const updates = scripts.some((script) => updatesIn(script).length > 0);
      const chosen = typeof named === 'string' || scripts.some(({ text }) => /getSiblingDB\(|\.db\(\s*[^\s)]|\buse \w/.test(text ?? ''));
      const env = containersOf(podsOf(references).get(item)?.pod ?? new At(undefined)).flatMap((one) => one.get('env').list());
      // A connection string from a Secret cannot be read here; the engine checks it before its first write.
      for (const at of [...env.map((one) => one.get('value')), ...scripts]) {
        for (const [, database = ''] of (at.text ?? '').matchAll(/\bmongodb(?:\+srv)?:\/\/[^/\s"']+(?:\/([^?\s"']*))?/g)) {
          if (typeof named === 'string' && database !== '' && database !== named) report(at, `database ${database}, declared is ${named}`);
          else if (!chosen && database === '' && (updates || !scripts.includes(at))) report(at, 'a connection string without database');
          else if (!chosen && updates && notOurs.includes(database)) report(at, `database ${database}`);
        }
      }
      for (const script of scripts) if (/\.db\(\s*\)/.test(script.text ?? '')) report(script, 'client.db() without a name');
    },
    example: `
        kind: Job
        spec:
          template:
            spec:
              containers:
                - name: migrate
      -           env: [{ name: MONGODB_URI, value: 'mongodb://db-0,db-1/?replicaSet=rs0' }]
      +           env: [{ name: MONGODB_URI, value: 'mongodb://db-0,db-1/shop?replicaSet=rs0' }]`,
  },
  {
    id: 'Y28',
    name: 'contract-with-expand',
    holds: 'contract comes alone or suspended, after a time in which no roll back is promised any more',
    otherwise: 'The previous version still serves, or comes back by a roll back, and its fields are gone.',
    fix: 'suspend the Job, or put contract into a later release',
    on: ['Job'],
    check: (item, references, report) => {
      const summary = summaryOf(item);
      // A suspended Job waits for a person, and the engine for its proofs.
      if (summary?.phase !== 'contract' || item.root.get('spec', 'suspend').value === true) return;
      const others = (byMigration(references).get(`${item.namespace}/${JSON.stringify(summary.id)}`) ?? []).filter(
        (other) => other !== item,
      );
      const early = others.map((other) => summaryOf(other)?.phase).find((phase) => phase === 'expand' || phase === 'backfill');
      if (early) report(placeOf(item), `${early} of ${JSON.stringify(summary.id)} in the same release`);
      const promised = promisedIn(item.namespace, references);
      if (typeof summary.drainedSeconds === 'number' && summary.drainedSeconds < promised)
        report(placeOf(item), `a wait of ${summary.drainedSeconds} s, while a roll back is promised for ${promised} s`, {
          fix: 'raise the drained time of the migration',
        });
    },
    example: `
        kind: Job
        metadata: { name: contract, annotations: { bluecanary.dev/migration: '{"id":"1-x","phase":"contract","database":"shop"}' } }
      - ---
      - kind: Job
      - metadata: { name: expand, annotations: { bluecanary.dev/migration: '{"id":"1-x","phase":"expand","database":"shop"}' } }`,
  },
  {
    id: 'Y29',
    name: 'constant-job-name',
    holds: 'the name of a Job ends in a hash of its content, or a hook deletes the Job before it is made again',
    otherwise: 'A Job is immutable: the next release is rejected, or the old Job counts as done and nothing runs.',
    fix: 'end the name in a hash of the content',
    on: ['Job'],
    check: (item, references, report) => {
      const { root, name, annotations } = item;
      const policies = `${annotations['argocd.argoproj.io/hook-delete-policy'] ?? ''},${annotations['helm.sh/hook-delete-policy'] ?? ''}`;
      const replaced =
        policies.includes('BeforeHookCreation') ||
        policies.includes('before-hook-creation') ||
        (annotations['argocd.argoproj.io/hook'] !== undefined && policies === ',');
      const fresh = root.get('metadata').has('generateName') && !root.get('metadata').has('name');
      if (!fresh && !replaced && !endsInHash(name)) report(root.get('metadata', 'name'), name === '' ? 'nothing' : name);
      const [template, before] = [root.get('spec', 'template'), previousOf(item, references)?.root.get('spec', 'template')];
      if (!fresh && !replaced && before && !isSame(template, before)) report(template, `another template than ${name} had before`);
    },
    example: `
        kind: Job
      - metadata: { name: users-full-name }
      + metadata: { name: users-full-name-4f53cda18c }`,
  },
];

/** Seconds for which the Rollouts of a namespace promise a roll back. */
function promisedIn(namespace: string, references: References): number {
  const all = references.part(promisedIn, () => new Map<string, number>());
  const promises = () => rolloutsIn(namespace, references).map(({ item }) => goDuration(item.annotations[annotation.promiseKeep]) ?? 0);
  const longest = all.get(namespace) ?? promises().reduce((most, one) => Math.max(most, one), 0);
  all.set(namespace, longest);
  return longest;
}

/** What the driver takes for no name, and the server's own. */
const notOurs = ['', 'test', 'admin', 'config', 'local'];

/** The declaration that a Job carries; undefined when it carries none. */
export function summaryOf(item: Item): MigrationSummary | undefined {
  const text = item.annotations[annotation.migration];
  if (text === undefined) return undefined;
  const value = parsedJson(text);
  // Deployments say only the id, which is no JSON.
  return isObject(value) ? value : {};
}

function placeOf(item: Item): At {
  return item.root.get('metadata', 'annotations', annotation.migration);
}

function byMigration(references: References): ReadonlyMap<string, readonly Item[]> {
  return references.part(byMigration, () =>
    groupedBy(references.of('Job'), (job) =>
      summaryOf(job)?.id === undefined ? undefined : `${job.namespace}/${JSON.stringify(summaryOf(job)?.id)}`,
    ),
  );
}
