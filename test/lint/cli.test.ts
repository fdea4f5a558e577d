import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import official from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { type LintCommandOptions, lintCommand } from '../../lib/lint/cli';

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const healthy = file('service.yaml', 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { app: a } }\n');
const hashed = (waiver = '') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: b\n${waiver}spec:\n  selector:\n    app: b\n    rollouts-pod-template-hash: x\n`;
const faulty = file('faulty.yaml', hashed());
const accepted = file(
  'accepted.yaml',
  hashed(`  annotations: { bluecanary.dev/waive: '[{"rule":"X28","reason":"moved by hand","until":"2027-01-31"}]' }\n`),
);

async function run(paths: readonly string[], options: Partial<LintCommandOptions> = {}) {
  let [stdout, stderr] = ['', ''];
  const out = {
    stdout: (text: string) => {
      stdout += text;
    },
    stderr: (text: string) => {
      stderr += text;
    },
  };
  return { code: await lintCommand(paths, { format: 'text', ...options }, out), stdout, stderr };
}

describe('bluecanary lint', () => {
  test('ends with 0 without errors, 1 with errors, 3 when it was called wrongly', async () => {
    expect((await run([healthy])).code).toBe(0);
    expect((await run([healthy, faulty])).code).toBe(1);
    expect((await run([file('broken.yaml', 'a: [')])).code).toBe(1);
    const wrong = await run([], { today: 'tomorrow', external: ['secret'] });
    expect(wrong.code).toBe(3);
    expect(wrong.stderr.split('\n')).toHaveLength(4);
  });

  test('says where, what must hold, what came, the way out and the line', async () => {
    const { stdout } = await run([faulty]);
    expect(stdout).toBe(
      [
        `Service b  [${faulty}]`,
        '  error X28 no-hash-in-service (line 8)',
        '    spec.selector.rollouts-pod-template-hash: the selector of a Service has no rollouts-pod-template-hash, and no Service is replaced or force-applied, got "x"',
        '    → remove the key; the controller writes it',
        '',
        '1 error, 0 warnings in 1 object\n',
      ].join('\n'),
    );
  });

  test('colours are for terminals', async () => {
    expect((await run([faulty])).stdout).not.toContain('\u001b[');
    expect((await run([faulty], { colours: true })).stdout).toContain('\u001b[31merror');
  });

  test('kinds that no rule reads are passed over and counted', async () => {
    const other = file('other.yaml', 'apiVersion: v1\nkind: LimitRange\n---\nfoo: 1\n');
    expect((await run([other])).stdout).toContain('passed over 2: 1 LimitRange, 1 (no kind)');
  });

  test('a waiver counts until its day, which only --today knows', async () => {
    const without = await run([accepted]);
    expect(without.code).toBe(0);
    expect(without.stdout).toContain('waived X28 Service b spec.selector.rollouts-pod-template-hash: moved by hand (until 2027-01-31)');
    expect((await run([accepted], { today: '2027-01-31' })).code).toBe(0);
    const ended = await run([accepted], { today: '2027-02-01' });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('W01');
    expect(ended.stdout).toContain('X28 no-hash-in-service');
  });

  test('what exists outside is declared by an option', async () => {
    const template = file(
      'template.yaml',
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec: { strategy: { blueGreen: { activeService: outside } } }\n',
    );
    expect((await run([template])).stdout).toContain('R24');
    expect((await run([template], { external: ['Service/outside'] })).stdout).not.toContain('R24');
    expect((await run([template], { external: ['Service/*'] })).stdout).not.toContain('R24');
  });

  test('what was applied before is not to change: selectors, Jobs under their old name, configuration of the previous version', async () => {
    const release = (label: string, config: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { ${label} } }\n  template:\n    metadata: { labels: { ${label} } }\n    spec: { containers: [{ name: a, image: a, envFrom: [{ configMapRef: { name: ${config} } }] }] }\n  strategy: { canary: {} }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${config} }\n---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: job-5h8g2k9d4t }\nspec: { template: { spec: { containers: [{ name: a, image: '${config}' }] } } }\n`;
    const before = file('before.yaml', release('app: a', 'config-5h8g2k9d4t'));
    const after = file('after.yaml', release('app: b', 'config-9d4t5h8g2k'));
    const places = async (against: readonly string[]) => {
      const { findings } = JSON.parse((await run([after], { format: 'json', against })).stdout) as {
        findings: { rule: string; path: string }[];
      }; // our own output
      return findings.filter(({ rule }) => ['R43', 'X32', 'Y29'].includes(rule)).map(({ rule, path }) => `${rule} ${path}`);
    };
    expect(await places([before])).toEqual(['R43 spec.selector', 'Y29 spec.template', 'X32 spec.template']);
    expect(await places([after])).toEqual([]);
    expect((await run([after], { against: [join(folder, 'gone')] })).stdout).toContain('no such file or folder');
  });

  test('a Service moves only to a side that had its pods before: the switch of a plain release is a change of its own', async () => {
    const side = (colour: string, replicas: number) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a-${colour} }\nspec: { replicas: ${replicas}, template: { metadata: { labels: { app: a, version: ${colour} } } } }\n`;
    const release = (active: string, blue: number, green: number) =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { app: a, version: ${active} } }\n${side('blue', blue)}${side('green', green)}`;
    const after = file('switched.yaml', release('green', 3, 3));
    const found = async (before: string) => {
      const report = JSON.parse((await run([after], { format: 'json', against: [file('standing.yaml', before)] })).stdout) as {
        findings: { rule: string; message: string }[];
      }; // our own output
      return report.findings.filter(({ rule }) => rule === 'Y01').map(({ message }) => message);
    };
    expect(await found(release('blue', 3, 0))).toEqual([expect.stringContaining('got pods of Deployment a-green, which had none before')]);
    expect(await found(release('blue', 3, 3))).toEqual([]);
    expect(await found(release('green', 0, 0))).toEqual([]);
  });

  test('json holds the whole report', async () => {
    const report: unknown = JSON.parse((await run([faulty, accepted], { format: 'json' })).stdout);
    expect(report).toMatchObject({
      findings: [{ rule: 'X28', source: { file: faulty, line: 8 } }],
      waived: [{ reason: 'moved by hand' }],
      objects: 2,
      unknownKinds: {},
    });
  });

  test('a file below the folder of the run has a relative URI in SARIF, one beside it an absolute one', async () => {
    const uris = async (path: string) =>
      [...(await run([path], { format: 'sarif' })).stdout.matchAll(/"uri": "([^"]+)"/g)].map(([, uri]) => uri);
    expect(await uris(relative('.', faulty))).toEqual([pathToFileURL(faulty).href]);
    expect(new Set(await uris('test/lint/../lint/forms/helm.yaml'))).toEqual(new Set(['test/lint/forms/helm.yaml']));
  });

  test('sarif is valid and names rule, file and line; waived findings are suppressed', async () => {
    const sarif: unknown = JSON.parse((await run([faulty, accepted, file('x.yaml', '- 1')], { format: 'sarif' })).stdout);
    // The published schema; draft 4 by name only, and one of its patterns is none under the u flag.
    const { $schema: _, id: __, ...schema } = official;
    const validate = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })).compile(schema);
    validate(sarif);
    expect(validate.errors).toBeNull();
    expect(validate({ ...(sarif as object), version: '2.0.0' })).toBe(false);
    expect(sarif).toMatchObject({
      runs: [
        {
          results: [
            { ruleId: 'F01', level: 'warning' },
            {
              ruleId: 'X28',
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: pathToFileURL(faulty).href }, region: { startLine: 8 } } }],
            },
            { ruleId: 'X28', suppressions: [{ justification: 'moved by hand (until 2027-01-31)' }] },
          ],
        },
      ],
    });
  });
});
