/**
 * Mistakes that the compiler refuses: `tsc --noEmit` fails when a line below compiles.
 * Nothing here runs; every mistake stands beside its right form.
 */
import { Duration } from 'cdk8s';
import {
  type AbsoluteObjective,
  type AnalysisService,
  BlueGreenDeployment,
  BlueGreenRollout,
  CanaryDeployment,
  CanaryRollout,
  errorRate,
  images,
  Migration,
  type Objectives,
  type Production,
  p99,
  percent,
  timesStable,
} from '../../lib';

declare const production: Production;
declare const judge: AnalysisService;
const image = images('catalog');
const host = 'catalog.example.com';
const colours = { active: 'blue', blue: { image }, green: { image } } as const;
const right = { image, host, judgedBy: judge } as const;

export const mistakes: readonly (() => unknown)[] = [
  // A limit carries the unit of its metric.
  () => errorRate.atMost(percent(5)),
  // @ts-expect-error an error rate is a share, not a time
  () => errorRate.atMost(Duration.seconds(1)),
  // @ts-expect-error a latency is a time, not a share
  () => p99.atMost(percent(5)),
  // @ts-expect-error a bare number has no unit: is 5 a ratio or a percentage?
  () => errorRate.atMost(5),
  // @ts-expect-error a bare number has no unit: are these seconds or milliseconds?
  () => p99.atMost(1),
  // @ts-expect-error a share is made by percent(5), so that nobody writes 0.05 for 5 %
  () => errorRate.atMost({ ratio: 0.05 }),

  // A preview has no traffic to compare with.
  () => new CanaryRollout(production, 'catalog', { ...right, healthy: [p99.atMost(timesStable(1.5)), errorRate.atMost(percent(5))] }),
  // @ts-expect-error after a blue/green switch the previous version has no traffic
  () => new BlueGreenRollout(production, 'catalog', { ...right, healthy: [p99.atMost(timesStable(1.5))] }),
  // @ts-expect-error the standby of a plain blue/green release has no traffic
  () => new BlueGreenDeployment(production, 'shop', { ...colours, healthy: [p99.atMost(timesStable(2))] }),

  // A release without an objective would promote anything.
  // @ts-expect-error an empty list
  () => new CanaryRollout(production, 'catalog', { ...right, healthy: [] }),
  // @ts-expect-error an empty list
  () => new BlueGreenRollout(production, 'catalog', { ...right, healthy: [] }),
  // @ts-expect-error a list that may be empty
  (some: readonly AbsoluteObjective[]): Objectives => some,

  // A reference is a construct, not a name.
  // @ts-expect-error no judge
  () => new CanaryRollout(production, 'catalog', { image, host }),
  // @ts-expect-error a judge is a construct
  () => new CanaryRollout(production, 'catalog', { image, host, judgedBy: 'judge' }),
  // @ts-expect-error a migration is a construct
  () => new BlueGreenRollout(production, 'catalog', { ...right, migration: 'users-full-name' }),
  // @ts-expect-error a migration is not a judge
  (migration: Migration) => new BlueGreenRollout(production, 'catalog', { image, judgedBy: migration }),

  // What a strategy needs.
  // @ts-expect-error a canary route needs a host
  () => new CanaryRollout(production, 'catalog', { image, judgedBy: judge }),
  // @ts-expect-error a canary route needs a host
  () => new CanaryDeployment(production, 'shop', { stable: { image }, canary: { image } }),
  // @ts-expect-error an image
  () => new BlueGreenRollout(production, 'catalog', { judgedBy: judge }),
  // @ts-expect-error a colour is blue or green
  () => new BlueGreenDeployment(production, 'shop', { active: 'purple', blue: { image }, green: { image } }),
  // @ts-expect-error the standby is whichever colour is not active: standbyReplicas
  () => new BlueGreenDeployment(production, 'shop', { active: 'blue', blue: { image }, green: { image, replicas: 3 } }),
  // @ts-expect-error both colours
  () => new BlueGreenDeployment(production, 'shop', { active: 'blue', blue: { image } }),
  // @ts-expect-error blue/green has no stages
  () => new BlueGreenRollout(production, 'catalog', { ...right, stages: [10] }),
  // @ts-expect-error a plain canary has a weight, and no stages that somebody would carry out
  () => new CanaryDeployment(production, 'shop', { host, stable: { image }, canary: { image }, stages: [10] }),
  // @ts-expect-error the sides of a plain release differ in their number of pods, so an autoscaler of the app has no target
  () => new BlueGreenDeployment(production, 'shop', { ...colours, autoscale: { min: 2, max: 4 } }),

  // A time carries its unit.
  // @ts-expect-error seconds or minutes?
  () => new BlueGreenRollout(production, 'catalog', { ...right, keepPrevious: 24 }),
  // @ts-expect-error seconds or minutes?
  () => new CanaryRollout(production, 'catalog', { ...right, settle: '30s' }),
  // @ts-expect-error mebibytes or gibibytes?
  () => new CanaryRollout(production, 'catalog', { ...right, tmpSize: 256 }),

  // A secret is a reference.
  // @ts-expect-error a connection string in Git
  () => new BlueGreenRollout(production, 'catalog', { ...right, mongodb: 'mongodb://app:secret@db/shop' }),
  // @ts-expect-error an environment has values that say where they come from
  () => new BlueGreenRollout(production, 'catalog', { ...right, env: { DB_PASSWORD: 'secret' } }),

  // A name that nobody knows.
  // @ts-expect-error misspelt
  () => new CanaryRollout(production, 'catalog', { ...right, stage: [10, 20] }),
  // @ts-expect-error misspelt
  () => new Migration(production, 'users-full-name', { image, paralellism: 2 }),
  // @ts-expect-error orders are three
  () => new Migration(production, 'users-full-name', { image, order: 'argocd' }),

  // What was given is not changed afterwards.
  // @ts-expect-error the colour is in one place, and that is where the release is written
  (release: BlueGreenDeployment) => (release.active = 'green'),
  // @ts-expect-error the address follows from the names
  () => (judge.url = 'http://elsewhere'),
];
