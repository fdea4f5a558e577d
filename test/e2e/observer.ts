import type { World } from './world';

/** One look at a release, several times a second. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly phase: string;
  readonly message: string;
  readonly step: number;
  readonly aborted: boolean;
  /** Hash of the version that the Rollout asks for, and of the one that is stable. */
  readonly wanted: string;
  readonly stable: string;
  /** Percent to the canary Service; 0 for blue/green. */
  readonly weight: number;
  /** Ready pods behind each Service that gets traffic. */
  readonly serving: readonly { readonly service: string; readonly weight: number; readonly pods: number; readonly hash: string }[];
}

const every = 200;

/** Looks at one Rollout all along and keeps what it saw. */
export class Observer {
  readonly samples: Sample[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly world: World,
    private readonly namespace: string,
    private readonly app: string,
    private readonly strategy: 'canary' | 'blue-green',
  ) {
    this.timer = setInterval(() => this.samples.push(this.look()), every);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** For scenarios that take all pods away on purpose: what was seen so far is not judged. */
  forget(): void {
    this.samples.length = 0;
  }

  look(): Sample {
    const { world, namespace, app } = this;
    const { status } = world.rollout(namespace, app) ?? {};
    const serving = this.sides().map(({ service, weight }) => {
      const pods = world.endpoints(namespace, service);
      const hash = world.service(namespace, service)?.spec?.selector?.['rollouts-pod-template-hash'] ?? '';
      return { service, weight, pods: pods.length, hash };
    });
    return {
      at: Date.now(),
      phase: status?.phase ?? '',
      message: status?.message ?? '',
      step: status?.currentStepIndex ?? -1,
      aborted: status?.abort ?? false,
      wanted: status?.currentPodHash ?? '',
      stable: status?.stableRS ?? '',
      weight: serving.find(({ service }) => service === `${app}-canary`)?.weight ?? 0,
      serving,
    };
  }

  /** Weights of the canary in the order they were set, without repetitions. */
  weights(since = 0): readonly number[] {
    const seen = this.samples.filter(({ at }) => at >= since).map(({ weight }) => weight);
    return seen.filter((weight, index) => index === 0 || weight !== seen[index - 1]);
  }

  /** Looks from the moment that the controller took up a change. */
  during(since: number): readonly Sample[] {
    const begun = this.samples.findIndex(({ at, wanted, stable }) => at >= since && wanted !== stable);
    return begun < 0 ? [] : this.samples.slice(begun);
  }

  /** Seconds from the change until the new version was stable. */
  tookSince(since: number): number {
    const done = this.during(since).find(({ wanted, stable, phase }) => wanted === stable && phase === 'Healthy');
    return ((done?.at ?? Number.NaN) - since) / 1_000;
  }

  /**
   * Times when a side got traffic and had no ready pod, longer than the watches may disagree; empty when users were always served.
   * Counted from the first moment that the first version was served.
   */
  blackouts(): readonly string[] {
    const first = this.samples.findIndex(({ serving }) => serving.some(({ weight, pods }) => weight > 0 && pods > 0));
    const found: string[] = [];
    let since: number | undefined;
    for (const sample of first < 0 ? [] : this.samples.slice(first)) {
      const empty = sample.serving.filter(({ weight, pods }) => weight > 0 && pods === 0);
      if (empty.length === 0) {
        since = undefined;
      } else {
        since ??= sample.at;
        if (sample.at - since >= 1_000 && sample.at - since < 1_000 + every)
          found.push(empty.map(({ service, weight }) => `${service} had ${weight} % and no ready pod in phase ${sample.phase}`).join(', '));
      }
    }
    return found;
  }

  private sides(): readonly { readonly service: string; readonly weight: number }[] {
    if (this.strategy === 'blue-green') return [{ service: this.app, weight: 100 }];
    const http = this.world.virtualService(this.namespace, `${this.app}-canary`)?.spec?.http;
    const primary = http?.find(({ name }) => name === 'primary')?.route ?? [];
    return primary.map(({ destination, weight = 0 }) => ({ service: destination.host.split('.')[0] ?? '', weight }));
  }
}
