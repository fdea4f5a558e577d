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
  const comparison = new Comparison(item.root);
  const schema = schemaOf(item.kind);
  if (schema) comparison.walk(item.root.value, schema);
  return comparison;
});

/** Goes through the values alone: most objects have no problem, and only a problem needs its place. */
class Comparison implements FieldProblems {
  readonly unknown: { readonly at: At; readonly known: readonly string[] }[] = [];
  readonly missing: At[] = [];
  readonly mistyped: { readonly at: At; readonly wanted: string }[] = [];
  private readonly steps: (string | number)[] = [];

  constructor(private readonly root: At) {}

  walk(value: unknown, schema: Schema): void {
    if (value === null || value === undefined) return;
    const { type, properties, additionalProperties } = schema;
    if (type !== undefined && !isOf(type, value)) {
      this.mistyped.push({ at: this.at(), wanted: type });
      return;
    }
    if (Array.isArray(value)) {
      if (schema.items) for (let index = 0; index < value.length; index++) this.into(index, value[index], schema.items);
      return;
    }
    if (!isObject(value)) return;
    if (schema.required) for (const name of schema.required) if (isMissing(value, name)) this.missing.push(this.at(name));
    // An object without fields in the schema is a pod, a Job or a free map: others check those.
    if (!properties && !additionalProperties) return;
    const rest = isObject(additionalProperties) ? (additionalProperties as Schema) : undefined; // a schema, when it is no boolean
    const closed = properties && !additionalProperties && !schema['x-kubernetes-preserve-unknown-fields'];
    for (const key of Object.keys(value)) {
      const inner = properties?.[key] ?? rest;
      if (inner) this.into(key, value[key], inner);
      else if (closed && !isMissing(value, key) && !this.isEnvelope(key))
        this.unknown.push({ at: this.at(key), known: Object.keys(properties) });
    }
  }

  private into(step: string | number, value: unknown, schema: Schema): void {
    this.steps.push(step);
    this.walk(value, schema);
    this.steps.pop();
  }

  private at(...more: readonly string[]): At {
    return this.root.get(...this.steps, ...more);
  }

  /** Schemas say nothing about the four fields that every object has. */
  private isEnvelope(key: string): boolean {
    return this.steps.length === 0 && ['apiVersion', 'kind', 'metadata', 'status'].includes(key);
  }
}

function isMissing(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return !Object.hasOwn(value, name) || value[name] === null || value[name] === undefined;
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

const byKind = new Map<string, Schema>();

function schemaOf(kind: Kind): Schema | undefined {
  if (byKind.size === 0)
    for (const [name, schema] of Object.entries(schemas)) byKind.set(name.slice(name.lastIndexOf('/') + 1), schema as Schema); // generated in this shape
  return byKind.get(kind);
}
