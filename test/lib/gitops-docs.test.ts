import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { BlueGreenRollout, CanaryRollout, Migration } from '../../lib';
import { ArgoCdApplication } from '../../lib/argo-cd';
import { FluxKustomization } from '../../lib/flux';
import { parseImages } from '../../lib/images-file';
import { scripts } from '../../package.json';
import { at } from '../dist/manifests';
import { pinned, world } from './support';

const page = readFileSync(join(__dirname, '../../docs/gitops.md'), 'utf8');
const imagesFile = readFileSync(join(__dirname, '../../images.yaml'), 'utf8');

/** The code of the page in one language, in order. */
function snippets(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code);
}

/** What a language has of its kind on the page, or a failure that says so. */
function snippet(language: string, index: number): string {
  const found = snippets(language)[index];
  if (found === undefined) throw new Error(`docs/gitops.md has no ${language} snippet number ${index}`);
  return found;
}

test('every snippet of the page is in a language that a test reads', () => {
  const languages = [...page.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
  expect(new Set(languages)).toEqual(new Set(['sh', 'yaml', 'ts', 'json']));
});

test.each([
  {
    ci: 'GitHub Actions',
    index: 0,
    commands: (job: unknown) => (at(job, 'jobs.check.steps') as { run?: string }[]).flatMap(({ run }) => run ?? []),
  },
  { ci: 'GitLab', index: 1, commands: (job: unknown) => at(job, 'manifests.script') as string[] },
])('the job of $ci installs, checks the drift, tests, and shows the plan, all with commands that there are', ({ index, commands }) => {
  const run = commands(parse(snippet('yaml', index)));
  expect(run.map((command) => command.split(' ').slice(0, 3).join(' '))).toEqual([
    expect.stringMatching(/^npm ci/),
    'npm run check',
    'npm test',
    'npx bluecanary plan',
  ]);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['check', 'test', 'synth']));
});

test.each([
  {
    tool: 'Argo CD',
    index: 0,
    objects: ['Application production', 'Application production-catalog', 'Application production-judge', 'Application production-myapp'],
  },
  {
    tool: 'Flux',
    index: 1,
    objects: [
      ...['catalog', 'judge', 'myapp'].map((name) => `Kustomization production-${name}`),
      ...['backfill', 'backup', 'contract', 'expand', 'verify'].map((phase) => `Kustomization production-users-full-name-${phase}`),
    ],
  },
])('the lines for $tool make the objects that the page speaks of', ({ index, objects }) => {
  const { app, production, judge } = world();
  const backup = { image: pinned('tools'), claim: 'dumps' };
  const usersFullName = new Migration(production, 'users-full-name', { image: pinned('migrations'), backup });
  const catalog = new CanaryRollout(production, 'catalog', { image: pinned('catalog'), host: 'catalog.example.com', judgedBy: judge });
  const myapp = new BlueGreenRollout(production, 'myapp', { image: pinned('myapp'), judgedBy: judge, migration: usersFullName });
  const scope = { ArgoCdApplication, FluxKustomization, production, judge, usersFullName, catalog, myapp };
  const { code } = transformSync(snippet('ts', index), { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, isModule: false });
  new Function(...Object.keys(scope), code)(...Object.values(scope));
  // The lint included: it is what the first synth after copying these lines says.
  expect(() => app.render()).not.toThrow();
  const made = (Testing.synth(production) as unknown[])
    .map((object) => `${at(object, 'kind')} ${at(object, 'metadata.name')}`)
    .filter((name) => /^(Application|Kustomization) /.test(name));
  expect(made.sort()).toEqual([...objects].sort());
});

test('a VirtualService that the page names is in dist/', () => {
  const [path] = /dist\/\S+VirtualService\S+yaml/.exec(page) ?? [];
  expect(parse(readFileSync(join(__dirname, '../..', path ?? ''), 'utf8'))).toMatchObject({ kind: 'VirtualService' });
});

describe('the rules for Renovate', () => {
  const renovate = JSON.parse(snippet('json', 0)) as {
    customManagers: { managerFilePatterns: string[]; matchStrings: string[] }[];
    packageRules: { matchDepNames?: string[]; enabled?: boolean }[];
    postUpgradeTasks: { commands: string[] };
  };
  const entries = [...imagesFile.matchAll(new RegExp(renovate.customManagers[0]?.matchStrings[0] ?? '', 'g'))];

  test('find every entry of images.yaml with its repository, tag and digest', () => {
    const found = entries.map(({ groups = {} }) => [
      groups['depName'],
      { repository: groups['packageName'], tag: groups['currentValue'], digest: groups['currentDigest'] },
    ]);
    expect(Object.fromEntries(found)).toEqual(parseImages(imagesFile).entries);
    expect(renovate.customManagers[0]?.managerFilePatterns).toEqual([String.raw`/^images\.yaml$/`]);
  });

  test('never update two sides of one app at once', () => {
    const disabled = renovate.packageRules.flatMap(({ enabled, matchDepNames = [] }) => (enabled === false ? matchDepNames : []));
    const moved = entries
      .filter(({ groups }) => !disabled.includes(groups?.['depName'] ?? ''))
      .map(({ groups }) => groups?.['packageName']);
    const twice = moved.filter((repository, index) => moved.indexOf(repository) !== index);
    expect(twice).toEqual([]);
  });

  test('synthesize with a script that there is', () => {
    expect(renovate.postUpgradeTasks.commands).toContain('npm run synth');
    expect(scripts.synth).toBeDefined();
  });
});

test('plain kubectl applies what a commit changed, the namespace first, and deletes what it removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  try {
    const sh = (command: string, env: Record<string, string> = {}) =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
    const write = (path: string, text: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const commit = () =>
      sh('git add -A && git -c user.name=t -c user.email=t@example.com -c commit.gpgsign=false commit -qm x && git rev-parse HEAD').trim();
    // There is no cluster: what kubectl would get is written down.
    write('bin/kubectl', '#!/bin/sh\necho "$@ $([ "$1" = delete ] && cat)" >> "$CALLS"\n');
    sh('chmod +x bin/kubectl && git init -q');
    write('dist/production/shop/Service.shop.k8s.yaml', 'kind: Service\n');
    write('dist/production/shop/Service.gone.k8s.yaml', 'kind: Service # gone\n');
    write('dist/shop/runbook.md', 'old');
    const before = commit();
    write('dist/production/shop/Rollout.shop.k8s.yaml', 'kind: Rollout\n');
    write('dist/production/Namespace.production.k8s.yaml', 'kind: Namespace\n');
    write('dist/shop/runbook.md', 'new');
    rmSync(join(folder, 'dist/production/shop/Service.gone.k8s.yaml'));
    const after = commit();
    const calls = join(folder, 'calls');
    sh(snippet('sh', 2), { BEFORE: before, AFTER: after, CALLS: calls, PATH: `${folder}/bin:${process.env['PATH']}` });
    expect(
      readFileSync(calls, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'apply -f dist/production/Namespace.production.k8s.yaml',
      'apply -f dist/production/shop/Rollout.shop.k8s.yaml',
      'delete --ignore-not-found -f - kind: Service # gone',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
