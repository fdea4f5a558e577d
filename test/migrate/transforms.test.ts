import { clientSide, defineMigration, serverSide } from '../../migrate';
import type { Backfill, Migration } from '../../migrate/types';
import { type Bench, errorOf, startBench } from './support/engine';

jest.setTimeout(60_000);

interface Old {
  readonly tags?: string | null;
}
interface New extends Old {
  readonly tagList: readonly string[];
}

const id = '20261201-articles-tags';
const split = (tags: string | null | undefined) => (tags ?? '').split(',').filter((tag) => tag !== '');
const backfill: Backfill = {
  drift: { tagList: { $exists: false } },
  sourceFields: ['tags'],
  transform: clientSide<Old, New>({
    project: { tags: 1 },
    map: ({ tags }) => ({ tagList: split(tags) }),
    compareFields: ['tags'],
    revision: 1,
  }),
};
const articles: Migration = defineMigration<Old, New>({
  ...{ id, description: 'articles.tagList', database: 'myapp', collection: 'articles', schemaVersion: 2 },
  backfill: backfill as never,
  gates: { oldVersionGone: 'beforeSwitch' },
  irreversible: 'nothing is removed',
  invariants: [{ name: 'tagList is there', none: { tagList: { $exists: false } } }],
});
const withBackfill = (change: Partial<Backfill>): Migration => ({ ...articles, backfill: { ...backfill, ...change } });

let bench: Bench;
const start = async (migration: Migration, documents: readonly object[]) => {
  bench = await startBench({ migrations: [migration] });
  await bench.collection('articles').insertMany(documents.map((document, index) => ({ _id: index as never, ...document })));
  await bench.engine.expand(id);
};
afterEach(() => bench.close());
const article = (_id: number) => bench.collection('articles').findOne({ _id: _id as never });

describe('a transform of this process', () => {
  test('writes what it computed, missing and null told apart', async () => {
    await start(articles, [{ tags: 'a,b' }, { tags: null }, {}]);
    expect(await bench.engine.backfill(id)).toMatchObject({ state: 'verifying', gate: 'open' });
    expect([await article(0), await article(1), await article(2)]).toMatchObject([
      { tagList: ['a', 'b'] },
      { tagList: [] },
      { tagList: [] },
    ]);
  });

  test('does not write over what changed between reading and writing; the next pass takes it', async () => {
    const racing = withBackfill({
      transform: clientSide<Old & { readonly _id: number }, New>({
        project: { tags: 1 },
        map: ({ _id, tags }) => {
          if (_id === 0 && tags === 'a') race();
          return { tagList: split(tags) };
        },
        compareFields: ['tags'],
        revision: 1,
      }),
    });
    const race = () => void bench.server.state.store('myapp', 'articles')?.replace({ _id: 0, tags: 'changed' });
    await start(racing, [{ tags: 'a' }]);
    const { passes } = await bench.engine.backfill(id);
    expect(await article(0)).toMatchObject({ tags: 'changed', tagList: ['changed'] });
    expect(passes.map(({ modified }) => modified)).toEqual([1, 1, 0, 0]);
  });

  const picky = withBackfill({
    transform: clientSide<Old, New>({
      project: { tags: 1 },
      map: ({ tags }) => {
        if (tags === 'bad') throw new Error('no tags at all');
        return { tagList: split(tags) };
      },
      compareFields: ['tags'],
      revision: 1,
    }),
  });

  test('that fails on a document quarantines it alone, stops when only that is left, and goes on when it is put right', async () => {
    await start(picky, [{ tags: 'a' }, { tags: 'bad' }, { tags: 'c' }]);
    expect((await bench.engine.dryRun(id)).findings).toEqual(['map: no tags at all, with _id 1']);
    const { passes, gate, reasons } = await bench.engine.backfill(id);
    expect({ gate, passes: passes.map(({ modified }) => modified) }).toEqual({ gate: 'closed', passes: [2, 0] });
    expect(reasons.join()).toContain('a refused document');
    expect((await bench.engine.status(id))[0]?.quarantine.sample).toEqual([{ id: 1, reason: 'map: no tags at all' }]);
    await bench.collection('articles').updateOne({ _id: 1 as never }, { $set: { tags: 'good' } });
    await bench.engine.backfill(id);
    expect(await bench.engine.verify(id)).toMatchObject({ gate: 'open', quarantined: 0 });
  });

  test('remembers for a roll back what it wrote, as one of the server does', async () => {
    const first = { $arrayElemAt: ['$tagList', 0] };
    const down: Migration['down'] = {
      shadow: ['tagList'] as never,
      drift: { $expr: { $and: [{ $ne: ['$tagList', `$_m.${id}.tagList`] }, { $ne: ['$tags', first] }] } },
      transform: serverSide([{ $set: { tags: first } }]),
    };
    await start({ ...articles, down }, [{ tags: '$a' }]);
    await bench.engine.backfill(id);
    expect(await article(0)).toMatchObject({ tagList: ['$a'], _m: { [id]: { tagList: ['$a'] } } });
    await bench.collection('articles').updateOne({ _id: 0 as never }, { $set: { tagList: ['b'] } });
    await bench.engine.down(id);
    expect(await article(0)).toMatchObject({ tags: 'b' });
  });

  test('is tried on what it will be given, not on the whole document', async () => {
    const greedy = clientSide<{ readonly title: string }, New>({
      project: { tags: 1 },
      map: ({ title }) => ({ tagList: [title.trim()] }),
      compareFields: ['tags' as never],
      revision: 1,
    });
    await start(withBackfill({ transform: greedy }), [{ title: 'A' }]);
    expect((await bench.engine.dryRun(id)).findings).toEqual([expect.stringContaining('map: Cannot read properties of undefined')]);
  });

  test('shows its dry run, too', async () => {
    await start(articles, [{ tags: 'a' }]);
    expect(await bench.engine.dryRun(id)).toMatchObject({
      computedBy: 'client',
      sample: [{ before: { tags: 'a' }, after: { tagList: ['a'] } }],
    });
  });
});

