import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ApiObject, JsonPatch } from 'cdk8s';
import { parseAllDocuments, stringify } from 'yaml';
import { ArgoCdApplication } from '../../lib/argo-cd';
import { FluxKustomization } from '../../lib/flux';
import { pathOf } from '../../lib/folder';
import { describeWith } from '../support/installed';
import { releases, repository } from './gitops-world';
import { fieldsOf, objectsOf } from './support';

describeWith('kubectl', 'apt-get install -y --no-install-recommends kubernetes-client', 'the Kustomizations of a migration', () => {
  test('each applies its own Job, the first also identity, rights and network, that of the backfill the tailer; together they are the whole folder', () => {
    const { app, production, migration } = releases({ catchUp: true });
    new FluxKustomization(production, 'full-name-flux', { of: migration });
    const folder = migration.node.findAll().filter(ApiObject.isApiObject);
    const seen = ['backup', 'expand', 'backfill', 'verify', 'contract'].map((phase) => {
      const patches = fieldsOf(app)(`Kustomization/production-full-name-${phase}`, 'spec.patches');
      return built(folder, patches);
    });
    expect(seen.map((names) => names.filter((name) => name.startsWith('Job/')).map((name) => name.replace(/-[0-9a-f]{8}$/, '')))).toEqual([
      ['Job/full-name-backup'],
      ['Job/full-name-expand'],
      ['Job/full-name-backfill'],
      ['Job/full-name-verify'],
      ['Job/full-name-contract'],
    ]);
    expect(seen.map((names) => names.filter((name) => name.startsWith('Deployment/')))).toEqual([
      [],
      [],
      ['Deployment/full-name-catchup'],
      [],
      [],
    ]);
    expect(seen.flat().sort()).toEqual(objectsOf(migration));
  });
});

describeWith('jq', 'apt-get install -y --no-install-recommends jq', 'the path expressions for Argo CD', () => {
  test('without what they name, the object in the middle of a release is the one in Git', () => {
    const { app, production, canary } = releases();
    new ArgoCdApplication(production, 'shop-argo-cd', { of: canary, repository });
    const field = fieldsOf(app);
    const expressions = (index: number) =>
      field('Application/production-shop', `spec.ignoreDifferences.${index}.jqPathExpressions`) as string[];
    const without = (manifest: unknown, paths: readonly string[]): unknown =>
      JSON.parse(
        execFileSync('jq', [paths.map((path) => `del(${path})`).join(' | ')], { input: JSON.stringify(manifest), encoding: 'utf8' }),
      );

    const service = field('Service/shop-canary');
    const switched = JsonPatch.apply(structuredClone(service), JsonPatch.add('/spec/selector/rollouts-pod-template-hash', '6c9f8d7b5'));
    expect(without(switched, expressions(1))).toEqual(service);

    const route = field('VirtualService/shop-canary');
    const moved = JsonPatch.apply(
      structuredClone(route),
      JsonPatch.replace('/spec/http/0/route/0/weight', 75),
      JsonPatch.replace('/spec/http/0/route/1/weight', 25),
      JsonPatch.add('/spec/http/0', {
        name: 'x-canary',
        match: [{ headers: { 'x-canary': { exact: 'true' } } }],
        route: [{ weight: 100 }],
      }),
    );
    expect(without(moved, expressions(2))).toEqual(without(route, expressions(2)));
    const slower = JsonPatch.apply(structuredClone(moved), JsonPatch.replace('/spec/http/1/timeout', '31s'));
    expect(without(slower, expressions(2))).not.toEqual(without(route, expressions(2)));
  });
});

/** Kinds and names that kustomize makes of a folder with patches, as Flux does. */
function built(folder: readonly ApiObject[], patches: unknown): readonly string[] {
  const aside = mkdtempSync(join(tmpdir(), 'kustomize-'));
  try {
    const resources = folder.map((object) => {
      const file = basename(pathOf(object));
      writeFileSync(join(aside, file), stringify(object.toJson()));
      return file;
    });
    writeFileSync(join(aside, 'kustomization.yaml'), stringify({ resources, patches }));
    const text = execFileSync('kubectl', ['kustomize', aside], { encoding: 'utf8' });
    return parseAllDocuments(text).map((document) => `${document.get('kind')}/${document.getIn(['metadata', 'name'])}`);
  } finally {
    rmSync(aside, { recursive: true });
  }
}
