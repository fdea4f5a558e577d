import type { At } from './at';
import { containersOf } from './pods';

/** A Secret or ConfigMap that a pod reads. */
export interface ConfigUse {
  readonly kind: 'Secret' | 'ConfigMap';
  /** Place of the name. */
  readonly at: At;
  readonly name: string;
  readonly key: string | undefined;
}

/** Every Secret and ConfigMap that a pod cannot start without. */
export function configOf(pod: At): readonly ConfigUse[] {
  const uses: (ConfigUse | undefined)[] = [];
  for (const container of containersOf(pod)) {
    for (const env of container.get('env').list()) {
      uses.push(
        use('Secret', env.get('valueFrom', 'secretKeyRef'), 'name', true),
        use('ConfigMap', env.get('valueFrom', 'configMapKeyRef'), 'name', true),
      );
    }
    for (const from of container.get('envFrom').list())
      uses.push(use('Secret', from.get('secretRef')), use('ConfigMap', from.get('configMapRef')));
  }
  for (const volume of pod.get('volumes').list()) {
    uses.push(use('Secret', volume.get('secret'), 'secretName'), use('ConfigMap', volume.get('configMap')));
    for (const source of volume.get('projected', 'sources').list())
      uses.push(use('Secret', source.get('secret')), use('ConfigMap', source.get('configMap')));
  }
  return uses.filter((one) => one !== undefined);
}

function use(kind: ConfigUse['kind'], reference: At, field = 'name', keyed = false): ConfigUse | undefined {
  const at = reference.get(field);
  if (at.text === undefined || reference.get('optional').value === true) return undefined;
  return { kind, at, name: at.text, key: keyed ? reference.get('key').text : undefined };
}
