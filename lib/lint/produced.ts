import type { At } from './at';
import { podsOf } from './pods';
import type { References } from './references';
import { rolloutOf } from './rollout-view';

/** Labels that pods carry, and so may reach their series, with every value. */
export class ProducedLabels {
  /** `namespace/app` → label → values. */
  private readonly byApp = new Map<string, Map<string, Set<string>>>();
  /** Names that relabeling gives to series; undefined when no monitor is among the objects. */
  readonly relabeled: ReadonlySet<string> | undefined;

  constructor(references: References) {
    for (const { item, labels } of podsOf(references).workloads) {
      const app = labels['app'] ?? labels['app.kubernetes.io/name'];
      if (app === undefined) continue;
      this.add(item.namespace, app, labels);
      if (item.kind !== 'Rollout') continue;
      const { canary, blueGreen } = rolloutOf(item, references);
      for (const at of [
        canary.get('canaryMetadata'),
        canary.get('stableMetadata'),
        blueGreen.get('activeMetadata'),
        blueGreen.get('previewMetadata'),
      ])
        this.add(item.namespace, app, at.get('labels').texts);
    }
    const monitors = [...references.of('PodMonitor'), ...references.of('ServiceMonitor')];
    this.relabeled = monitors.length === 0 ? undefined : new Set(monitors.flatMap(({ root }) => relabeledBy(root.get('spec'))));
  }

  /** Values that a label of an app has on its pods; undefined when the app is not among the objects, or has no such label. */
  values(namespace: string | undefined, app: string, label: string): ReadonlySet<string> | undefined {
    return this.byApp.get(`${namespace ?? '*'}/${app}`)?.get(label);
  }

  private add(namespace: string, app: string, labels: Readonly<Record<string, string>>): void {
    for (const key of [`${namespace}/${app}`, `*/${app}`]) {
      const known = this.byApp.get(key) ?? new Map<string, Set<string>>();
      this.byApp.set(key, known);
      for (const [label, value] of Object.entries(labels)) known.set(label, (known.get(label) ?? new Set()).add(value));
    }
  }
}

export function producedLabels(references: References): ProducedLabels {
  return references.part(ProducedLabels, () => new ProducedLabels(references));
}

/** A target label in Prometheus' form: every character that is none of its own becomes an underscore. */
function relabeledBy(spec: At): readonly string[] {
  const endpoints = [...spec.get('podMetricsEndpoints').list(), ...spec.get('endpoints').list()];
  const targets = endpoints.flatMap((endpoint) =>
    ['relabelings', 'metricRelabelings'].flatMap((field) =>
      endpoint
        .get(field)
        .list()
        .map((rule) => rule.get('targetLabel').text ?? ''),
    ),
  );
  const copied = ['podTargetLabels', 'targetLabels'].flatMap((field) =>
    spec
      .get(field)
      .list()
      .map(({ text }) => text ?? ''),
  );
  return [...targets, ...copied].map((label) => label.replaceAll(/[^a-zA-Z0-9_]/g, '_'));
}
