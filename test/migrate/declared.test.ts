import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientSide, defineMigration, serverSide } from '../../migrate/declaration';
import { declared, declaredFile } from '../../migrate/declared';
import { hours } from '../../migrate/duration';

test('what the generator knows of the migrations is what they declare; npm run build writes it', () => {
  expect(readFileSync(join(__dirname, '../../migrate/contract/declared.generated.json'), 'utf8')).toBe(declaredFile());
});

describe('a declaration for the generator', () => {
  const base = { id: '20261201-x', description: 'x', database: 'shop', collection: 'users', schemaVersion: 2, invariants: [] } as const;
  const backfill = { drift: { name: /^a/i, at: { $lt: new Date(0) } }, sourceFields: ['name'] as string[] };

  test('is plain JSON, regular expressions and dates included', () => {
    const transform = serverSide([{ $set: { name: null } }]);
    expect(
      declared(defineMigration({ ...base, backfill: { ...backfill, transform }, contract: {}, gates: { drained: hours(48) } })),
    ).toEqual({
      id: '20261201-x',
      database: 'shop',
      collection: 'users',
      invariants: [],
      backfill: {
        batched: true,
        drift: { name: { $regularExpression: { pattern: '^a', options: 'i' } }, at: { $lt: { $date: '1970-01-01T00:00:00Z' } } },
        transform: [{ $set: { name: null } }],
      },
      drainedSeconds: 172_800,
    });
  });

  test('leaves out a transform that is a function', () => {
    const transform = clientSide({ project: {}, map: () => ({}), compareFields: ['name'], revision: 1 });
    expect(declared(defineMigration({ ...base, backfill: { ...backfill, transform } }))).toMatchObject({ backfill: { batched: true } });
    expect(JSON.stringify(declared(defineMigration({ ...base, backfill: { ...backfill, transform } })))).not.toContain('transform');
  });
});
