import type { IConstruct } from 'constructs';
import type { Objectives } from './metric';

/**
 * What the parts around a release need to know of it: monitoring, runbook, plan, GitOps.
 * All four strategies expose it as `release`.
 */
export interface Release {
  /** Name of the app: its objects, its `app` label, its folder. */
  readonly name: string;
  readonly namespace: string;
  /** Folder of its objects below `dist/`: `production/catalog`. It follows the id of the Production, whatever the namespace is called. */
  readonly folder: string;
  readonly strategy: 'blue-green' | 'canary';
  /** Who carries it out: the Argo Rollouts controller, or whoever changes Git (plain Deployments). */
  readonly machinery: 'rollout' | 'deployment';
  /** Image reference(s), new side first. */
  readonly images: readonly string[];
  readonly host?: string;
  readonly objectives: Objectives;
  /** Error budget of the judge over all looks together. @default 0.01 */
  readonly alpha?: number;
  /** Values of the `track` label; a plain blue/green release tells its sides apart by `version` alone. */
  readonly tracks?: { readonly fresh: 'canary' | 'preview'; readonly settled: 'stable' | 'active' };
  /** Source of the request metrics: the app itself, or Istio's standard metrics. */
  readonly metricSource: 'app' | 'istio';
  /** Paths that only probes and scrapes ask, which are no traffic. @default /health, /ready and /metrics */
  readonly probes?: readonly string[];
  /** Name of the pods' port that Prometheus scrapes. @default 'metrics' */
  readonly metricsPort?: string;
  readonly replicas: { readonly min: number; readonly max: number };
  /** Pods of the new side. @default as many as the stage asks for */
  readonly freshPods?: number;
  readonly timing: ReleaseTiming;
  readonly capacity: ReleaseCapacity;
  /** Declared requests per second, if any; the evidence that a stage can gather follows from it. */
  readonly requestsPerSecond?: number;
  readonly migrations: readonly string[];
  /** Whether a Job of the migration backs up before it. @default false: somebody else does, and records it */
  readonly backsUp?: boolean;
  /** Whether a pod of the migration follows what the previous version writes, up to the switch. @default false */
  readonly catchesUp?: boolean;
  /** The canary stages in percent, or the Service names of a blue/green release, for people. */
  readonly stages: readonly number[];
  readonly services: { readonly production: string; readonly fresh?: string; readonly settled?: string };
  readonly smokeTests: readonly string[];
  /** Whether a header brings testers to a canary before its stages. */
  readonly testers?: boolean;
  /** Position among the steps of a canary of the analysis that it waits for before its first users. @default it waits for none */
  readonly gateStep?: number;
}

/** Durations in seconds. */
export interface ReleaseTiming {
  /** From the first pod to the end of the last stage, when every look passes that comes with evidence. */
  readonly expected: number;
  /** Of these, looks that come before there is evidence. */
  readonly early: number;
  /** Looks at the health, one every so many seconds. */
  readonly look: number;
  readonly watch: number;
  readonly settle: number;
  /** How long roll back is instant after a success; 0 where that is for as long as a person keeps the previous side. */
  readonly keepPrevious: number;
}

/** At the peak of a release. */
export interface ReleaseCapacity {
  readonly pods: number;
  /** MongoDB connections of the app's pods, without those of a migration, and the most that a node of the cluster may see. */
  readonly connections: number;
  readonly connectionBudget: number;
  /** Labels of the database's series. @default none: there is one database */
  readonly databaseLabels?: Readonly<Record<string, string>>;
}

/** Every release below a construct, in the order they were written. */
export function releasesOf(root: IConstruct): readonly Release[] {
  return releasedBelow(root).map(({ release }) => release);
}

/** Names of the releases that need a migration. */
export function usersOf(migration: string, releases: readonly Release[]): readonly string[] {
  return releases.filter(({ migrations }) => migrations.includes(migration)).map(({ name }) => name);
}

/** A release with the construct that makes it. */
export interface Released {
  readonly construct: IConstruct;
  readonly release: Release;
}

/** The same, each with its construct. */
export function releasedBelow(root: IConstruct): readonly Released[] {
  // Only the four strategies have the property.
  return root.node.findAll().flatMap((construct) => ('release' in construct ? [{ construct, release: construct.release as Release }] : []));
}
