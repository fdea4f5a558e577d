import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, kayentaEndpoints } from '../../../analysis/contract/endpoints';
import environmentSchema from '../../../analysis/contract/environment.schema.json';
import judgementSchema from '../../../analysis/contract/judgement.schema.json';
import { checker } from '../../../analysis/contract/problems';
import { createPrometheusClient } from '../../../analysis/providers/prometheus/client';
import { createPrometheusProvider } from '../../../analysis/providers/prometheus/provider';
import { post, service } from './service';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

const page = readFileSync(join(__dirname, '../../../docs/service.md'), 'utf8');
const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');

test('the request of the page is answered as the page says, with nothing beside the service', async () => {
  const [, body = ''] = /curl -s http:\/\/127\.0\.0\.1:8080(?:\S+) .* -d '(\{.*\})'/.exec(page) ?? [];
  const [, answer = ''] = /```json\n(.*)\n```/.exec(page) ?? [];
  const client = createPrometheusClient({ url: 'http://127.0.0.1:9' });
  const response = await post(await service({ provider: createPrometheusProvider(client) }), body);
  await client.close();
  const shown = JSON.parse(answer) as { id: string; window: object };
  expect(checker(judgementSchema)(shown)).toEqual([]);
  expect(response.json()).toEqual({ ...shown, id: expect.any(String), window: { ...shown.window, to: expect.any(Number) } });
});

test('every reason is explained, and no other', () => {
  const [, table = ''] = /\| reason \| meaning \|\n([\s\S]*?)\n\n/.exec(page) ?? [];
  const explained = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, reason]) => reason);
  expect(explained.sort()).toEqual([...judgementSchema.definitions.ReasonCode.enum].sort());
});

test('every variable of the environment is explained, and no other', () => {
  const [, table = ''] = /\| variable \| default \| \|\n([\s\S]*?)\n\n/.exec(page) ?? [];
  const explained = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(explained.sort()).toEqual(Object.keys(environmentSchema.properties).sort());
});

test('every path of the page is one of the service', () => {
  const paths = code.flatMap((text) => /^(?:GET|POST) (\/[^?\s]*)/.exec(text)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(8);
  const known: readonly string[] = [...Object.values(endpoints), ...Object.values(kayentaEndpoints)];
  for (const path of paths) expect(known).toContain(path);
});
