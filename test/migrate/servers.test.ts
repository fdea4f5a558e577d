import { capabilities, findServers, type Skipped, type TestServer } from './support/capabilities';
import { rules, unfit } from './support/server-rules';

jest.setTimeout(120_000);

let servers: readonly TestServer[];
let skipped: readonly Skipped[];
beforeAll(async () => {
  ({ servers, skipped } = await findServers());
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

test.each(rules)('$name, on every server that can', async (rule) => {
  const able = servers.filter((server) => unfit(rule, server) === undefined);
  for (const server of able) await rule.check(server);
  if (rule.lacks === undefined) expect(able.map(({ tier }) => tier)).toContain('T1');
});

test('what ran, what did not, and how to run it, is told', () => {
  const lines = servers.flatMap((server) => [
    `${server.tier} ${server.name}: ${capabilities.map((one) => `${server.can.has(one) ? '' : 'no '}${one}`).join(', ')}`,
    ...rules.map((rule) => {
      const why = unfit(rule, server);
      return why === undefined ? `   ran     ${rule.name}` : `   skipped ${rule.name} (${why})`;
    }),
  ]);
  process.stdout.write(`${[...lines, ...skipped.map(({ tier, how }) => `SKIPPED ${tier}: ${how}`)].join('\n')}\n`);
  if (process.env['REQUIRE_MONGODB'] === '1') expect(skipped.filter(({ tier }) => tier.startsWith('T3'))).toEqual([]);
  expect(servers.length + skipped.length).toBe(3);
});
