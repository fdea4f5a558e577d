import type { Duration } from 'cdk8s';
import type { AnalysisService } from './analysis-service';
import type { AppProps } from './app-props';
import type { Migration } from './migration';

/** What both strategies of Argo Rollouts share. */
export interface RolloutProps extends AppProps {
  /** The service that decides whether the release is healthy. */
  readonly judgedBy: AnalysisService;

  /**
   * Paths that answer 200 on the new version before users see it; an empty list for no smoke tests.
   *
   * @default the path of `health`, '/api/version', and with MongoDB '/api/db/ping'
   */
  readonly smokeTests?: readonly string[];

  /**
   * Change of the schema that this release needs; promotion waits until no document is left to migrate.
   *
   * @default none
   */
  readonly migration?: Migration;

  /**
   * How long the health is watched: of every stage of a canary, and after a blue/green switch.
   *
   * @default Duration.minutes(5)
   */
  readonly watch?: Duration;

  /**
   * Time between two looks.
   *
   * @default Duration.seconds(30)
   */
  readonly look?: Duration;

  /**
   * New pods must be available within this time, or the release is aborted. Argo Rollouts goes on counting while a blue/green release
   * waits for its migration, so there the two hours of that gate are added.
   *
   * @default Duration.minutes(10)
   */
  readonly deadline?: Duration;

  /**
   * A pod counts as available after it was ready for so long: the only wait that catches an early crash.
   *
   * @default Duration.seconds(30)
   */
  readonly minReady?: Duration;

  /**
   * Source of the request metrics: the app's own, or Istio's.
   *
   * @default 'app'
   */
  readonly metricSource?: 'app' | 'istio';
}