test('a transform that does not make its own drift false is told by the dry run, and by the verification after clean passes', async () => {
  await start(withBackfill({ drift: { tagList: null }, transform: serverSide([{ $set: { tagList: { $ifNull: ['$tags', null] } } }]) }), [
    { tags: 'a' },
    {},
  ]);
  expect((await bench.engine.dryRun(id)).findings).toContainEqual(expect.stringContaining('leaves 1 of the sample as wrong as before'));
  await bench.engine.backfill(id);
  expect((await errorOf(bench.engine.verify(id))).message).toContain('if not, the transform leaves them wrong');
});

describe('a document the server refuses', () => {
  const refusing = serverSide([{ $set: { tagList: { $split: ['$tags', ','] } } }]);
  const documents = [...Array.from({ length: 70 }, (_, index) => ({ tags: `tag${index}` })), { tags: 5 }, { tags: 'last' }];

  test('is found by halving and quarantined with what the server said; all others are written', async () => {
    await start(withBackfill({ transform: refusing, ranges: 1 }), documents);
    expect(await bench.engine.backfill(id, { maxPasses: 2 })).toMatchObject({ quarantined: 1, gate: 'closed' });
    expect(await bench.collection('articles').countDocuments({ tagList: { $exists: false } })).toBe(1);
    expect((await bench.engine.status(id))[0]?.quarantine.sample).toEqual([
      { id: 70, reason: expect.stringContaining('PlanExecutor error') },
    ]);
  });

  test('by a validator, likewise', async () => {
    await start(articles, [{ tags: 'a' }, { tags: 'forbidden' }, { tags: 'c' }]);
    await bench.client
      .db('myapp')
      .command({ collMod: 'articles', validator: { tagList: { $ne: ['forbidden'] } }, validationAction: 'error' });
    await bench.engine.backfill(id, { maxPasses: 2 });
    expect((await bench.engine.status(id))[0]?.quarantine).toMatchObject({ count: 1, sample: [{ id: 1 }] });
  });

  test('ends it when the declaration says so, names the document, and blocks automation until resume', async () => {
    await start(withBackfill({ transform: refusing, onInvalid: 'abort' }), documents);
    expect(await errorOf(bench.engine.backfill(id))).toMatchObject({
      code: 'INVARIANT_VIOLATED',
      exitCode: 12,
      message: expect.stringContaining('{"_id":70}'),
    });
    expect(await errorOf(bench.engine.backfill(id))).toMatchObject({
      code: 'STATE_REFUSED',
      message: expect.stringContaining('run resume'),
    });
    await bench.collection('articles').updateOne({ _id: 70 as never }, { $set: { tags: 'five' } });
    await bench.engine.resume(id, { by: 'Ada', reason: 'put right' });
    expect(await bench.engine.backfill(id)).toMatchObject({ state: 'verifying', gate: 'open' });
  });

  test('a transform that fails on every document is no matter of documents', async () => {
    await start(
      withBackfill({ transform: serverSide([{ $set: { tagList: { $split: ['$number', ','] } } }]), sourceFields: ['number'] }),
      Array.from({ length: 400 }, () => ({ number: 5 })),
    );
    expect(await errorOf(bench.engine.backfill(id))).toMatchObject({
      exitCode: 12,
      message: expect.stringContaining('the transform itself looks wrong'),
    });
  });
});
