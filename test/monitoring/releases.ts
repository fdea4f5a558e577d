import { Duration } from 'cdk8s';
import { errorRate, type Objectives, p99 } from '../../lib/metric';
import type { Release } from '../../lib/release';
import { percent, timesStable } from '../../lib/units';

const common = {
  namespace: 'production',
  folder: 'production/app',
  images: ['registry.example.com/app:2.0.0@sha256:0000000000000000000000000000000000000000000000000000000000000000'],
  metricSource: 'app',
  replicas: { min: 3, max: 3 },
  capacity: { pods: 6, connections: 120, connectionBudget: 1500 },
  migrations: [],
  stages: [],
  smokeTests: ['/health'],
} as const;

const timing = { early: 0, look: 30, watch: 300, settle: 30, keepPrevious: 86_400 } as const;

/** A canary release of Argo Rollouts, compared with its stable side. */
export function canaryRollout(more: Partial<Release> = {}): Release {
  return {
    ...common,
    name: 'catalog',
    strategy: 'canary',
    machinery: 'rollout',
    objectives: [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))],
    tracks: { fresh: 'canary', settled: 'stable' },
    timing: { ...timing, expected: 1_650 },
    stages: [10, 25, 50, 75, 100],
    services: { production: 'catalog', fresh: 'catalog-canary', settled: 'catalog-stable' },
    ...more,
  };
}

/** A blue/green release of Argo Rollouts with a migration. */
export function blueGreenRollout(more: Partial<Release> = {}): Release {
  return {
    ...common,
    name: 'myapp',
    strategy: 'blue-green',
    machinery: 'rollout',
    objectives: healthy,
    tracks: { fresh: 'preview', settled: 'active' },
    timing: { ...timing, expected: 900 },
    services: { production: 'myapp', fresh: 'myapp-preview', settled: 'myapp' },
    migrations: ['users-full-name'],
    ...more,
  };
}

/** Two coloured Deployments. */
export function blueGreenDeployment(more: Partial<Release> = {}): Release {
  return {
    ...common,
    name: 'orders',
    strategy: 'blue-green',
    machinery: 'deployment',
    objectives: healthy,
    timing: { ...timing, expected: 600 },
    services: { production: 'orders', fresh: 'orders-green', settled: 'orders-blue' },
    ...more,
  };
}

/** Stable and canary Deployments, measured by Istio. */
export function canaryDeployment(more: Partial<Release> = {}): Release {
  return {
    ...canaryRollout(),
    name: 'search',
    machinery: 'deployment',
    metricSource: 'istio',
    services: { production: 'search' },
    stages: [10],
    ...more,
  };
}

const healthy: Objectives = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))];

/** One release per strategy and machinery. */
export const releases: readonly Release[] = [canaryRollout(), blueGreenRollout(), blueGreenDeployment(), canaryDeployment()];
