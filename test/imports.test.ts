import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { generatedForms } from '../imports/forms';
import { pinned } from '../imports/pinned';
import { generatedProps } from '../imports/props';
import { type Checkout, checkout, filesBelow } from './lib/checkout';

jest.setTimeout(60_000);

let copy: Checkout;
beforeAll(() => {
  copy = checkout();
});
afterAll(() => copy.remove());

test('the types of every JSON Schema are those that are committed', async () => {
  const generated = (folder: string) =>
    Object.fromEntries(Object.entries(filesBelow(folder)).filter(([path]) => /^(lib|analysis)\/.*\.generated\.ts$/.test(path)));
  const stale = join(copy.folder, 'lib/images.generated.ts');
  const committed = generated(copy.folder);
  writeFileSync(stale, '');
  const { code, stderr } = await copy.run(['--import', 'tsx', 'imports/types.ts']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(Object.keys(committed).length).toBeGreaterThan(4);
  expect(generated(copy.folder)).toEqual(committed);
});

test('the forms of the queries in dist are those that are committed; npm run build writes them', () => {
  const { file, text } = generatedForms();
  expect(text).toBe(readFileSync(join(__dirname, '..', file), 'utf8'));
});

test('the props that a synth checks are those that are committed; npm run build writes them', () => {
  const { file, text } = generatedProps();
  expect(text).toBe(readFileSync(join(__dirname, '..', file), 'utf8'));
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    ...['AnalysisService', 'ArgoCdApplication', 'BlueGreenDeployment', 'BlueGreenRollout', 'CanaryDeployment', 'CanaryRollout'],
    ...['FluxKustomization', 'Ingress', 'Migration', 'Monitoring', 'Production'],
  ]);
});

describe('npm run import', () => {
  const kinds = pinned.flatMap(({ group, kinds: names }) => names.map((kind) => ({ group, kind })));
  const run = (folder: string) => copy.run(['--import', 'tsx', 'imports/import.ts', folder]);
  const imports = () => filesBelow(join(copy.folder, 'imports'));

  /** A folder with a small CRD of every kind but those left out. */
  function crds(name: string, without: readonly string[] = []): string {
    const folder = join(copy.folder, name);
    mkdirSync(folder);
    for (const { group, kind } of kinds.filter((one) => !without.includes(one.kind))) {
      writeFileSync(join(folder, `${kind.toLowerCase()}.yaml`), stringify(crd(group, kind)));
    }
    return folder;
  }

  test('says which CRDs are missing, and writes nothing', async () => {
    const before = imports();
    const { code, stderr } = await run(crds('partial', ['Rollout', 'PodMonitor']));
    expect(code).toBe(1);
    expect(stderr).toMatch(/imports: no CRD for Rollout of argoproj\.io, PodMonitor of monitoring\.coreos\.com in .*; nothing was written/);
    expect(imports()).toEqual(before);
  });

  test('says that a folder has no CRDs at all', async () => {
    mkdirSync(join(copy.folder, 'empty'));
    const { code, stderr } = await run(join(copy.folder, 'empty'));
    expect(code).toBe(1);
    expect(stderr).toContain('has no *.yaml file; name the folder that holds the CRDs');
  });

  test('leaves what was there when it fails on the way, after the first module', async () => {
    const before = imports();
    const folder = crds('broken', ['Gateway']);
    const broken = crd('networking.istio.io', 'Gateway') as {
      spec: { versions: { schema: { openAPIV3Schema: { properties: object } } }[] };
    };
    for (const { schema } of broken.spec.versions) schema.openAPIV3Schema.properties = { spec: null };
    writeFileSync(join(folder, 'gateway.yaml'), stringify(broken));
    const { code, stderr } = await run(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/imports: Command failed: .*cdk8s import/);
    expect(imports()).toEqual(before);
  });

  test('makes one module per group with every kind of it, the same each time, and keeps no trace of the folder', async () => {
    const folder = crds('complete');
    expect((await run(folder)).code).toBe(0);
    const first = imports();
    expect((await run(folder)).code).toBe(0);
    expect(imports()).toEqual(first);

    for (const { group, kinds: names, version } of pinned) {
      const module = first[`${group}.ts`] ?? '';
      expect(module.split('\n')[0]).toBe(`// GENERATED from the CRDs of ${group}, ${version}, by \`npm run import\`. Do not edit.`);
      for (const kind of names) expect(module).toContain(`export class ${kind} extends ApiObject`);
      expect(module).not.toContain(copy.folder);
    }
  });

  test('lets pods pass through untouched, keeps dates as text and drops what a cluster writes', async () => {
    const module = imports()['argoproj.io.ts'] ?? '';
    expect(module).toMatch(/readonly template\?: any;/);
    expect(module).toMatch(/readonly since\?: string;/);
    expect(module).not.toContain('RolloutStatus');
  });
});

function crd(group: string, kind: string): object {
  const plural = `${kind.toLowerCase()}s`;
  const spec = {
    type: 'object',
    properties: {
      template: {
        type: 'object',
        properties: { spec: { type: 'object', properties: { containers: { type: 'array', items: { type: 'object' } } } } },
      },
      since: { type: 'string', format: 'date-time' },
      size: { type: 'integer' },
    },
  };
  const openAPIV3Schema = { type: 'object', properties: { spec, status: { type: 'object', properties: { phase: { type: 'string' } } } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
}
