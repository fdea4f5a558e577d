import { setTimeout as pause } from 'node:timers/promises';
import { type KubernetesListObject, type KubernetesObject, ListWatch } from '@kubernetes/client-node';
import type { Cluster, KubeObject } from './cluster';
import { type AnalysisRun, isReady, type Job, matches, type Pod, type RolloutObject, type Service, type VirtualService } from './kinds';

const paths = {
  pods: '/api/v1/pods',
  services: '/api/v1/services',
  jobs: '/apis/batch/v1/jobs',
  rollouts: '/apis/argoproj.io/v1alpha1/rollouts',
  analysisRuns: '/apis/argoproj.io/v1alpha1/analysisruns',
  virtualServices: '/apis/networking.istio.io/v1/virtualservices',
} as const;

/** What the cluster looks like now, by watches: nobody polls the API server. */
export class World {
  private stopped = false;
  private readonly caches = new Map<string, ListWatch<KubernetesObject>>();
  private readonly onPod: ((pod: Pod) => void)[] = [];

  private constructor(private readonly cluster: Cluster) {}

  static async of(cluster: Cluster): Promise<World> {
    const world = new World(cluster);
    await Promise.all(Object.values(paths).map((path) => world.follow(path)));
    return world;
  }

  /** Calls for every pod that there is and every change of one. */
  async eachPod(handle: (pod: Pod) => void): Promise<void> {
    this.onPod.push(handle);
    for (const pod of this.list<Pod>(paths.pods)) handle(pod);
  }

  pods(namespace?: string): readonly Pod[] {
    return this.list<Pod>(paths.pods, namespace);
  }
  jobs(namespace: string): readonly Job[] {
    return this.list<Job>(paths.jobs, namespace);
  }
  analysisRuns(namespace: string): readonly AnalysisRun[] {
    return this.list<AnalysisRun>(paths.analysisRuns, namespace);
  }
  rollout(namespace: string, name: string): RolloutObject | undefined {
    return this.find<RolloutObject>(paths.rollouts, namespace, name);
  }
  service(namespace: string, name: string): Service | undefined {
    return this.find<Service>(paths.services, namespace, name);
  }
  virtualService(namespace: string, name: string): VirtualService | undefined {
    return this.find<VirtualService>(paths.virtualServices, namespace, name);
  }

  /** Ready pods behind a Service, by its selector of now. */
  endpoints(namespace: string, service: string): readonly Pod[] {
    const selector = this.service(namespace, service)?.spec?.selector;
    if (selector === undefined || Object.keys(selector).length === 0) return [];
    return this.pods(namespace).filter((pod) => isReady(pod) && matches(selector, pod.metadata?.labels));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.caches.values()].map((cache) => cache.stop()));
  }

  private async follow(path: string): Promise<void> {
    const list = async () => (await this.cluster.call('GET', path)).body as KubernetesListObject<KubernetesObject>; // a list of the path's kind
    const cache = new ListWatch<KubernetesObject>(path, this.cluster.watch, list, false);
    this.caches.set(path, cache);
    if (path === paths.pods) {
      const tell = (object: KubernetesObject) => {
        const pod = object as unknown as Pod; // the path holds pods
        for (const handle of this.onPod) handle(pod);
      };
      cache.on('add', tell);
      cache.on('update', tell);
      cache.on('delete', tell);
    }
    // A watch that breaks is begun anew: the API server ends every one after a while.
    cache.on('error', () => void this.again(cache));
    await cache.start();
  }

  private async again(cache: ListWatch<KubernetesObject>): Promise<void> {
    while (!this.stopped) {
      await pause(500);
      try {
        await cache.start();
        return;
      } catch {
        // The API server restarts: the next try follows, until the run ends.
      }
    }
  }

  private list<T extends KubeObject>(path: string, namespace?: string): readonly T[] {
    return (this.caches.get(path)?.list(namespace) ?? []) as unknown as readonly T[]; // one path holds one kind
  }

  private find<T extends KubeObject>(path: string, namespace: string, name: string): T | undefined {
    return this.caches.get(path)?.get(name, namespace) as unknown as T | undefined; // likewise
  }
}
