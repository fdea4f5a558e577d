import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as lib from '../../lib';
import { at } from '../dist/manifests';
import { fieldsOf } from '../lib/support';

const page = readFileSync(join(__dirname, '../../docs/releases.md'), 'utf8');
const snippets = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

/** Everything that the page writes, as one program. */
function written(): lib.App {
  const app = new lib.App({ outdir: 'never-written' });
  const scope = { ...kplus, ...cdk8s, ...lib, app };
  const source = snippets.join('\n');
  const { code } = transformSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, isModule: false });
  new Function(...Object.keys(scope), code)(...Object.values(scope));
  return app;
}

test('the snippets of docs/releases.md go through constructs and lint together', () => {
  expect(snippets.length).toBeGreaterThan(9);
  const { objects } = written().render();
  expect(objects.filter(({ manifest }) => at(manifest, 'kind') === 'Rollout').length).toBe(9);
});

test.each<readonly [what: string, object: string, path: string, value: unknown]>([
  [
    'a Secret of the environment',
    'Rollout/uploads',
    'spec.template.spec.containers.app.env.STRIPE_KEY.valueFrom.secretKeyRef.name',
    'stripe',
  ],
  ['a mounted Secret', 'Rollout/uploads', 'spec.template.spec.volumes.secret-internal-tls.secret.secretName', 'internal-tls'],
  ['no replicas under an autoscaler', 'Rollout/large', 'spec.replicas', undefined],
  ['a toleration', 'Rollout/large', 'spec.template.spec.tolerations.0.key', 'dedicated'],
  ['a label of the pods', 'Rollout/large', 'spec.template.metadata.labels.team', 'shop'],
  ['a patch', 'Rollout/large', 'spec.template.spec.priorityClassName', 'business-critical'],
  ['a patch of an object of cdk8s-plus', 'Service/large-admin', 'spec.internalTrafficPolicy', 'Local'],
  [
    'a probe elsewhere',
    'Rollout/reports',
    'spec.template.spec.containers.app.livenessProbe.httpGet',
    { path: '/livez', port: 8080, scheme: 'HTTP' },
  ],
  ['time for the longest request', 'Rollout/reports', 'spec.template.spec.terminationGracePeriodSeconds', 20 + 120 + 5],
  ['another class of Ingress', 'Ingress/account', 'spec.ingressClassName', 'traefik'],
  ['a route with a limit per try', 'VirtualService/payments', 'spec.http.primary.retries.perTryTimeout', '800ms'],
  [
    'the callee lets the caller in',
    'NetworkPolicy/profile-calls-users',
    'spec.ingress.0.from.0.podSelector.matchLabels',
    { app: 'profile' },
  ],
  ['the world outside', 'NetworkPolicy/uploads-outside', 'spec.egress.0.to.0.ipBlock', { cidr: '0.0.0.0/0' }],
  ['a database elsewhere', 'Namespace/shop-eu', 'metadata.annotations.bluecanary\\.dev/connection-budget', '3000'],
])('%s reaches %s', (_what, object, path, value) => {
  expect(fieldsOf(written())(object, path)).toEqual(value);
});
