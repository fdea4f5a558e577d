import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialFaults } from './official-types';

const dist = join(__dirname, '../../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.dashboard.json'));
const read = (path: string) =>
  JSON.parse(readFileSync(join(dist, path), 'utf8')) as Record<string, unknown> & { panels: Record<string, unknown>[] };

/** The dashboard with one panel of a type changed. */
function changed(type: string, by: (panel: Record<string, unknown>) => object): object {
  const model = read('catalog/overview.dashboard.json');
  const index = model.panels.findIndex((panel) => panel['type'] === type);
  return { ...model, panels: model.panels.map((panel, i) => (i === index ? by(panel) : panel)) };
}
const within = (panel: Record<string, unknown>, field: string, more: object) => ({
  ...panel,
  [field]: { ...(panel[field] as object), ...more },
});

test("every dashboard is what Grafana's own types say, and a key or a value that they do not know is found", async () => {
  const model = read('catalog/overview.dashboard.json');
  const wrong: Record<string, object> = {
    'a key of the dashboard': { ...model, refreshh: '30s' },
    'a key of a panel': changed('timeseries', (panel) => ({ ...panel, yaxes: [] })),
    'an option of a panel': changed('stat', (panel) => within(panel, 'options', { grafMode: 'none' })),
    'a value of an option': changed('timeseries', (panel) => within(panel, 'options', { tooltip: { mode: 'all', sort: 'desc' } })),
    'a key of a query': changed('stat', (panel) => ({ ...panel, targets: [{ refId: 'A', exprr: 'up' }] })),
    'an option of the field': changed('state-timeline', (panel) => within(panel, 'fieldConfig', { defaults: { custom: { lineWith: 0 } } })),
    'a panel that is gone': changed('stat', (panel) => ({ ...panel, type: 'singlestat' })),
    'a key of a row': changed('row', (panel) => ({ ...panel, collapse: false })),
  };
  const faults = await officialFaults({ ...Object.fromEntries(files.map((path) => [path, read(path)])), ...wrong });
  expect(files.length).toBe(5);
  expect(faults).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, expect.any(Array)])));
  expect(Object.values(faults).flat().join('\n')).toMatch(/refreshh[\s\S]*yaxes[\s\S]*grafMode[\s\S]*exprr[\s\S]*lineWith[\s\S]*collapse/);
}, 60_000);
