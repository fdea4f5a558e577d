import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, RefusedError } from './cluster';
import { isReady, type Pod, type Termination } from './kinds';
import type { World } from './world';

/** Pods that name this scheduler are the fake node's; no real kubelet ever sees them. */
export const schedulerName = 'bluecanary-e2e';

/** Annotations that tell the fake node how a pod behaves. They may change while the pod lives. */
export const behaviour = {
  /** `ready` (default), `never-ready`, `crash-loop`, or `second-crashes`: the second pod of a version crashes, the others are ready. */
  pod: 'e2e.bluecanary.dev/pod',
  /** `fail`: smoke tests that reach this pod fail. */
  smoke: 'e2e.bluecanary.dev/smoke',
  /** `engine`: the pod's container really runs, as a process of this machine. Otherwise a Job's container ends with 0. */
  run: 'e2e.bluecanary.dev/run',
  /** `real`: the readiness probe's initial delay is kept; otherwise a tenth of it. */
  probes: 'e2e.bluecanary.dev/probes',
} as const;

const times = {
  tick: 200,
  /** From SIGTERM to the end of the container. */
  drain: 1_000,
  job: 1_000,
  /** A crashing pod is ready for a moment in every round, as long as its process lives. */
  crash: { round: 4_000, alive: 300 },
  heartbeat: 10_000,
};

/**
 * Plays kubelet for the pods of the tests: binds them, lets them become ready, crash or complete, and removes them.
 * Nothing runs; only what the API server is told is real.
 */
export class FakeNode {
  private readonly pods = new Map<string, Pod>();
  private readonly seconds = new Map<string, string>();
  private addresses = 0;
  private heart: NodeJS.Timeout | undefined;
  private readonly ends = new AbortController();

  constructor(
    private readonly cluster: Cluster,
    private readonly world: World,
    private readonly engine: (pod: Pod, stop?: AbortSignal) => Promise<Termination>,
    private readonly name = 'bluecanary-e2e',
  ) {}

  async start(): Promise<void> {
    const taints = [{ key: 'e2e.bluecanary.dev/fake', value: 'true', effect: 'NoSchedule' }];
    const labels = { 'kubernetes.io/hostname': this.name, 'topology.kubernetes.io/zone': 'e2e', type: 'fake' };
    await this.cluster.apply({ ...this.node, metadata: { name: this.name, labels }, spec: { taints } } as object, { force: true });
    await this.beat();
    this.heart = setInterval(() => void this.beat().catch(report), times.heartbeat);
    await this.world.eachPod((pod) => this.see(pod));
  }

  async stop(): Promise<void> {
    clearInterval(this.heart);
    this.ends.abort();
    await this.cluster.delete(this.node);
  }

  private get node() {
    return { apiVersion: 'v1', kind: 'Node', metadata: { name: this.name } };
  }

  private async beat(): Promise<void> {
    const now = new Date().toISOString();
    const conditions = [{ type: 'Ready', status: 'True', reason: 'Fake', message: 'plays kubelet', lastHeartbeatTime: now }];
    const room = { cpu: '1000', memory: '1000Gi', pods: '1000' };
    await this.cluster.merge(this.node, { status: { conditions, capacity: room, allocatable: room } }, 'status');
  }

  private see(pod: Pod): void {
    const uid = pod.metadata?.uid;
    if (uid === undefined || pod.spec?.schedulerName !== schedulerName) return;
    const known = this.pods.has(uid);
    this.pods.set(uid, pod);
    if (!known) void this.live(uid).catch(report);
  }

  private async live(uid: string): Promise<void> {
    const first = this.pods.get(uid);
    if (first === undefined) return;
    if (first.spec?.nodeName === undefined) {
      const target = { apiVersion: 'v1', kind: 'Node', name: this.name };
      const binding = { apiVersion: 'v1', kind: 'Binding', metadata: { name: first.metadata?.name }, target };
      await this.gently(async () => this.cluster.call('POST', `${await this.cluster.pathOf(podOf(first))}/binding`, { body: binding }));
    }
    const born = Date.now();
    let told: boolean | undefined = first.status?.phase === 'Running' ? isReady(first) : undefined;
    let finished = false;
    const stop = new AbortController();
    for (;;) {
      const pod = this.pods.get(uid);
      if (
        pod === undefined ||
        !(this.world.pods(pod.metadata?.namespace).some(({ metadata }) => metadata?.uid === uid) || Date.now() - born < 3_000)
      )
        break;
      if (pod.metadata?.deletionTimestamp !== undefined) {
        stop.abort();
        await pause(times.drain);
        await this.gently(() => this.cluster.delete(podOf(pod), 0));
        break;
      }
      const age = Date.now() - born;
      if (isOfJob(pod)) {
        if (!finished && age > times.job) {
          finished = true;
          await this.tell(pod, completed(pod, await this.carriedOut(pod)));
        }
      } else {
        if (told === undefined && runsEngine(pod))
          void this.engine(pod, AbortSignal.any([stop.signal, this.ends.signal]))
            .finally(() => (finished = true))
            .catch(report);
        const ready = !finished && this.isReadyAt(pod, age);
        if (ready !== told) {
          told = ready;
          await this.tell(pod, this.running(pod, ready));
        }
      }
      await pause(times.tick);
    }
    stop.abort();
    this.pods.delete(uid);
  }

