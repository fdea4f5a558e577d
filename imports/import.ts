/**
 * Generates `imports/`: one typed module per API group and the field table that the lint reads.
 *
 *   npm run import                    reads the pinned public addresses below
 *   npm run import -- <folder>        reads the CRD files (*.yaml) of a folder
 *
 * Importing two CRDs of one group one after the other keeps only the last, so the script groups them first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { pinned } from './pinned';

interface Crd {
  readonly spec: { readonly group: string; readonly names: { readonly kind: string }; readonly versions: CrdVersion[] };
}
interface CrdVersion {
  readonly name: string;
  readonly schema: { readonly openAPIV3Schema: Schema };
}
type Schema = { [key: string]: unknown };

const fieldTable = 'fields.generated.json';
const passThrough = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

main().catch((error: unknown) => {
  console.error(`imports: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

async function main(): Promise<void> {
  const folder = process.argv[2];
  const sources = folder === undefined ? await download() : readFolder(folder);
  const crds = sources.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Crd)).filter((crd) => crd?.spec);
  const find = (group: string, kind: string) => crds.find(({ spec }) => spec.group === group && spec.names.kind === kind);
  const missing = pinned.flatMap(({ group, kinds }) => kinds.filter((kind) => !find(group, kind)).map((kind) => `${kind} of ${group}`));
  if (missing.length > 0) throw new Error(`no CRD for ${missing.join(', ')} in ${folder ?? 'the pinned addresses'}; nothing was written`);

  const fields: Record<string, Schema> = {};
  // Everything is made aside first: a failure on the way leaves what was there.
  const temporary = mkdtempSync(join(__dirname, '.import-'));
  try {
    for (const { group, kinds, version } of pinned) {
      const trimmed = kinds.flatMap((kind) => find(group, kind) ?? []).map(trim);
      for (const { spec } of trimmed) {
        for (const { name, schema } of spec.versions) fields[`${group}/${name}/${spec.names.kind}`] = schema.openAPIV3Schema;
      }
      generate(group, version, trimmed, temporary);
    }
    writeFileSync(join(temporary, fieldTable), `${JSON.stringify(fields)}\n`);
    for (const file of [...pinned.map(({ group }) => `${group}.ts`), fieldTable]) renameSync(join(temporary, file), join(__dirname, file));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function readFolder(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
  if (files.length === 0) throw new Error(`${folder} has no *.yaml file; name the folder that holds the CRDs`);
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** The text of every pinned address, or all of those that do not give theirs. */
async function download(): Promise<string[]> {
  const addresses = [...new Set(pinned.flatMap(({ addresses }) => addresses))];
  const texts = await Promise.allSettled(
    addresses.map(async (address) => {
      const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
      if (!answer.ok) throw new Error(`HTTP status ${answer.status}`);
      return answer.text();
    }),
  );
  const problems = texts.flatMap((text, index) => (text.status === 'rejected' ? [`  ${addresses[index]}: ${reasonOf(text.reason)}`] : []));
  if (problems.length > 0) {
    const way = 'nothing was written; give a folder of CRD files instead: npm run import -- <folder>';
    throw new Error(`these addresses do not give their CRDs:\n${problems.join('\n')}\n${way}`);
  }
  return texts.flatMap((text) => (text.status === 'fulfilled' ? [text.value] : []));
}

/** The cause says more than `fetch failed`. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error; // fetch and we reject with errors only
  return cause instanceof Error ? cause.message || cause.name : message;
}

/** Only what code generation needs: pods pass through untouched, `status` is never emitted, dates stay strings. */
function trim(crd: Crd): Crd {
  const versions = crd.spec.versions.slice(0, 1).map(({ name, schema }) => {
    const root = strip(schema.openAPIV3Schema) as { properties: Schema };
    delete root.properties['status'];
    return { name, served: true, storage: true, schema: { openAPIV3Schema: root } };
  });
  return { ...crd, spec: { ...crd.spec, versions } };
}

function strip(node: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(node)) return node.map((item) => strip(item, path));
  if (node === null || typeof node !== 'object') return node;
  if (isPodTemplate(path)) return { ...passThrough };
  const schema = node as Schema;
  const isPropertyMap = path.at(-1) === 'properties';
  const kept = Object.entries(schema).filter(([key, value]) => isPropertyMap || !isDropped(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, strip(value, [...path, key])]));
}

function isPodTemplate(path: readonly string[]): boolean {
  const properties = path.filter((key) => key !== 'properties' && key !== 'items').join('.');
  return properties === 'spec.template' || properties === 'spec.templates.template' || /\.provider\.job\.spec$/.test(properties);
}

function isDropped(key: string, value: unknown): boolean {
  return key === 'description' || key === 'externalDocs' || (key === 'format' && value === 'date-time');
}

function generate(group: string, version: string, crds: readonly Crd[], temporary: string): void {
  const input = join(temporary, `${group}.yaml`);
  writeFileSync(
    input,
    crds
      .map((crd) => stringify({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', ...crd }, { version: '1.1' }))
      .join('---\n'),
  );
  const output = join(temporary, `${group}.ts`);
  const cli = join(__dirname, '../node_modules/.bin/cdk8s');
  execFileSync(cli, ['import', input, '--no-save', '--language', 'typescript', '--output', temporary], {
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 120_000,
  });
  const header = `// GENERATED from the CRDs of ${group}, ${version}, by \`npm run import\`. Do not edit.\n`;
  writeFileSync(output, header + readFileSync(output, 'utf8').replace(/^\/\/ generated by cdk8s\n/, ''));
}
