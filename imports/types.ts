/**
 * Generates the TypeScript types of every JSON Schema of the project, beside it: `x.schema.json` becomes `x.generated.ts`.
 * The props of `lib/` are written down beside them, as far as a synth checks them.
 * The schemas of `lib/` also become validators, `x.validate.generated.ts`: compiling a schema takes longer than all else that a synth does with it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { generatedProps } from './props';

const root = join(__dirname, '..');

export interface GeneratedFile {
  /** Below the project's folder. */
  readonly file: string;
  readonly text: string;
}

/** What is generated from every schema of the project, not yet written. */
export async function generatedTypes(): Promise<readonly GeneratedFile[]> {
  const schemas = ['analysis/contract', 'lib'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.schema.json'))
      .sort()
      .map((file) => join(folder, file)),
  );
  const files = schemas.map(async (path) => {
    const schema = JSON.parse(readFileSync(join(root, path), 'utf8')) as JSONSchema; // our own file
    const bannerComment = `// GENERATED from ${path} by \`npm run build\`. Do not edit.`;
    const text = await compile(schema, schema.title ?? path, { additionalProperties: false, bannerComment, format: false });
    const types = { file: path.replace(/\.schema\.json$/, '.generated.ts'), text };
    return path.startsWith('lib/') ? [types, validatorOf(path, schema, bannerComment)] : [types];
  });
  return (await Promise.all(files)).flat();
}

function validatorOf(path: string, schema: JSONSchema, banner: string): GeneratedFile {
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true } });
  const type = schema.title ?? '';
  const code = standaloneCode(ajv, ajv.compile(schema))
    .replace('"use strict";', '')
    .replace(/export const validate = (\w+);export default \w+;/, `export const validate: ValidateFunction<${type}> = $1;`);
  const types = path.replace(/^.*\//, './').replace(/\.schema\.json$/, '.generated');
  const imports = `import type { ValidateFunction } from 'ajv';\nimport type { ${type} } from '${types}';`;
  return { file: path.replace(/\.schema\.json$/, '.validate.generated.ts'), text: `${banner}\n// @ts-nocheck\n${imports}\n${code}\n` };
}

if (require.main === module) {
  void generatedTypes().then((types) => {
    for (const { file, text } of [...types, generatedProps()]) writeFileSync(join(root, file), text);
  });
}