  private isReadyAt(pod: Pod, age: number): boolean {
    const annotations = pod.metadata?.annotations ?? {};
    const delay =
      (pod.spec?.containers?.[0]?.readinessProbe?.initialDelaySeconds ?? 0) * (annotations[behaviour.probes] === 'real' ? 1_000 : 100);
    if (age < delay) return false;
    const kind = annotations[behaviour.pod] ?? 'ready';
    if (kind === 'never-ready') return false;
    if (kind === 'crash-loop' || (kind === 'second-crashes' && this.isSecond(pod)))
      return (age - delay) % times.crash.round < times.crash.alive;
    return true;
  }

  private isSecond({ metadata }: Pod): boolean {
    const version = `${metadata?.namespace}/${metadata?.labels?.['rollouts-pod-template-hash']}`;
    const known = this.seconds.get(version);
    if (known !== undefined && this.pods.has(known)) return known === metadata?.uid;
    const hash = metadata?.labels?.['rollouts-pod-template-hash'];
    const others = [...this.pods.values()].filter(
      (other) => other.metadata?.namespace === metadata?.namespace && other.metadata?.labels?.['rollouts-pod-template-hash'] === hash,
    );
    if (others.length > 1) this.seconds.set(version, metadata?.uid ?? '');
    return others.length > 1;
  }

  /** A smoke test asks the Service that its command names, through the selector of this moment. */
  private async carriedOut(pod: Pod): Promise<Termination> {
    if (runsEngine(pod)) return this.engine(pod);
    const container = pod.spec?.containers?.[0];
    const service = container?.command?.flatMap((argument) => /^http:\/\/([a-z0-9-]+)$/.exec(argument)?.[1] ?? [])[0];
    if (service === undefined) return { exitCode: 0 };
    const reached = this.world.endpoints(pod.metadata?.namespace ?? '', service);
    const passed = reached.length > 0 && reached.every(({ metadata }) => metadata?.annotations?.[behaviour.smoke] !== 'fail');
    return { exitCode: passed ? 0 : 1 };
  }

  private async tell(pod: Pod, status: object): Promise<void> {
    await this.gently(() => this.cluster.merge(podOf(pod), { status }, 'status'));
  }

  private running(pod: Pod, ready: boolean): object {
    this.addresses += 1;
    const now = new Date().toISOString();
    const yes = ready ? 'True' : 'False';
    const condition = (type: string, status: string) => ({ type, status, lastTransitionTime: now });
    const state = { running: { startedAt: now } };
    return {
      phase: 'Running',
      // An address for documentation: nobody connects to it.
      podIP: `192.0.2.${(this.addresses % 250) + 1}`,
      startTime: pod.metadata?.creationTimestamp,
      conditions: [
        condition('PodScheduled', 'True'),
        condition('Initialized', 'True'),
        condition('ContainersReady', yes),
        condition('Ready', yes),
      ],
      containerStatuses: (pod.spec?.containers ?? []).map(({ name, image }) => ({
        name,
        image,
        imageID: image,
        ready,
        started: true,
        restartCount: 0,
        state,
      })),
    };
  }

  /** A pod may be gone before it is told something. */
  private async gently(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof RefusedError && [404, 409].includes(error.status))) throw error;
    }
  }
}

function completed(pod: Pod, { exitCode, message }: Termination): object {
  const now = new Date().toISOString();
  const terminated = { exitCode, message, reason: exitCode === 0 ? 'Completed' : 'Error', startedAt: now, finishedAt: now };
  return {
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    containerStatuses: (pod.spec?.containers ?? []).map(({ name, image }) => ({
      name,
      image,
      imageID: image,
      ready: false,
      restartCount: 0,
      state: { terminated },
    })),
  };
}

function runsEngine(pod: Pod): boolean {
  return pod.metadata?.annotations?.[behaviour.run] === 'engine';
}

function isOfJob(pod: Pod): boolean {
  return pod.metadata?.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
}

function podOf({ metadata }: Pod) {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: metadata?.name ?? '', namespace: metadata?.namespace ?? '' } };
}

function report(error: unknown): void {
  process.stderr.write(`fake node: ${error instanceof Error ? error.message : String(error)}\n`);
}
