import type { At } from './at';
import { podsOf, type Workload } from './pods';
import { groupedBy, type References } from './references';
import { type StepState, statesOf } from './steps';
import { serviceOfHost } from './text';
import type { Item } from './types';

export interface NamedService {
  readonly role: 'active' | 'preview' | 'canary' | 'stable' | 'ping' | 'pong' | 'root';
  readonly at: At;
  readonly name: string;
}

export interface AnalysisUse {
  readonly at: At;
  readonly where: 'background' | 'step' | 'pre' | 'post';
}

export interface ManagedRoutes {
  /** Place in the Rollout that names the VirtualService. */
  readonly at: At;
  readonly name: string;
  readonly namespace: string;
  readonly routes: readonly At[];
  /** The VirtualService, when it is among the objects given. */
  readonly item: Item | undefined;
}

/** A Rollout as rules see it: its strategy, its steps and the objects it moves. */
export class RolloutView {
  readonly spec: At;
  readonly canary: At;
  readonly blueGreen: At;
  readonly routing: At;
  readonly steps: readonly At[];
  readonly services: readonly NamedService[];
  readonly analyses: readonly AnalysisUse[];
  readonly virtualServices: readonly ManagedRoutes[];

  private stepStates: readonly StepState[] | undefined;

  constructor(
    readonly item: Item,
    private readonly references: References,
  ) {
    this.spec = item.root.get('spec');
    this.canary = this.spec.get('strategy', 'canary');
    this.blueGreen = this.spec.get('strategy', 'blueGreen');
    this.routing = this.canary.get('trafficRouting');
    this.steps = this.canary.get('steps').list();
    this.services = this.namedServices();
    this.analyses = this.usedAnalyses();
    this.virtualServices = this.managedRoutes();
  }

  /** States after the steps, worked out when they are first asked for. */
  get states(): readonly StepState[] {
    this.stepStates ??= statesOf(this.steps);
    return this.stepStates;
  }

  get workload(): Workload | undefined {
    return podsOf(this.references).get(this.item);
  }

  /** Pods of one side; undefined when an autoscaler decides, or nobody here says. */
  get replicas(): number | undefined {
    return this.spec.get('replicas').number ?? this.autoscaler?.root.get('spec', 'maxReplicas').number;
  }

  get autoscaler(): Item | undefined {
    return autoscalers(this.references).get(`Rollout/${this.item.namespace}/${this.item.name}`);
  }

  /** Names of the traffic routers. */
  get routers(): readonly string[] {
    return this.routing.keys.filter((key) => key !== 'managedRoutes' && key !== 'maxTrafficWeight');
  }

  /** Whether traffic is split by a router, not by the number of pods. */
  get routed(): boolean {
    return this.routing.given;
  }

  get destinationRule(): { readonly at: At; readonly item: Item | undefined } | undefined {
    const at = this.routing.get('istio', 'destinationRule');
    if (!at.given) return undefined;
    return { at, item: this.references.find('DestinationRule', this.item.namespace, at.get('name').text ?? '') };
  }

  service(role: NamedService['role']): NamedService | undefined {
    return this.services.find((service) => service.role === role);
  }

  /** Side that a destination belongs to: by subset with a DestinationRule, else by host up to the first dot. */
  sideOf(destination: At): 'stable' | 'canary' | undefined {
    const rule = this.destinationRule?.at;
    if (rule) {
      const subset = destination.get('subset').text;
      if (subset === undefined) return undefined;
      if (subset === rule.get('stableSubsetName').text) return 'stable';
      return subset === rule.get('canarySubsetName').text ? 'canary' : undefined;
    }
    const host = serviceOfHost(destination.get('host').text ?? '', this.item.namespace)?.name;
    if (host === undefined) return undefined;
    if (host === this.service('stable')?.name || host === this.service('ping')?.name) return 'stable';
    return host === this.service('canary')?.name || host === this.service('pong')?.name ? 'canary' : undefined;
  }

  /** The http, tls and tcp routes of a VirtualService whose weights this Rollout moves. */
  managed(use: ManagedRoutes): readonly At[] {
    const spec = use.item?.root.get('spec');
    if (!spec) return [];
    return [
      ...this.managedHttp(use, spec.get('http').list()),
      ...(['tls', 'tcp'] as const).flatMap((protocol) => {
        const routes = spec.get(protocol).list();
        const named = use.at.get(`${protocol}Routes`).list();
        return named.length > 0 ? routes.filter((route) => named.some((one) => isMatchedBy(one, route))) : routes.slice(0, 1);
      }),
    ];
  }

