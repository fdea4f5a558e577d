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

/** How a text looks that is not as every manifest. */
export interface YamlOptions {
  /** Single where the texts are full of double quotes, as PromQL is. @default 'double' */
  readonly quoteStyle?: 'double' | 'single';
  /**
   * Mappings that come more than once, by the name (letters, digits, `_` and `-`, as Go's YAML takes them) under which each stands in full where
   * it comes first, and which stands for it from then on.
   * @default every mapping in full, everywhere
   */
  readonly names?: ReadonlyMap<object, string>;
}

/**
 * Plain data as YAML that every parser reads alike: what YAML 1.1 would take for a boolean, a number or a time is quoted.
 * js-yaml writes a manifest about four times as fast as the writer of cdk8s, which builds a document of nodes first.
 *
 * @param value as `toJson()` of an ApiObject gives it; fields that are undefined are left out
 */
export function toYaml(value: object, { quoteStyle = 'double', names }: YamlOptions = {}): string {
  const named = names && { names, written: new Set<object>() };
  return present([{ contents: nodeOf(value, named) ?? null, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: -1, quoteStyle });
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
function nodeOf(value: unknown, named: Named | undefined): Node | undefined {
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
      if (Array.isArray(value)) return sequenceOf(value, named);
      if (isPlain(value)) return mappingOf(value, named);
  }
  return jsToAst(value, DUMP_SCHEMA, { noRefs: true, skipInvalid: true })[0]?.contents ?? undefined;
}

interface Named {
  readonly names: ReadonlyMap<object, string>;
  readonly written: Set<object>;
}

function sequenceOf(value: readonly unknown[], named: Named | undefined): Node {
  const items: Node[] = [];
  for (const item of value) {
    const node = nodeOf(item ?? null, named);
    if (node) items.push(node);
  }
  return { kind: 'sequence', tag: seqTag.tagName, tagged: false, style: COLLECTION_STYLE.BLOCK, items };
}

function mappingOf(value: { readonly [name: string]: unknown }, named: Named | undefined): Node {
  const anchor = named?.names.get(value);
  if (anchor !== undefined && named?.written.has(value)) return { kind: 'alias', anchor };
  named?.written.add(value);
  const items: MappingNode['items'] = [];
  for (const name of Object.keys(value)) {
    const node = nodeOf(value[name], named);
    if (node) items.push({ key: scalar(strTag, name), value: node });
  }
  return {
    kind: 'mapping',
    tag: mapTag.tagName,
    tagged: false,
    style: COLLECTION_STYLE.BLOCK,
    items,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

function scalar({ tagName }: ScalarTagDefinition, value: string): ScalarNode {
  return { kind: 'scalar', tag: tagName, tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
