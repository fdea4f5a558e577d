import fc from 'fast-check';
import { MigrationError } from '../../migrate';
import { startBench } from './support/engine';
import { usersFullNameId as id, oldUsers, wrongUsers } from './support/users';

jest.setTimeout(120_000);

/**
 * A process that dies at its n-th command, in this process: from then on every command of it is cut, before or after it was carried out.
 * Its lease does not run out by waiting: the clock of the server is moved on.
 */
test('whatever the schedule of kills, every document ends right and none is written twice', async () => {
  const death = fc.record({
    after: fc.integer({ min: 0, max: 60 }),
    when: fc.constantFrom('before' as const, 'after' as const),
    oldWrites: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 5 }), async (deaths) => {
      const bench = await startBench();
      try {
        await bench.users.insertMany(oldUsers(60, 3));
        await bench.engine.expand(id);
        for (const { after, when, oldWrites } of deaths) {
          let commands = 0;
          const dying = () => commands++ >= after;
          bench.server.faults.add({
            commands: ['update', 'findAndModify', 'find', 'aggregate'],
            where: dying,
            times: 1000,
            when,
            effect: 'close',
          });
          const end = await bench
            .another({ env: { MIG_RETRY_MS: '0', MIG_STREAMS: '1' } })
            .backfill(id)
            .catch((error: unknown) => error);
          expect(end instanceof Error ? end : new MigrationError('STOPPED', '')).toBeInstanceOf(MigrationError);
          bench.server.faults.clear();
          for (let write = 0; write < oldWrites; write++)
            await bench.users.updateOne({ email: `user${write * 7}@example.com` }, { $set: { firstName: `After${commands}` } });
          bench.server.state.clockOffsetMs += 5_000;
        }
        await bench.another({ env: { MIG_STREAMS: '1' } }).backfill(id);
        expect(await wrongUsers(bench.users)).toEqual([]);
        const audit = bench.server.state.audits.get('myapp.users');
        expect([...(audit?.engine ?? [])].filter(([key, times]) => times > (audit?.others.get(key) ?? 0))).toEqual([]);
        expect(await bench.engine.verify(id)).toMatchObject({ drift: 0, gate: 'open' });
      } finally {
        await bench.close();
      }
    }),
    { numRuns: Number(process.env['MIG_CONVERGENCE_RUNS'] ?? 12), seed: 20_261_101 },
  );
});
