/**
 * Generates `lib/props.generated.json`: the names of the props that users write, and the words that some of them take.
 * A synth runs `main.ts` without its types, and would pass over a misspelt one in silence.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type TsInterfaceDeclaration, type TsType, type TsTypeElement } from '@swc/core';
import type { Shape } from '../lib/props';

const folder = join(__dirname, '../lib');

/** The generated file, not yet written: the props of every construct of `lib/`. */
export function generatedProps(): { readonly file: string; readonly text: string } {
  const { interfaces, aliases, classes } = declarations();

  /** Own and inherited props. */
  function shapeOf(name: string, without: readonly string[] = []): Shape {
    const found = interfaces.get(name)?.declared;
    const inherited = (found?.extends ?? []).map(({ expression, typeArguments }) =>
      expression.type === 'Identifier' ? ofReference(expression.value, typeArguments?.params) : {},
    );
    const all = Object.entries({ ...Object.assign({}, ...inherited), ...ofMembers(found?.body.body ?? []) } as Shape); // of shapes
    return Object.fromEntries(all.filter(([prop]) => !without.includes(JSON.stringify(prop))).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  function ofMembers(members: readonly TsTypeElement[]): Shape {
    const props = members.flatMap((member) =>
      member.type === 'TsPropertySignature' && member.key.type === 'Identifier' && member.typeAnnotation
        ? [[member.key.value, ofType(member.typeAnnotation.typeAnnotation)] as const]
        : [],
    );
    return Object.fromEntries(props);
  }

  function ofReference(name: string, [base, left]: readonly TsType[] = []): Shape | string {
    if (name === 'Omit' && base?.type === 'TsTypeReference' && base.typeName.type === 'Identifier')
      return shapeOf(base.typeName.value, left ? ofLiterals(left)?.split('|') : []);
    const alias = aliases.get(name);
    return interfaces.has(name) ? shapeOf(name) : alias ? ofType(alias) : '';
  }

  /** The props of an object, words with bars between them, or nothing for what only the compiler can check. */
  function ofType(type: TsType): Shape | string {
    if (type.type === 'TsTypeReference')
      return type.typeName.type === 'Identifier' ? ofReference(type.typeName.value, type.typeParams?.params) : '';
    if (type.type === 'TsTypeLiteral') return ofMembers(type.members);
    if (type.type !== 'TsUnionType') return ofLiterals(type) ?? '';
    const objects = type.types.map(ofType).filter((one) => typeof one === 'object');
    return objects[0] ?? ofLiterals(type) ?? '';
  }

  // The props of a construct stand beside it.
  const constructs = [...classes].filter(([name, file]) => interfaces.get(`${name}Props`)?.file === file).map(([name]) => name);
  const lines = constructs.sort().map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(shapeOf(`${name}Props`))}`);
  return { file: 'lib/props.generated.json', text: `{\n${lines.join(',\n')}\n}\n` };
}

function ofLiterals(type: TsType): string | undefined {
  if (type.type === 'TsKeywordType') return type.kind === 'boolean' ? 'true|false' : undefined;
  if (type.type === 'TsLiteralType') return 'value' in type.literal ? JSON.stringify(type.literal.value) : undefined;
  if (type.type !== 'TsUnionType') return undefined;
  const words = type.types.map(ofLiterals);
  return words.includes(undefined) ? undefined : words.join('|');
}

function declarations() {
  const interfaces = new Map<string, { readonly file: string; readonly declared: TsInterfaceDeclaration }>();
  const aliases = new Map<string, TsType>();
  const classes = new Map<string, string>();
  // Objectives are made by functions, and never written.
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !/generated|^metric\.ts$/.test(name))) {
    for (const statement of parseSync(readFileSync(join(folder, file), 'utf8'), { syntax: 'typescript' }).body) {
      const one = statement.type === 'ExportDeclaration' ? statement.declaration : statement;
      if (one.type === 'TsInterfaceDeclaration') interfaces.set(one.id.value, { file, declared: one });
      if (one.type === 'TsTypeAliasDeclaration') aliases.set(one.id.value, one.typeAnnotation);
      if (one.type === 'ClassDeclaration') classes.set(one.identifier.value, file);
    }
  }
  return { interfaces, aliases, classes };
}
