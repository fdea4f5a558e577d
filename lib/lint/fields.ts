import schemas from '../../imports/fields.generated.json';
import { type At, isObject } from './at';
import { lastOf } from './references';
import type { Item, Kind } from './types';

/** What the schema of a custom resource says of one object. */
export interface FieldProblems {
  /** Fields that the API server drops, with the names known at their place. */
  readonly unknown: readonly { readonly at: At; readonly known: readonly string[] }[];
  /** Fields that must be there. */
  readonly missing: readonly At[];
  /** Values of another type than the schema's, with the type that is wanted. */
  readonly mistyped: readonly { readonly at: At; readonly wanted: string }[];
}

/** The part of a structural schema that is read here. */
interface Schema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/** Kinds whose schema is known. */
export const schemaKinds = [
  'Rollout',
  'AnalysisTemplate',
  'ClusterAnalysisTemplate',
  'PrometheusRule',
  'ServiceMonitor',
  'PodMonitor',
] as const;
export const istioKinds = ['VirtualService', 'DestinationRule', 'Gateway'] as const;

/** Compares an object with the schema of its kind, once. Older versions of an API are compared with the newest. */
export const fieldProblems = lastOf((item: Item): FieldProblems => {
  const problems = { unknown: [], missing: [], mistyped: [] };
  const schema = schemaOf(item.kind);
  if (schema) walk(item.root, schema, problems);
  return problems;
});

interface Collected {
  readonly unknown: { readonly at: At; readonly known: readonly string[] }[];
  readonly missing: At[];
  readonly mistyped: { readonly at: At; readonly wanted: string }[];
}

function walk(at: At, schema: Schema, problems: Collected): void {
  const { type } = schema;
  if (type !== undefined && at.given && !isOf(type, at.value)) {
    problems.mistyped.push({ at, wanted: type });
    return;
  }
  if (Array.isArray(at.value)) {
    if (schema.items) for (const element of at.list()) walk(element, schema.items, problems);
    return;
  }
  if (!isObject(at.value)) return;
  const { properties, additionalProperties } = schema;
  for (const name of schema.required ?? []) if (!at.has(name)) problems.missing.push(at.get(name));
  // An object without fields in the schema is a pod, a Job or a free map: others check those.
  if (!properties && !additionalProperties) return;
  for (const field of at.fields()) {
    const inner = properties?.[field.key] ?? (isObject(additionalProperties) ? (additionalProperties as Schema) : undefined); // a schema, when it is no boolean
    if (inner) walk(field, inner, problems);
    else if (properties && !additionalProperties && !schema['x-kubernetes-preserve-unknown-fields'] && field.given && !isEnvelope(field)) {
      problems.unknown.push({ at: field, known: Object.keys(properties) });
    }
  }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

/** Schemas say nothing about the four fields that every object has. */
function isEnvelope(field: At): boolean {
  return field.steps.length === 1 && ['apiVersion', 'kind', 'metadata', 'status'].includes(String(field.key));
}

const byKind = new Map<string, Schema>();

function schemaOf(kind: Kind): Schema | undefined {
  if (byKind.size === 0)
    for (const [name, schema] of Object.entries(schemas)) byKind.set(name.slice(name.lastIndexOf('/') + 1), schema as Schema); // generated in this shape
  return byKind.get(kind);
}
