/** Generates the TypeScript types of every JSON Schema of the project, beside it: `x.schema.json` becomes `x.generated.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

const root = join(__dirname, '..');

/** Every schema of the project with the types it stands for, not yet written. */
export async function generatedTypes(): Promise<{ readonly file: string; readonly text: string }[]> {
  const schemas = ['analysis/contract', 'lib'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.schema.json'))
      .sort()
      .map((file) => join(folder, file)),
  );
  return Promise.all(
    schemas.map(async (path) => {
      const schema = JSON.parse(readFileSync(join(root, path), 'utf8')) as JSONSchema; // our own file
      const bannerComment = `// GENERATED from ${path} by \`npm run build\`. Do not edit.`;
      const text = await compile(schema, schema.title ?? path, { additionalProperties: false, bannerComment, format: false });
      return { file: path.replace(/\.schema\.json$/, '.generated.ts'), text };
    }),
  );
}

if (require.main === module) {
  void generatedTypes().then((types) => {
    for (const { file, text } of types) writeFileSync(join(root, file), text);
  });
}
