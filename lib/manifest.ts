import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * A custom resource in wire form. Generated classes map their fields after patches and drop what they do not know;
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

/**
 * A built-in object, for the same reason in wire form: `builtIn(this, 'service', k8s.KubeService.manifest({ ... }))`.
 *
 * @param wire what a `manifest` function of cdk8s-plus gives
 */
export function builtIn(scope: Construct, id: string, wire: GroupVersionKind & { readonly metadata?: ApiObjectMetadata }): ApiObject {
  return new ApiObject(scope, id, wire);
}

/**
 * Patches an object of cdk8s-plus on wire names. `addJsonPatch` of such an object runs before its fields are mapped, and a field that
 * the mapping does not know is dropped without a word. Objects of this project take `addJsonPatch` as it is.
 *
 * @example
 * patchManifest(ApiObject.of(service), JsonPatch.add('/spec/internalTrafficPolicy', 'Local'));
 */
export function patchManifest(object: ApiObject, ...operations: readonly JsonPatch[]): void {
  const render = object.toJson.bind(object);
  object.toJson = () => JsonPatch.apply(render(), ...operations);
}
