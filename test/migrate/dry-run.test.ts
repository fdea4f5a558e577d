import { connect, createEngine, readConfig } from '../../migrate';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import { startWireServer } from '../support/wire-server';

test('a dry run of a collection too large to be read looks at a sample of it, not for one among all', async () => {
  const server = await startWireServer({
    scripted: (name) => (name === 'count' ? { n: 100_000_000 } : undefined),
  });
  const settings = readConfig({ MONGODB_URI: server.uri('myapp') });
  const client = connect(server.uri('myapp'), { appName: 'test', streams: 1 });
  try {
    await client.db('myapp').collection('users').insertOne({ email: 'a', firstName: 'Ada' });
    const engine = createEngine({ client, database: 'myapp', migrations: [usersFullName], settings });
    expect((await engine.dryRun(usersFullName.id)).sample).toMatchObject([{ after: { fullName: 'Ada' } }]);
    const [first] = server.state.commands.filter(({ name }) => name === 'aggregate').map(({ body }) => body['pipeline']);
    expect(first).toMatchObject([{ $sample: { size: 10_000 } }, { $match: {} }, { $limit: 20 }]);
  } finally {
    await client.close();
    await server.close();
  }
});
