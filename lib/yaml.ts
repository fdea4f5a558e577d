import {
  boolCoreTag,
  COLLECTION_STYLE,
  DUMP_SCHEMA,
  floatCoreTag,
  intCoreTag,
  jsToAst,
  load,
  type MappingNode,
  mapTag,
  type Node,
  present,
  SCALAR_STYLE,
  type ScalarNode,
  type ScalarTagDefinition,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';

/**
 * Plain data as YAML that every parser reads alike: what YAML 1.1 would take for a boolean, a number or a time is quoted.
 * js-yaml writes a manifest about four times as fast as the writer of cdk8s, which builds a document of nodes first.
 *
 * @param value as `toJson()` of an ApiObject gives it; fields that are undefined are left out
 * @param quoteStyle single where the texts are full of double quotes, as PromQL is
 */
export function toYaml(value: object, quoteStyle: 'double' | 'single' = 'double'): string {
  return present([{ contents: nodeOf(value) ?? null, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: -1, quoteStyle });
}

/** The data of one document of YAML; undefined for a text that is none. */
export function fromYaml(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/**
 * The node that js-yaml writes for a value; undefined for what YAML cannot hold, such as a function. Nearly all of a manifest are texts and what holds them:
 * those are told apart here, where js-yaml asks every type in turn; it makes the rest.
 */
function nodeOf(value: unknown): Node | undefined {
  switch (typeof value) {
    case 'string':
      return scalar(strTag, value);
    case 'boolean':
      return scalar(boolCoreTag, String(value));
    case 'number':
      if (/^-?\d+(\.\d+)?$/.test(String(value)) && !Object.is(value, -0))
        return scalar(Number.isInteger(value) ? intCoreTag : floatCoreTag, String(value));
      break;
    case 'object':
      if (Array.isArray(value)) return sequenceOf(value);
      if (isPlain(value)) return mappingOf(value);
  }
  return jsToAst(value, DUMP_SCHEMA, { noRefs: true, skipInvalid: true })[0]?.contents ?? undefined;
}

function sequenceOf(value: readonly unknown[]): Node {
  const items: Node[] = [];
  for (const item of value) {
    const node = nodeOf(item ?? null);
    if (node) items.push(node);
  }
  return { kind: 'sequence', tag: seqTag.tagName, tagged: false, style: COLLECTION_STYLE.BLOCK, items };
}

function mappingOf(value: { readonly [name: string]: unknown }): Node {
  const items: MappingNode['items'] = [];
  for (const name of Object.keys(value)) {
    const node = nodeOf(value[name]);
    if (node) items.push({ key: scalar(strTag, name), value: node });
  }
  return { kind: 'mapping', tag: mapTag.tagName, tagged: false, style: COLLECTION_STYLE.BLOCK, items };
}

function scalar({ tagName }: ScalarTagDefinition, value: string): ScalarNode {
  return { kind: 'scalar', tag: tagName, tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
