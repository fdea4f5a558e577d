import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, type JsonPatch, JsonPatch as Patch } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * An object of the cluster in wire form. Generated classes map their fields after patches and drop what they do not know;
 * a plain object keeps `ApiObject.of(x).addJsonPatch(...)` true on every field.
 *
 * @param body everything besides apiVersion, kind and metadata, in wire names
 */
export function manifest(
  scope: Construct,
  id: string,
  gvk: GroupVersionKind,
  metadata: ApiObjectMetadata,
  body: Record<string, unknown>,
): ApiObject {
  return new ApiObject(scope, id, { apiVersion: gvk.apiVersion, kind: gvk.kind, metadata, ...body });
}

/** Patches an object of cdk8s-plus on wire names: its own patches run before the mapping that would drop them. */
export function patchManifest(object: ApiObject, ...operations: readonly JsonPatch[]): void {
  const render = object.toJson.bind(object);
  object.toJson = () => Patch.apply(render(), ...operations);
}
