import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { endpoints } from '../analysis/contract/endpoints';
import { alertingRule, alertLinks, runbookUrl, sectionsOf } from './alert';
import { alertRunbookSections, defaultAlerts, type ReleaseRulesOptions, releaseRules } from './alerts';
import { type Platform, platformAlerts } from './alerts-platform';
import { type Delivery, deliver } from './dashboard-delivery';
import { deploymentDashboard } from './dashboard-deployment';
import { type Link, uidOf } from './dashboard-model';
import { overviewDashboard } from './dashboard-overview';
import { CompanionFile, companionFolder, ownFolder } from './folder';
import { limitsOf, releaseLimits, sloOf } from './limits';
import { type AbsoluteObjective, errorRate } from './metric';
import { podMonitor } from './monitors';
import { freeId, reject, remember, writtenAt } from './problems';
import { Production } from './production';
import { checkProps } from './props';
import { referenceRules } from './reference-rules';
import type { Release } from './release';
import { prometheusRule, rulesFile } from './rule-files';
import { ruleTests } from './rule-tests';
import type { RuleGroup } from './rules';
import { addRunbookSections } from './runbook';
import { checkTimes, secondsOf } from './time';

export interface MonitoringProps {
  /** The releases to watch. */
  readonly of: readonly { readonly release: Release }[];

  /**
   * What every app is held to. A release's own objectives go before.
   *
   * @default errorRate.atMost(percent(5)) and p99.atMost(Duration.seconds(1))
   */
  readonly alerts?: readonly AbsoluteObjective[];

  /**
   * Error rate over 30 days: the error budget that the burn-rate alerts watch.
   *
   * @default a tenth of each release's limit on the error rate, 0.5 % for a limit of 5 %
   */
  readonly slo?: AbsoluteObjective;

  /**
   * Labels that Prometheus selects its rules and monitors by. Without them the operator ignores the objects silently.
   *
   * @default { release: 'kube-prometheus-stack' }, as in a Helm release of that name
   */
  readonly prometheusLabels?: Readonly<Record<string, string>>;

  /**
   * Time between two scrapes of a pod. A window of the judge holds at least four.
   *
   * @default Duration.seconds(15)
   */
  readonly scrapeInterval?: Duration;

  /**
   * Address under which `dist/` can be read, for the `runbook_url` of alerts: `<runbooks>/<app>/runbook.md#<alert>`.
   *
   * @default 'https://runbooks.example.com'
   */
  readonly runbooks?: string;

  /**
   * How dashboards reach Grafana. The plain JSON files are in `dist/` in any case.
   *
   * @default 'sidecar'
   */
  readonly dashboards?: Delivery;

  /**
   * Address of Grafana, for a link from every alert to its dashboard.
   *
   * @default alerts have no such link
   */
  readonly grafana?: string;

  /**
   * Address of the judge's reports as a person reaches it, for links on the dashboards.
   *
   * @default dashboards have no such link
   */
  readonly reports?: string;
}

/**
 * Rules, alerts, dashboards and scrape configuration of releases, all from the objectives that the judge reads.
 *
 * @example
 * new Monitoring(production, 'monitoring', { of: [catalog, myapp], alerts: [fewErrors, fast] });
 */
