import type { At } from '../at';
import { configOf } from '../pod-references';
import { containersOf, podsOf } from '../pods';
import type { References } from '../references';
import { rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import { templatesOf } from '../templates';
import type { Item } from '../types';
import { templateKinds } from './words';
import { podKinds } from './workload';

/** Names of other objects: whatever is named exists, or somebody says that it exists elsewhere. */
export const referenceRules: readonly Rule[] = [
  {
    id: 'X38',
    name: 'secret-exists',
    practice: true,
    holds: 'a Secret that a template reads is in the namespace of the Rollout',
    otherwise: 'The first measurement is an Error: a template reads Secrets of the namespace that it runs in.',
    fix: 'create the Secret, or declare it external',
    on: templateKinds,
    check: (item, references, report) => {
      const spaces = item.kind === 'AnalysisTemplate' ? [item.namespace] : (runSpaces(references).get(item) ?? []);
      for (const argument of item.root.get('spec', 'args').list()) {
        const reference = argument.get('valueFrom', 'secretKeyRef');
        for (const namespace of spaces)
          checkConfig('Secret', reference.get('name'), reference.get('key').text, namespace, references, report);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          args: [{ name: token, valueFrom: { secretKeyRef: { name: judge-token, key: token } } }]
        ---
        kind: Secret
      - metadata: { name: judge }
      + metadata: { name: judge-token }
        stringData: { token: '' }`,
  },
  {
    id: 'Y04',
    name: 'dangling-ref',
    practice: true,
    holds: 'ServiceAccounts, Secrets, ConfigMaps and their keys, Gateways, issuers, backends and ports exist, or are declared external',
    otherwise: 'Pods are rejected or wait for ever, or requests end at a port that nobody listens on.',
    fix: 'create it, or declare it by bluecanary.dev/external',
    on: [...podKinds, 'Ingress', 'VirtualService', 'Service', 'ServiceMonitor', 'PodMonitor'],
    check: (item, references, report) => {
      const { root, kind, namespace, annotations } = item;
      const missing = (of: string, at: At, space = namespace) => {
        if (at.text && !references.exists(of, space, at.text)) report(at, `${of} ${at.text}, which is not defined`);
      };
      const workload = podsOf(references).get(item);
      if (workload && !root.get('spec').has('workloadRef')) {
        const account = workload.pod.get('serviceAccountName');
        if (account.text !== 'default') missing('ServiceAccount', account);
        for (const use of configOf(workload.pod)) checkConfig(use.kind, use.at, use.key, namespace, references, report);
        for (const secret of workload.pod.get('imagePullSecrets').list()) missing('Secret', secret.get('name'));
        for (const container of containersOf(workload.pod)) checkProbes(container, report);
      }
      if (kind === 'Ingress') {
        const issuer = 'cert-manager.io/cluster-issuer';
        if (annotations[issuer] !== undefined) missing('ClusterIssuer', root.get('metadata', 'annotations', issuer), '');
        const local = 'cert-manager.io/issuer';
        if (annotations[local] !== undefined) missing('Issuer', root.get('metadata', 'annotations', local));
        const made = annotations[issuer] !== undefined || annotations[local] !== undefined;
        for (const tls of root.get('spec', 'tls').list())
          if (!made) checkConfig('Secret', tls.get('secretName'), undefined, namespace, references, report);
        const paths = root
          .get('spec', 'rules')
          .list()
          .flatMap((rule) => rule.get('http', 'paths').list());
        for (const backend of [root.get('spec', 'defaultBackend'), ...paths.map((path) => path.get('backend'))])
          checkBackend(backend.get('service'), namespace, references, report);
      }
      if (kind === 'VirtualService') {
        for (const gateway of root.get('spec', 'gateways').list()) {
          const [space, named] = gateway.text?.includes('/') ? gateway.text.split('/') : [namespace, gateway.text];
          if (named && named !== 'mesh' && !references.exists('Gateway', space ?? '', named))
            report(gateway, `Gateway ${gateway.text}, which is not defined`);
        }
      }
      if (kind === 'Service') checkTargets(root, namespace, references, report);
    },
    example: `
        kind: Deployment
        spec: { template: { spec: { serviceAccountName: myapp } } }
        ---
        kind: ServiceAccount
      - metadata: { name: my-app }
      + metadata: { name: myapp }`,
  },
];

type Say = (at: At, came: string, detail?: { readonly fix?: string }) => void;

function checkConfig(
  kind: 'Secret' | 'ConfigMap',
  at: At,
  key: string | undefined,
  namespace: string,
  references: References,
  report: Say,
): void {
  const name = at.text;
  if (name === undefined) return;
  const found = references.find(kind, namespace, name);
  if (found && key !== undefined) {
    const known = ['data', 'stringData', 'binaryData'].some((field) => found.root.get(field).has(key));
    if (!known && !references.isExternal(kind, namespace, name, key))
      report(at, `${kind} ${name} without key ${key}`, { fix: 'add the key' });
  } else if (
    !found &&
    !references.isExternal(kind, namespace, name, key) &&
    !(kind === 'Secret' && madeSecrets(references).has(`${namespace}/${name}`))
  ) {
    report(at, `${kind} ${name}, which is not defined`);
  }
}

/** Namespaces in which Rollouts run a ClusterAnalysisTemplate. */
function runSpaces(references: References): ReadonlyMap<Item, ReadonlySet<string>> {
  return references.part(runSpaces, () => {
    const spaces = new Map<Item, Set<string>>();
    for (const { uses, item } of rolloutsOf(references)) {
      for (const template of uses.flatMap((use) => templatesOf(references).used(use, item.namespace)))
        if (template.kind === 'ClusterAnalysisTemplate') spaces.set(template, (spaces.get(template) ?? new Set()).add(item.namespace));
    }
    return spaces;
  });
}

/** Secrets that an operator makes from another object. */
function madeSecrets(references: References): ReadonlySet<string> {
  return references.part(madeSecrets, () => {
    const made = new Set<string>();
    for (const { root, namespace, name } of references.of('Certificate'))
      made.add(`${namespace}/${root.get('spec', 'secretName').text ?? name}`);
    for (const { root, namespace, name } of references.of('ExternalSecret'))
      made.add(`${namespace}/${root.get('spec', 'target', 'name').text ?? name}`);
    for (const { root, namespace, name } of references.of('SealedSecret'))
      made.add(`${namespace}/${root.get('spec', 'template', 'metadata', 'name').text ?? name}`);
    for (const { root, namespace, annotations } of references.of('Ingress')) {
      const issued = annotations['cert-manager.io/cluster-issuer'] ?? annotations['cert-manager.io/issuer'];
      if (issued !== undefined) for (const tls of root.get('spec', 'tls').list()) made.add(`${namespace}/${tls.get('secretName').text}`);
    }
    return made;
  });
}

function checkBackend(service: At, namespace: string, references: References, report: Say): void {
  const name = service.get('name');
  if (name.text === undefined) return;
  const found = references.find('Service', namespace, name.text);
  if (!found) {
    if (!references.exists('Service', namespace, name.text)) report(name, `Service ${name.text}, which is not defined`);
    return;
  }
  const ports = found.root.get('spec', 'ports').list();
  for (const [field, of] of [
    ['name', 'name'],
    ['number', 'port'],
  ] as const) {
    const port = service.get('port', field);
    if (port.given && !ports.some((one) => one.get(of).value === port.value))
      report(port, `port ${port.short}, which Service ${name.text} does not have`, { fix: 'name a port of the Service' });
  }
}

/** A probe by name needs a port of that name. */
function checkProbes(container: At, report: Say): void {
  const names = container
    .get('ports')
    .list()
    .map((port) => port.get('name').text);
  for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
    const port = container.get(probe, 'httpGet', 'port');
    if (port.text !== undefined && !/^\d+$/.test(port.text) && !names.includes(port.text))
      report(port, `port ${port.short}, which the container does not have`, { fix: 'name a port of the container' });
  }
}

/** A named target port must be on the pods that a Service selects. The Services of a Rollout are checked by X29. */
function checkTargets(root: At, namespace: string, references: References, report: Say): void {
  const workloads = podsOf(references)
    .selected(namespace, root.get('spec', 'selector').texts)
    .filter(({ item }) => item.kind !== 'Rollout');
  for (const target of root
    .get('spec', 'ports')
    .list()
    .map((port) => port.get('targetPort'))) {
    const lacking = workloads.find(
      ({ pod }) =>
        !pod
          .get('containers')
          .list()
          .some((container) =>
            container
              .get('ports')
              .list()
              .some((port) => port.get('name').value === target.value),
          ),
    );
    if (target.text !== undefined && !/^\d+$/.test(target.text) && lacking)
      report(target, `port ${target.short}, which ${lacking.item.kind} ${lacking.item.name} does not have`, {
        fix: 'name a port of the container',
      });
  }
}
