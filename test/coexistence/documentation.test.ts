import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { MongoClient } from 'mongodb';
import * as coexistence from '../../migrate/coexistence';
import { seconds } from '../../migrate/duration';
import { startWireServer } from '../support/wire-server';

test('the examples of docs/coexistence.md do what they say', async () => {
  const text = readFileSync(join(__dirname, '../../docs/coexistence.md'), 'utf8');
  const examples = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  expect(examples.length).toBeGreaterThanOrEqual(7);
  const server = await startWireServer();
  const client = await new MongoClient(server.uri('myapp'), { ignoreUndefined: true }).connect();
  try {
    const { code } = transformSync(`async function run() {\n${examples.join('\n')}\n}`, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    const db = client.db('myapp');
    const adapter = coexistence.users(() => 'old');
    const names = { ...coexistence, seconds, db, adapter, expect };
    const before = expect.getState().assertionCalls;
    await new Function(...Object.keys(names), `${code}\nreturn run();`)(...Object.values(names));
    expect(expect.getState().assertionCalls - before).toBeGreaterThanOrEqual(7);
  } finally {
    await client.close();
    await server.close();
  }
}, 30_000);
