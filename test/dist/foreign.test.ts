import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../support/installed';
import { type Manifest, manifests } from './manifests';
import { waived } from './waived';

jest.setTimeout(120_000);

const all = manifests();
const root = join(__dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'judges-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Kinds of others, whose schemas no package ships; the suite against a cluster asks an API server about them. */
const custom =
  'Rollout,AnalysisTemplate,VirtualService,DestinationRule,PrometheusRule,ServiceMonitor,PodMonitor,Application,Kustomization'.split(',');
const schemasOf = 'python3 -m pip install kubernetes-validate==1.37.0, which ships the schemas of Kubernetes';

describeWith('kubernetes-validate', schemasOf, 'the schemas of Kubernetes', () => {
  const install = 'go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0';
  describeWith('kubeconform', install, 'kubeconform', () => {
    test.each(['v1.28.0', 'v1.37.0'])('finds every built-in object of dist valid in %s, unknown fields included', (version) => {
      const { status, stdout } = kubeconform(version, join(root, 'dist/production'));
      const { resources = [], summary } = JSON.parse(stdout) as { resources?: unknown; summary: Record<string, number> }; // its own output
      const known = all.filter(({ kind }) => !custom.includes(kind)).length;
      expect({ status, resources, summary }).toEqual({
        status: 0,
        resources: [],
        summary: { valid: known, invalid: 0, errors: 0, skipped: all.length - known },
      });
      expect(known).toBeGreaterThan(40);
    });

    test('finds a field that does not exist', () => {
      const broken = all.find(({ name }) => name === 'orders-blue')?.text.replace('minReadySeconds', 'minReadySecond') ?? '';
      const folder = join(work, 'broken');
      mkdirSync(folder);
      writeFileSync(join(folder, 'deployment.yaml'), broken);
      expect(kubeconform('v1.28.0', folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('minReadySecond') });
    });
  });
});

describeWith('checkov', 'python3 -m pip install checkov==3.3.30', 'checkov', () => {
  test('finds nothing in dist that is not waived with a reason, and every waiver is needed', () => {
    const found = checkov([...all, ...all.filter(({ kind }) => kind === 'Rollout').map(asDeployment)]);
    expect(found.passed).toBeGreaterThan(500);
    const waiver = (one: Failed) => waived.find(({ check, on }) => one.check_id === check && on.test(one.resource));
    expect(found.failed.filter((one) => !waiver(one)).map(({ check_id, resource }) => `${check_id} ${resource}`)).toEqual([]);
    expect(waived.filter((one) => !found.failed.some((failed) => waiver(failed) === one))).toEqual([]);
  });
});

function kubeconform(version: string, folder: string) {
  const location = join(schemas(version), '{{ .ResourceKind }}{{ .KindSuffix }}.json');
  const args = ['-strict', '-summary', '-output', 'json', '-skip', custom.join(','), '-schema-location', location, folder];
  return spawnSync('kubeconform', args, { encoding: 'utf8', timeout: 60_000 });
}

/** The schemas that kubernetes-validate ships, with references that kubeconform finds beside them. */
function schemas(version: string): string {
  const made = join(work, version);
  const program = realpathSync(execFileSync('sh', ['-c', 'command -v kubernetes-validate'], { encoding: 'utf8' }).trim());
  const python = /^#!(\S*python\S*)/.exec(readFileSync(program, 'utf8'))?.[1] ?? 'python3';
  const script = 'import kubernetes_validate, os; print(os.path.dirname(kubernetes_validate.__file__))';
  const packaged = execFileSync(python, ['-c', script], { encoding: 'utf8' }).trim();
  const from = join(packaged, 'kubernetes-json-schema', `${version}-local-strict`);
  mkdirSync(made, { recursive: true });
  for (const file of readdirSync(from)) {
    const { $id: _, ...schema } = JSON.parse(readFileSync(join(from, file), 'utf8')) as Record<string, unknown>; // a JSON Schema
    writeFileSync(join(made, file), JSON.stringify(schema).replaceAll('/api/_definitions.json', '_definitions.json'));
  }
  return made;
}

interface Failed {
  readonly check_id: string;
  readonly resource: string;
}

function checkov(objects: readonly Pick<Manifest, 'kind' | 'text'>[]) {
  const folder = join(work, 'checkov');
  mkdirSync(folder);
  for (const [index, { kind, text }] of objects.entries()) writeFileSync(join(folder, `${kind}-${index}.yaml`), text);
  const args = ['-d', folder, '--framework', 'kubernetes', '-o', 'json', '--soft-fail', '--skip-download'];
  const { results, summary } = JSON.parse(execFileSync('checkov', args, { encoding: 'utf8', maxBuffer: 1e8 })) as {
    readonly results: { readonly failed_checks: readonly Failed[] };
    readonly summary: { readonly passed: number };
  }; // its own output
  return { failed: results.failed_checks, passed: summary.passed };
}

/** Judges that do not know Rollouts know their pods when they see a Deployment. */
function asDeployment({ text, kind }: Manifest) {
  return { kind, text: text.replace('apiVersion: argoproj.io/v1alpha1\nkind: Rollout', 'apiVersion: apps/v1\nkind: Deployment') };
}