export class Monitoring extends Construct {
  /** The releases, in the order of their names. */
  readonly releases: readonly Release[];
  /** What the alerts of every release are made from, for the sections of its runbook. */
  readonly options: ReleaseRulesOptions;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MonitoringProps,
  ) {
    super(scope, freeId(scope, id));
    remember(this);
    checkProps(this, { Monitoring }, props);
    ownFolder(this);
    const { slo } = props;
    const watched = this.watched();
    this.releases = watched.map(({ release }) => release).sort((a, b) => (a.name < b.name ? -1 : 1));
    this.options = {
      alerts: props.alerts ?? defaultAlerts,
      ...(slo ? { slo } : {}),
      runbooks: trimmedUrl(props.runbooks ?? 'https://runbooks.example.com'),
      folder: (owner) => companionFolder(this, owner),
      ...(props.grafana === undefined ? {} : { grafana: trimmedUrl(props.grafana) }),
    };
    this.check();
    this.shared(id);
    for (const of of watched) addRunbookSections(of, alertRunbookSections(of.release, this.options));
    for (const release of this.releases) this.watch(release);
    this.dashboards(id);
  }

  /** The releases of this namespace, each once, after rejecting the rest. */
  private watched(): readonly { readonly release: Release }[] {
    const { of } = this.props;
    const { namespace } = Production.of(this);
    return of.filter((one, index) => {
      const problem = !('release' in Object(one))
        ? `of[${index}]: a release, got something else; pass what new CanaryRollout(...) and its like made`
        : of.indexOf(one) !== index
          ? `of: every release once, got ${one.release.name} twice`
          : one.release.namespace !== namespace
            ? `of: releases of ${namespace}, got ${one.release.name} of ${one.release.namespace}; give that Production its own Monitoring`
            : undefined;
      reject(this, problem);
      return problem === undefined;
    });
  }

  /** What all releases have in common: the reference rules, the controller, MongoDB. */
  private shared(id: string): void {
    const { namespace, database, argoRollouts, monitoring } = Production.of(this);
    const { options, releases } = this;
    const platform: Platform = {
      namespace,
      argoRollouts,
      monitoring,
      rollouts: releases.some(({ machinery }) => machinery === 'rollout'),
      ...(releases.some(({ capacity }) => capacity.connections > 0) ? { database } : {}),
    };
    const alerts = platformAlerts(platform);
    const reference = referenceRules(namespace, releases, limitsOf(options.alerts), options);
    const links = alertLinks(options, id, uidOf(namespace, undefined, 'deployment'));
    const stands: RuleGroup = { name: 'platform', interval: '30s', rules: alerts.map((alert) => alertingRule(alert, links)) };
    this.rules('blue-green-deployment-rules', [reference]);
    this.rules('platform-rules', [stands]);
    const sections = sectionsOf(alerts).map(({ title, text }) => `## ${title}\n\n${text}\n`);
    new CompanionFile(this, 'runbook', `${id}/runbook.md`, () => ['# What all releases stand on\n', ...sections].join('\n'));
    new CompanionFile(this, 'rules', `${id}/rules.yaml`, () => rulesFile([reference, stands]));
  }

  private watch(release: Release): void {
    const groups = releaseRules(release, this.options);
    this.rules(`${release.name}-rules`, groups);
    podMonitor(this, {
      app: release.name,
      source: release.metricSource,
      port: release.metricsPort,
      interval: this.scrapeSeconds,
      labels: this.labels,
    });
    new CompanionFile(this, `${release.name}-rules-file`, `${release.name}/rules.yaml`, () => rulesFile(groups));
    new CompanionFile(this, `${release.name}-rules-test`, `${release.name}/rules.test.yaml`, () => ruleTests(release, this.options));
  }

  private dashboards(id: string): void {
    const { options, props, releases } = this;
    const { namespace } = Production.of(this);
    const delivery = props.dashboards ?? 'sidecar';
    const reports = (of: string): Link[] =>
      props.reports === undefined ? [] : [{ title: 'Reports of the judge', url: `${trimmedUrl(props.reports)}${endpoints.reports}?${of}` }];
    const link = (owner: string): Link => ({ title: 'Runbook', url: runbookUrl(options, owner) });
    deliver(this, id, deploymentDashboard(namespace, limitsOf(options.alerts), [link(id), ...reports(`namespace=${namespace}`)]), delivery);
    for (const release of releases) {
      const limits = releaseLimits(release, options.alerts);
      const slo = (options.slo ?? sloOf(limits))?.limit;
      // Nobody judges a plain Deployment.
      const judged = release.machinery === 'rollout' ? reports(`rollout=${release.name}&namespace=${namespace}`) : [];
      deliver(this, release.name, overviewDashboard(release, { limits, slo, links: [link(release.name), ...judged] }), delivery);
    }
  }

  private rules(name: string, groups: readonly RuleGroup[]): void {
    prometheusRule(this, name, this.labels, groups);
  }

  private get labels(): Readonly<Record<string, string>> {
    return this.props.prometheusLabels ?? { release: 'kube-prometheus-stack' };
  }

  private get scrapeSeconds(): number {
    return secondsOf(this.props.scrapeInterval, 15);
  }

  private check(): void {
    const { alerts = defaultAlerts, slo } = this.props;
    const first = this.node.scope?.node.children.find((one) => one instanceof Monitoring);
    if (first && first !== this) {
      const what = `got a second one beside ${first.node.id} (${writtenAt(first)})`;
      reject(this, `of: one Monitoring watches all releases of a namespace, ${what}; pass its releases there`);
    }
    if (this.props.of.length === 0) reject(this, 'of: at least one release, got an empty list; pass the constructs of the releases');
    if (alerts.length === 0)
      reject(this, 'alerts: at least one objective, got an empty list; leave it out or write [errorRate.atMost(percent(5))]');
    for (const objective of [...alerts, ...(slo ? [slo] : [])]) reject(this, objective.problem);
    if (slo && slo.metric.name !== errorRate.name) reject(this, `slo: an objective on the error rate, got "${slo.text}"`);
    checkTimes(this, { scrapeInterval: this.props.scrapeInterval });
    if (!(this.scrapeSeconds >= 5 && this.scrapeSeconds <= 60)) {
      reject(this, `scrapeInterval: 5 to 60 seconds, got ${this.scrapeSeconds} s; a rate over five minutes needs at least four scrapes`);
    }
    for (const [what, url] of Object.entries({
      runbooks: this.options.runbooks,
      grafana: this.props.grafana,
      reports: this.props.reports,
    })) {
      if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) reject(this, `${what}: an address that begins with https://, got "${url}"`);
    }
  }
}

function trimmedUrl(url: string): string {
  return url.replace(/\/+$/, '');
}
