import type { At } from './at';
import { lastOf, type References } from './references';
import { goDuration, seconds } from './text';
import type { Item } from './types';

/** AnalysisTemplates with the templates nested in them. */
export class TemplateIndex {
  private readonly closures = new Map<Item, readonly Item[]>();

  constructor(private readonly references: References) {}

  /** Templates that a list of references names; undefined in place of those that do not exist here. */
  named(
    templates: At,
    namespace: string,
  ): readonly { readonly at: At; readonly name: string; readonly kind: string; readonly item: Item | undefined }[] {
    return templates.list().map((at) => {
      const kind = at.get('clusterScope').value === true ? ('ClusterAnalysisTemplate' as const) : ('AnalysisTemplate' as const);
      const name = at.get('templateName').text ?? '';
      return {
        at: at.get('templateName'),
        name,
        kind,
        item: this.references.find(kind, kind === 'AnalysisTemplate' ? namespace : '', name),
      };
    });
  }

  /** A template and everything nested in it, each once. */
  closure(item: Item): readonly Item[] {
    const known = this.closures.get(item);
    if (known) return known;
    const seen = new Set<Item>([item]);
    for (const one of seen) {
      for (const nested of this.named(one.root.get('spec', 'templates'), one.namespace)) if (nested.item) seen.add(nested.item);
    }
    const all = [...seen];
    this.closures.set(item, all);
    return all;
  }

  /** Every template that one analysis of a Rollout runs. */
  used(analysis: At, namespace: string): readonly Item[] {
    const all = new Set<Item>();
    for (const { item } of this.named(analysis.get('templates'), namespace)) if (item) for (const one of this.closure(item)) all.add(one);
    return [...all];
  }

  metrics(analysis: At, namespace: string): readonly At[] {
    return this.used(analysis, namespace).flatMap(metricsOf);
  }

  /** Seconds that an analysis takes at most; undefined when it never ends or nobody here knows. */
  duration(analysis: At, namespace: string): number | undefined {
    const each = this.metrics(analysis, namespace).map(longest);
    return each.length > 0 && each.every((one) => one !== undefined) ? Math.max(...each) : undefined;
  }
}

/** The templates of a set of objects. */
export function templatesOf(references: References): TemplateIndex {
  return references.part(TemplateIndex, () => new TemplateIndex(references));
}

export const metricsOf = lastOf((template: Item): readonly At[] => template.root.get('spec', 'metrics').list());

/** Seconds from the start of a metric to its last look: the first look is at once, and `count` looks have `count - 1` intervals between them. */
export function longest(metric: At): number | undefined {
  const delay = metric.has('initialDelay') ? goDuration(metric.get('initialDelay').text) : 0;
  const job = metric.get('provider', 'job', 'spec', 'activeDeadlineSeconds').number ?? 0;
  if (delay === undefined) return undefined;
  if (!metric.has('interval')) return delay + job;
  const interval = seconds(metric.get('interval').value);
  const count = metric.get('count').count;
  return interval === undefined || count === undefined || count === 0 ? undefined : delay + (count - 1) * interval + job;
}

/** Name of a metric's provider: `prometheus`, `web`, `job`. */
export function providerOf(metric: At): string | undefined {
  return metric.get('provider').keys[0];
}

/** Whether a provider answers from what users did. A Job makes its own requests. */
export function measuresTraffic(analysis: At, metric: At): boolean {
  const provider = providerOf(metric);
  if (provider === undefined || provider === 'job') return false;
  // A web service may look at anything; it looks at one side's traffic when it is told the side.
  if (provider === 'web')
    return analysis
      .get('args')
      .list()
      .some((argument) => argument.get('valueFrom', 'podTemplateHashValue').given);
  return true;
}
