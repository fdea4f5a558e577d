import type { At } from '../at';
import { isSubset } from '../pods';
import type { References } from '../references';
import { type RolloutView, rolloutOf } from '../rollout-view';
import type { Report, Rule } from '../rule';
import { serviceOfHost } from '../text';
import type { Item } from '../types';

const hash = 'rollouts-pod-template-hash';

/** The Services of a release are one entry to two sets of pods. */
export const servicePair: Rule = {
  id: 'X29',
  name: 'service-pair-equal',
  holds:
    'the two Services of a release have equal selectors and ports, the pods have the target port, and the host of a DestinationRule selects both sides',
  otherwise: 'A request that works on one side fails on the other, and the version is blamed.',
  fix: 'align the two Services',
  on: ['Rollout'],
  check: (item, references, report) => {
    const rollout = rolloutOf(item, references);
    const found = servicesOf(
      rollout.services.filter(({ role }) => role !== 'root'),
      item,
      references,
    );
    const containers = rollout.workload?.pod.get('containers').list() ?? [];
    const targets = new Map(
      containers
        .flatMap((container) => container.get('ports').list())
        .flatMap((port) => (port.get('name').text ? [[port.get('name').text, port.get('containerPort').short] as const] : [])),
    );
    const [first, ...others] = found;
    for (const other of others) {
      const [mine, theirs] = [other.root.get('spec'), first?.root.get('spec')];
      const [a, b] = [mine.get('selector').texts, theirs?.get('selector').texts ?? {}];
      if (!isSubset({ ...a, [hash]: '' }, { ...b, [hash]: '' }) || !isSubset({ ...b, [hash]: '' }, { ...a, [hash]: '' }))
        report(mine.get('selector'), `${mine.get('selector').short}, ${first?.name} has ${theirs?.get('selector').short}`);
      if (portsOf(other, targets) !== portsOf(first, targets))
        report(mine.get('ports'), `${portsOf(other, targets)}, ${first?.name} has ${portsOf(first, targets)}`);
    }
    for (const target of found.flatMap(({ root }) => targetsOf(root))) {
      if (containers.length > 0 && target.text && !targets.has(target.text) && !/^\d+$/.test(target.text))
        report(target, `port ${target.short}, which the pods do not have`, { fix: 'name a port of the container' });
    }
    checkHost(rollout, references, report);
  },
  example: `
        kind: Rollout
        spec: { strategy: { canary: { stableService: stable, canaryService: canary } } }
        ---
        kind: Service
        metadata: { name: stable }
        spec: { ports: [{ name: http, port: 80 }] }
        ---
        kind: Service
        metadata: { name: canary }
      - spec: { ports: [{ name: http, port: 8080 }] }
      + spec: { ports: [{ name: http, port: 80 }] }`,
};

/** Services by name, each once, as far as they are among the objects. */
export function servicesOf(services: readonly { readonly name: string }[], { namespace }: Item, references: References): readonly Item[] {
  return [...new Set(services.map(({ name }) => name))].flatMap((name) => references.find('Service', namespace, name) ?? []);
}

/** Subsets are parts of one Service: its pods must be those of both sides. */
function checkHost(rollout: RolloutView, references: References, report: Report): void {
  const rule = rollout.destinationRule?.item;
  const host = rule?.root.get('spec', 'host');
  const named = serviceOfHost(host?.text ?? '', rule?.namespace ?? '');
  const service = named && references.find('Service', named.namespace, named.name);
  if (!host || !service) return;
  const narrowed = rollout.services.find(({ role, name }) => role !== 'root' && name === service.name);
  const selector = service.root.get('spec', 'selector').texts;
  if (narrowed && rollout.item.namespace === service.namespace)
    report(host, `${host.text}, the ${narrowed.role} Service, which the Rollout narrows to one side`, {
      fix: 'name a Service that selects both sides',
    });
  else if (!rollout.workload?.template.given) return;
  else if (Object.keys(selector).length === 0 || !isSubset(selector, rollout.workload.labels))
    report(host, `${host.text}, whose Service does not select the pods`, { fix: 'name the Service of the pods' });
}

function targetsOf(service: At): readonly At[] {
  return service
    .get('spec', 'ports')
    .list()
    .map((port) => port.get('targetPort'));
}

/** Ports in an order of their own, a named target as the number that the pods give it. */
function portsOf(service: Item | undefined, targets: ReadonlyMap<string | undefined, string>): string {
  const ports = service?.root.get('spec', 'ports').list() ?? [];
  return ports
    .map((port) => {
      const target = port.has('targetPort') ? port.get('targetPort') : port.get('port');
      return `${port.get('name').text ?? ''}:${port.get('port').short}→${targets.get(target.text) ?? target.short}`;
    })
    .sort()
    .join(', ');
}
