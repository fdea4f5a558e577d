import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, patchManifest } from '../../lib';
import { fieldsOf, pinned, world } from './support';

function shop() {
  const { app, production, judge } = world();
  const rollout = new BlueGreenRollout(production, 'shop', { image: pinned('shop'), judgedBy: judge });
  const service = new kplus.Service(rollout, 'admin', { selector: rollout, ports: [{ port: 81 }], metadata: { name: 'shop-admin' } });
  return { app, service: ApiObject.of(service), rollout: ApiObject.of(rollout) };
}

/** A field that this version of cdk8s-plus has no name for. */
const patch = JsonPatch.add('/spec/trafficDistribution', 'PreferClose');

test('a patch of an object of cdk8s-plus is kept, which its own patch is not', () => {
  const lost = shop();
  lost.service.addJsonPatch(patch);
  expect(fieldsOf(lost.app)('Service/shop-admin', 'spec')).not.toHaveProperty('trafficDistribution');
  const kept = shop();
  patchManifest(kept.service, patch);
  expect(fieldsOf(kept.app)('Service/shop-admin', 'spec.trafficDistribution')).toBe('PreferClose');
});

test('an object of ours takes patches as they are, of fields that nobody knew', () => {
  const { app, rollout } = shop();
  rollout.addJsonPatch(JsonPatch.add('/spec/template/spec/resourceClaims', [{ name: 'gpu' }]));
  expect(fieldsOf(app)('Rollout/shop', 'spec.template.spec.resourceClaims')).toEqual([{ name: 'gpu' }]);
});