  private managedHttp(use: ManagedRoutes, http: readonly At[]): readonly At[] {
    const names = use.routes.map(({ text }) => text);
    if (names.length > 0) return http.filter((route) => names.includes(route.get('name').text));
    const plain = http.filter((route) => !this.managedRouteNames.includes(route.get('name').text ?? ''));
    if (plain.length === 1) return plain;
    return plain.filter((route) => !route.get('name').given).slice(0, 1);
  }

  get managedRouteNames(): readonly string[] {
    return this.routing
      .get('managedRoutes')
      .list()
      .map((route) => route.get('name').text ?? '');
  }

  /** Analyses of the strategy and its steps. */
  get uses(): readonly At[] {
    return this.analyses.map(({ at }) => at);
  }

  /** Every list that names templates, those of experiments included. */
  get templateLists(): readonly At[] {
    return [...this.uses.map((use) => use.get('templates')), ...this.steps.map((step) => step.get('experiment', 'analyses'))];
  }

  private namedServices(): readonly NamedService[] {
    const { blueGreen, canary } = this;
    const places: readonly (readonly [NamedService['role'], At])[] = [
      ['active', blueGreen.get('activeService')],
      ['preview', blueGreen.get('previewService')],
      ['stable', canary.get('stableService')],
      ['canary', canary.get('canaryService')],
      ['ping', canary.get('pingPong', 'pingService')],
      ['pong', canary.get('pingPong', 'pongService')],
      ['root', this.routing.get('alb', 'rootService')],
      ['root', this.routing.get('smi', 'rootService')],
    ];
    return places.flatMap(([role, at]) => (at.text ? [{ role, at, name: at.text }] : []));
  }

  private usedAnalyses(): readonly AnalysisUse[] {
    const { blueGreen, canary } = this;
    const all: readonly AnalysisUse[] = [
      { at: blueGreen.get('prePromotionAnalysis'), where: 'pre' },
      { at: blueGreen.get('postPromotionAnalysis'), where: 'post' },
      { at: canary.get('analysis'), where: 'background' },
      ...this.steps.map((step) => ({ at: step.get('analysis'), where: 'step' as const })),
    ];
    return all.filter(({ at }) => at.given);
  }

  private managedRoutes(): readonly ManagedRoutes[] {
    const istio = this.routing.get('istio');
    return [istio.get('virtualService'), ...istio.get('virtualServices').list()]
      .filter(({ given }) => given)
      .map((at) => {
        const [name = '', namespace = this.item.namespace] = (at.get('name').text ?? '').split('.');
        return { at, name, namespace, routes: at.get('routes').list(), item: this.references.find('VirtualService', namespace, name) };
      });
  }
}

/** Whether a Rollout's tlsRoutes or tcpRoutes entry means a route: by its one port, and by all its names when it has any. */
export function isMatchedBy(entry: At, route: At): boolean {
  const matches = route.get('match').list();
  const ports = new Set(matches.map((match) => match.get('port').number));
  const hosts = (at: At) => at.list().map(({ text }) => text);
  const names = new Set(matches.flatMap((match) => hosts(match.get('sniHosts'))));
  const wanted = new Set(hosts(entry.get('sniHosts')));
  return (
    ports.size <= 1 &&
    [...ports][0] === entry.get('port').number &&
    names.size === wanted.size &&
    [...wanted].every((name) => names.has(name))
  );
}

/** The view of a Rollout, made once. */
export function rolloutOf(item: Item, references: References): RolloutView {
  return viewsOf(references).get(item) ?? new RolloutView(item, references);
}

function viewsOf(references: References): ReadonlyMap<Item, RolloutView> {
  return references.part(viewsOf, () => new Map(references.of('Rollout').map((item) => [item, new RolloutView(item, references)])));
}

export function rolloutsOf(references: References): readonly RolloutView[] {
  return references.part(rolloutsOf, () => [...viewsOf(references).values()]);
}

export function rolloutsIn(namespace: string, references: References): readonly RolloutView[] {
  const all = references.part(rolloutsIn, () => groupedBy(rolloutsOf(references), ({ item }) => item.namespace));
  return all.get(namespace) ?? [];
}

/** Autoscalers by `Kind/namespace/name` of their target. */
export function autoscalers(references: References): ReadonlyMap<string, Item> {
  return references.part(autoscalers, () => {
    const found = new Map<string, Item>();
    for (const item of references.of('HorizontalPodAutoscaler')) {
      const target = item.root.get('spec', 'scaleTargetRef');
      found.set(`${target.get('kind').text}/${item.namespace}/${target.get('name').text}`, item);
    }
    return found;
  });
}
