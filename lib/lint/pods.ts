import type { At } from './at';
import type { References } from './references';
import type { Item } from './types';

/** Something that makes pods, and the template it makes them from. */
export interface Workload {
  readonly item: Item;
  readonly template: At;
  readonly pod: At;
  readonly labels: Readonly<Record<string, string>>;
}

type Labels = Readonly<Record<string, string>>;

/** Pod templates by label, so that a selector finds its pods without looking at all of them. */
export class PodIndex {
  readonly workloads: readonly Workload[];
  private readonly byItem = new Map<Item, Workload>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(references: References) {
    const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout', 'Job', 'CronJob', 'Pod'] as const;
    this.workloads = kinds.flatMap((kind) => references.of(kind)).map((item) => workload(item, references));
    for (const one of this.workloads) {
      this.byItem.set(one.item, one);
      for (const [name, value] of Object.entries(one.labels)) add(this.byLabel, `${one.item.namespace}\n${name}\n${value}`, one);
    }
  }

  get(item: Item): Workload | undefined {
    return this.byItem.get(item);
  }

  /** Workloads whose pods carry every label. None for an empty selector, which in a Service selects nothing. */
  selected(namespace: string, selector: Labels): readonly Workload[] {
    let candidates: readonly Workload[] | undefined;
    for (const [name, value] of Object.entries(selector)) {
      const found = this.byLabel.get(`${namespace}\n${name}\n${value}`) ?? [];
      if (!candidates || found.length < candidates.length) candidates = found;
    }
    return (candidates ?? []).filter(({ labels }) => isSubset(selector, labels));
  }
}

/** The pods of a set of objects. */
export function podsOf(references: References): PodIndex {
  return references.part(PodIndex, () => new PodIndex(references));
}

export function isSubset(selector: Labels, labels: Labels): boolean {
  return Object.keys(selector).every((name) => labels[name] === selector[name]);
}

function workload(item: Item, references: References): Workload {
  const template = templateOf(item, references);
  return { item, template, pod: template.get('spec'), labels: template.get('metadata', 'labels').texts };
}

function templateOf(item: Item, references: References): At {
  const { root, kind } = item;
  if (kind === 'Pod') return root;
  if (kind === 'CronJob') return root.get('spec', 'jobTemplate', 'spec', 'template');
  const reference = root.get('spec', 'workloadRef');
  if (kind !== 'Rollout' || !reference.given) return root.get('spec', 'template');
  const named = reference.get('kind').text;
  const target =
    named === 'Deployment' || named === 'ReplicaSet' || named === 'PodTemplate'
      ? references.find(named, item.namespace, reference.get('name').text ?? '')
      : undefined;
  if (!target) return root.get('spec', 'template');
  return named === 'PodTemplate' ? target.root.get('template') : target.root.get('spec', 'template');
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Containers of a pod, those before it starts included. */
export function containersOf(pod: At): readonly At[] {
  return [...pod.get('initContainers').list(), ...pod.get('containers').list()];
}
