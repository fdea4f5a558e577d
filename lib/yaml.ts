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
export function toYaml(value: object, { quoteStyle = 'double', names = none }: YamlOptions = {}): string {
  const named: Named = { names, written: new Set() };
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
function nodeOf(value: unknown, named: Named): Node | undefined {
  switch (typeof value) {
    case 'string':
      return scalar(strTag, value);
    case 'boolean':
      return scalar(boolCoreTag, String(value));
    case 'number': {
      const text = String(value);
      if (/^-?\d+(\.\d+)?$/.test(text) && !Object.is(value, -0)) return scalar(Number.isInteger(value) ? intCoreTag : floatCoreTag, text);
      break;
    }
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

const none: ReadonlyMap<object, string> = new Map();

function sequenceOf(value: readonly unknown[], named: Named): Node {
  const items: Node[] = [];
  for (const item of value) {
    const one = nodeOf(item ?? null, named);
    if (one) items.push(one);
  }
  return node('sequence', seqTag.tagName, COLLECTION_STYLE.BLOCK, undefined, items, undefined);
}

function mappingOf(value: { readonly [name: string]: unknown }, named: Named): Node {
  const { names, written } = named;
  const anchor = names.get(value);
  if (anchor !== undefined) {
    if (written.has(value)) return node('alias', mapTag.tagName, COLLECTION_STYLE.BLOCK, undefined, undefined, anchor);
    written.add(value);
  }
  const items: MappingNode['items'] = [];
  for (const name of Object.keys(value)) {
    const one = nodeOf(value[name], named);
    if (one) items.push({ key: scalar(strTag, name), value: one });
  }
  return node('mapping', mapTag.tagName, COLLECTION_STYLE.BLOCK, undefined, items, anchor);
}

function scalar({ tagName }: ScalarTagDefinition, value: string): Node {
  return node('scalar', tagName, SCALAR_STYLE.PLAIN, value, undefined, undefined);
}

/** All of one shape: what V8 has compiled for the first documents it need not compile again for a kind that comes later. */
function node(
  kind: Node['kind'],
  tag: string,
  style: number,
  value: string | undefined,
  items: readonly unknown[] | undefined,
  anchor: string | undefined,
): Node {
  return { kind, tag, tagged: false, style, value, items, anchor } as unknown as Node; // the fields of a kind, and of the others
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
