import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as argo from '../imports/argoproj.io';
import { budgetOf, driftSeconds, judgeTemplate } from './analysis-template';
import { type EntryProps, entry } from './entry';
import { label } from './labels';
import { type AbsoluteObjective, errorRate, type Objectives, p99 } from './metric';
import { reject } from './problems';
import { checkProps } from './props';
import type { Release } from './release';
import { Rollout } from './rollout';
import type { RolloutProps } from './rollout-props';
import { clientAffinity, qualified, service } from './service';
import { checkTimes, secondsOf } from './time';
import { percent } from './units';

export interface BlueGreenRolloutProps extends RolloutProps, EntryProps {
  /**
   * What healthy means. Limits are absolute: after the switch the previous version has no traffic to compare with.
   *
   * @default error rate at most 5 %, p99 at most 1 s
   */
  readonly healthy?: Objectives<AbsoluteObjective>;

  /**
   * How long the previous version stays ready after the switch: roll back is instant for so long.
   *
   * @default Duration.hours(24)
   */
  readonly keepPrevious?: Duration;

  /**
   * How long a client address stays on one pod, for clients inside the cluster: at most a day.
   *
   * @default none
   */
  readonly sessionAffinity?: Duration;
}

/**
 * Starts the new version beside the running one, tests it through its own Service, switches all traffic at once and watches it.
 * A failure before the switch leaves production untouched; a failure after it switches back.
 *
 * @example
 * new BlueGreenRollout(production, 'myapp', { image: images('myapp'), judgedBy: judge });
 */
export class BlueGreenRollout extends Rollout {
  /** Seconds. */
  private readonly keepPrevious: number;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BlueGreenRolloutProps,
  ) {
    const keepPrevious = secondsOf(props.keepPrevious, Duration.hours(24).toSeconds());
    super(scope, id, props, { healthy: props.healthy, otherwise: defaultObjectives, comparable: false, promiseKeep: keepPrevious });
    checkProps(this, { BlueGreenRollout }, props);
    this.keepPrevious = keepPrevious;
    this.checkKeepPrevious();
    const selector = { [label.app]: id };
    const affinity = clientAffinity(this, props.sessionAffinity);
    service(this, 'service', { name: id, selector, labels: selector, ...affinity });
    service(this, 'service-preview', { name: this.freshService, selector, labels: selector });
    judgeTemplate(this, `${id}-watch`, 'post', this.judge, this.looks);
    const { namespace } = this.production;
    entry(this, props, { name: id, namespace, sides: [{ host: qualified(id, namespace), weight: 100 }] });
  }

  protected get freshService(): string {
    return `${this.appName}-preview`;
  }

  /** A canary's gates are steps, during which the controller does not count. */
  protected override get gateHold(): number {
    return this.props.migration ? driftSeconds : 0;
  }

  protected strategy(): argo.RolloutSpecStrategy {
    const gates = this.gates.map((templateName) => ({ templateName }));
    return {
      blueGreen: {
        activeService: this.appName,
        previewService: this.freshService,
        autoPromotionEnabled: true,
        scaleDownDelaySeconds: this.keepPrevious,
        scaleDownDelayRevisionLimit: 1,
        // After a failure the new pods stay for a while, so that somebody can look at them.
        abortScaleDownDelaySeconds: 600,
        activeMetadata: { labels: { [label.track]: 'active' } },
        previewMetadata: { labels: { [label.track]: 'preview' } },
        ...(gates.length > 0 ? { prePromotionAnalysis: { templates: gates } } : {}),
        postPromotionAnalysis: { templates: [{ templateName: `${this.appName}-watch` }], args: this.judgeArguments('absolute', 100) },
      },
    };
  }

  get release(): Release {
    const stages = [100];
    const early = this.early(stages, 0);
    const expected = this.startup + this.gateSeconds + early + this.looks.watch;
    return {
      // A release within `keepPrevious` of the last finds the active side, the new one and the one kept.
      ...this.facts({ expected, early, settle: 0, keepPrevious: this.keepPrevious }, 3),
      strategy: 'blue-green',
      ...(this.props.host === undefined ? {} : { host: this.props.host }),
      tracks: { fresh: 'preview', settled: 'active' },
      stages,
      services: { production: this.appName, fresh: this.freshService },
    };
  }

  private checkKeepPrevious(): void {
    const { migration } = this.props;
    const keep = this.keepPrevious;
    checkTimes(this, { keepPrevious: this.props.keepPrevious });
    // Looks without enough evidence prolong the watch.
    const longest = (budgetOf(this.looks) - 1) * this.looks.interval;
    if (!(keep >= longest + 60)) {
      reject(
        this,
        `keepPrevious: it must outlast the watch, up to ${longest} s, by a minute, or there is nothing to go back to, got ${keep} s`,
      );
    }
    if (migration && keep < migration.rollbackWindow.toSeconds()) {
      reject(
        this,
        `keepPrevious: it must be at least the roll-back window of migration ${migration.id}, ${migration.rollbackWindow.toSeconds()} s, got ${keep} s; contract would run while a roll back is still promised`,
      );
    }
  }
}

const defaultObjectives: Objectives<AbsoluteObjective> = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))];
