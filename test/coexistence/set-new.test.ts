import { type Collection, type Document, MongoClient } from 'mongodb';
import { type Authority, users, versioned, versionedCollection } from '../../migrate/coexistence';
import { shadowOf } from '../../migrate/sweep';
import { usual } from '../migrate/support/usual';
import { startWireServer, type WireServer } from '../support/wire-server';

interface Old {
  readonly name: string;
}
interface New {
  readonly given: string;
  readonly family: string;
}

/** One field split in two: the whole new side is more than a form may know. */
const migration = usual[0]?.migration;
if (migration?.backfill?.transform.kind !== 'serverSide' || migration.down?.transform.kind !== 'serverSide')
  throw new Error('other forms are no pipelines');
const [forth, back] = [migration.backfill.transform, migration.down.transform];
const path = shadowOf(migration.id);
const names = (authority: Authority) =>
  versioned<Old, New>({
    ...{ oldFields: ['name'], newFields: ['given', 'family'] },
    newFromOld: ({ name = '' }) => ({ given: name.split(' ')[0] ?? '', family: name.split(' ')[1] ?? '' }),
    oldFromNew: ({ given, family }) => ({ name: `${given} ${family}`.trim() }),
    stages: [...forth.stages, { $set: { [`${path}.given`]: '$given', [`${path}.family`]: '$family' } }],
    stagesBack: back.stages,
    keepOut: [{ name: { $exists: true, $not: { $type: 'string' } } }],
    drift: {},
    shadow: { path, fields: ['given', 'family'] },
    authority: () => authority,
    version: { field: 'schema', value: 2 },
  });

let server: WireServer;
let client: MongoClient;
let people: Collection<Document>;
beforeEach(async () => {
  server = await startWireServer();
  client = await new MongoClient(server.uri('myapp'), { ignoreUndefined: true }).connect();
  people = client.db().collection('people');
});
afterEach(async () => {
  await client.close();
  await server.close();
});

const ada = { _id: 1 as never };
async function after(authority: Authority, stored: Document, changes: Partial<New>): Promise<Document | null> {
  await people.insertOne({ ...ada, ...stored });
  await versionedCollection<object, Old, New>(people, names(authority)).updateNew(ada, changes);
  return people.findOne(ada);
}
const inStep = (given: string, family: string) => ({
  ...{ _id: 1, name: `${given} ${family}`, given, family, schema: 2, _m: { [migration.id]: { given, family } } },
});

test.each<{ readonly what: string; readonly authority: Authority; readonly stored: Document }>([
  { what: 'one that only the old version wrote', authority: 'old', stored: { name: 'Ada Byron' } },
  {
    what: 'one that the old version has changed since',
    authority: 'old',
    stored: { name: 'Ada Byron', given: 'Augusta', family: 'Byron' },
  },
  { what: 'one in step', authority: 'old', stored: inStep('Ada', 'Byron') },
  { what: 'one in step after the switch', authority: 'new', stored: inStep('Ada', 'Byron') },
  { what: 'one whose old side is behind after the switch', authority: 'new', stored: { name: 'x', given: 'Ada', family: 'Byron' } },
  { what: 'one that only the old version wrote after the switch', authority: 'new', stored: { name: 'Ada Byron' } },
])('a change of one new field of $what keeps the other, and both sides say the same', async ({ authority, stored }) => {
  expect(await after(authority, stored, { family: 'King' })).toEqual(inStep('Ada', 'King'));
});

test('after contract only the new field is written', async () => {
  expect(await after('contracted', { given: 'Ada', family: 'Byron' }, { family: 'King' })).toEqual({
    _id: 1,
    given: 'Ada',
    family: 'King',
    schema: 2,
  });
});

test('a value that begins with $ is a value, an absent one changes nothing, and a later version stays', async () => {
  expect(await after('new', { ...inStep('Ada', 'Byron'), schema: 3 }, { given: '$family', family: undefined as never })).toEqual({
    ...inStep('$family', 'Byron'),
    schema: 3,
  });
});

test.each<Authority>(['old', 'new'])('one that cannot be derived is not found and stays as it is while %s is right', async (authority) => {
  const odd = { name: { given: 'Ada' } };
  expect(await after(authority, odd, { family: 'King' })).toEqual({ _id: 1, ...odd });
});

test('two forms that change one field each at the same time both keep what the other wrote', async () => {
  await people.insertOne({ ...ada, name: 'Ada Byron' });
  const shared = versionedCollection<object, Old, New>(people, names('new'));
  await Promise.all([shared.updateNew(ada, { given: 'Augusta' }), shared.updateNew(ada, { family: 'King' })]);
  expect(await people.findOne(ada)).toEqual(inStep('Augusta', 'King'));
  expect(server.state.commands.filter(({ name }) => name === 'find')).toHaveLength(1);
});

test('a user who is kept out of the reference migration is kept out here, too', async () => {
  await people.insertOne({ ...ada, email: 'a', firstName: ['Ada'] });
  const shared = versionedCollection<{ email: string }, object, { fullName: string }>(people, users(() => 'old') as never);
  expect(await shared.updateNew({ email: 'a' }, { fullName: 'Ada King' })).toBe(0);
  expect(await people.findOne(ada)).toMatchObject({ firstName: ['Ada'] });
});

test('without a way back on the server it says what to use instead', () => {
  const { setNew } = versioned<Old, New>({
    ...{
      oldFields: ['name'],
      newFields: ['given', 'family'],
      stages: [],
      drift: {},
      authority: () => 'old',
      version: { field: 'schema', value: 2 },
    },
    newFromOld: () => ({ given: '', family: '' }),
    oldFromNew: () => ({ name: '' }),
  });
  expect(() => setNew({ given: 'Ada' })).toThrow('use set');
});
