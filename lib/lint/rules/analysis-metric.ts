import type { At } from '../at';
import type { References } from '../references';
import { rolloutOf, rolloutsOf } from '../rollout-view';
import type { Report, Rule } from '../rule';
import { metricsOf, templatesOf } from '../templates';
import { argumentsIn, goDuration, hasArgument, regex } from '../text';
import type { Item } from '../types';
import { runError, templateKinds } from './words';

/** Metrics: their shape, their numbers and how long they run. */
export const analysisMetricRules: readonly Rule[] = [
  {
    id: 'R30',
    name: 'finite-gate',
    holds: 'a metric of a step, pre- or post-promotion analysis ends: it has a count above 0, or no interval',
    otherwise: 'The gate never opens: the release runs for ever.',
    fix: 'set count',
    on: templateKinds,
    check: (item, references, report) => {
      if (!gatesOf(references).has(item)) return;
      for (const metric of metricsOf(item)) {
        const count = metric.get('count');
        if (metric.has('interval') && (!count.given || count.count === 0))
          report(count, `interval ${metric.get('interval').short} and count ${count.short}`);
      }
    },
    example: `
        kind: AnalysisTemplate
        metadata: { name: errors }
        spec:
          metrics:
      -     - { name: errors, interval: 30s }
      +     - { name: errors, interval: 30s, count: 11 }
        ---
        kind: Rollout
        spec: { strategy: { blueGreen: { postPromotionAnalysis: { templates: [{ templateName: errors }] } } } }`,
  },
  {
    id: 'R40',
    name: 'metric-shape',
    holds: 'a template has metrics with unique names and one provider each, Go durations, limits of 0 or more that count can hold',
    otherwise: runError,
    fix: 'correct the metric',
    on: templateKinds,
    check: ({ root }, _, report) => {
      const metrics = root.get('spec', 'metrics');
      if (metrics.list().length === 0 && root.get('spec', 'templates').list().length === 0)
        report(metrics, 'no metric', { fix: 'add a metric' });
      const names = new Set<unknown>();
      for (const metric of metrics.list()) {
        const name = metric.get('name');
        if (names.has(name.value)) report(name, `a second metric ${name.short}`, { fix: 'rename one of them' });
        names.add(name.value);
        const providers = metric.get('provider').keys;
        if (providers.length !== 1)
          report(metric.get('provider'), providers.length === 0 ? 'no provider' : providers.join(' and '), { fix: 'keep one provider' });
        checkNumbers(metric, report);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              interval: 30s
      -       count: 2
      +       count: 11
              failureLimit: 1
              consecutiveSuccessLimit: 3
              provider: { job: {} }`,
  },
  {
    id: 'R41',
    name: 'metric-rule',
    holds: 'the metricName of a dryRun or measurementRetention rule is a regular expression that matches a metric',
    otherwise: runError,
    fix: 'write "^name$" or ".*"',
    on: [...templateKinds, 'Rollout'],
    check: (item, references, report) => {
      const templates = templatesOf(references);
      const places =
        item.kind === 'Rollout'
          ? rolloutOf(item, references).uses.map((at) => ({ at, metrics: templates.metrics(at, item.namespace) }))
          : [{ at: item.root.get('spec'), metrics: templates.closure(item).flatMap(metricsOf) }];
      for (const { at, metrics } of places) {
        for (const rule of metricRules(at)) {
          const pattern = regex(rule.text ?? '');
          if (!pattern) report(rule, `${rule.short}, which is no regular expression`);
          else if (!metrics.some((metric) => pattern.test(metric.get('name').text ?? '')))
            report(rule, `${rule.short}, which matches no metric`);
        }
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics: [{ name: error-rate }]
      -   dryRun: [{ metricName: '*' }]
      +   dryRun: [{ metricName: '.*' }]`,
  },
  {
    id: 'X07',
    name: 'metric-rule-anchored',
    holds: 'the metricName of a dryRun or measurementRetention rule is anchored, or ".*"',
    otherwise: 'It matches every metric whose name contains it: a gate becomes a dry run without anybody noticing.',
    fix: 'write "^name$"',
    on: [...templateKinds, 'Rollout'],
    check: (item, references, report) => {
      const places = item.kind === 'Rollout' ? rolloutOf(item, references).uses : [item.root.get('spec')];
      for (const rule of places.flatMap(metricRules)) {
        if (regex(rule.text ?? '') && rule.text !== '.*' && !/^\^.*\$$/.test(rule.text ?? '')) report(rule, rule.short);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics: [{ name: error-rate }, { name: error-rate-total }]
      -   dryRun: [{ metricName: error-rate }]
      +   dryRun: [{ metricName: ^error-rate$ }]`,
  },
  {
    id: 'X10',
    name: 'limit-not-below-count',
    holds: 'failureLimit is below count, and inconclusiveLimit is, too, unless consecutiveSuccessLimit is above 0',
    otherwise: 'Limits mean "more than", and a metric that reaches its count is Successful: such a metric cannot fail.',
    fix: 'lower the limit, or set consecutiveSuccessLimit',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of metricsOf(item)) {
        const count = metric.get('count').count ?? (metric.has('interval') ? undefined : 1);
        if (!count) continue;
        const failures = metric.get('failureLimit');
        const undecided = metric.get('inconclusiveLimit');
        if ((failures.count ?? 0) >= count) report(failures, `${failures.count} of ${count}`);
        if ((undecided.count ?? 0) >= count && (metric.get('consecutiveSuccessLimit').count ?? 0) === 0)
          report(undecided, `${undecided.count} of ${count}`);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
      -     - { name: errors, interval: 30s, count: 3, failureLimit: 3 }
      +     - { name: errors, interval: 30s, count: 3, failureLimit: 0 }`,
  },
  {
    id: 'X11',
    name: 'inconclusive-room',
    holds: 'a metric whose conditions may both be false has an inconclusiveLimit above 0',
    practice: true,
    otherwise: 'The first look without enough evidence pauses the release for a person.',
    fix: 'set inconclusiveLimit to count, and consecutiveSuccessLimit',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of metricsOf(item)) {
        const limit = metric.get('inconclusiveLimit');
        const undecidable = metric.has('successCondition') && metric.has('failureCondition') && metric.get('provider').has('web');
        if (undecidable && metric.has('interval') && (!limit.given || limit.count === 0)) report(limit, limit.short);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: judge
              interval: 30s
      +       inconclusiveLimit: 40
              successCondition: result.verdict == "Pass"
              failureCondition: result.verdict == "Fail"
              provider: { web: { url: http://judge } }`,
  },
];

/** Templates that hold a release until they end. */
function gatesOf(references: References): ReadonlySet<Item> {
  return references.part(gatesOf, () => {
    const gates = rolloutsOf(references).flatMap(({ analyses, item }) =>
      analyses.filter(({ where }) => where !== 'background').flatMap(({ at }) => templatesOf(references).used(at, item.namespace)),
    );
    return new Set(gates);
  });
}

function metricRules(place: At): readonly At[] {
  return ['dryRun', 'measurementRetention']
    .flatMap((field) =>
      place
        .get(field)
        .list()
        .map((rule) => rule.get('metricName')),
    )
    .filter(({ text }) => text !== undefined);
}

function checkNumbers(metric: At, report: Report): void {
  for (const name of ['interval', 'initialDelay']) {
    const at = metric.get(name);
    if (at.given && !hasArgument(at.value) && goDuration(at.value) === undefined)
      report(at, `${at.short}, which is no Go duration`, { fix: 'write 30s or 5m' });
  }
  const least: Readonly<Record<string, number>> = {
    count: 0,
    failureLimit: -1,
    inconclusiveLimit: 0,
    consecutiveErrorLimit: 0,
    consecutiveSuccessLimit: 0,
  };
  const numbers = Object.entries(least).map(([name, from]) => {
    const at = metric.get(name);
    const value = at.given && !hasArgument(at.value) ? (at.value === '-1' ? -1 : at.count) : undefined;
    const isArgument = argumentsIn(at.text ?? '').length > 0;
    if (at.given && !isArgument && (value === undefined || value < from)) report(at, at.short, { fix: `use a number of ${from} or more` });
    return value;
  });
  const [count, failures = 0, undecided = 0, , passes = 0] = numbers;
  if (metric.has('interval') === false && (count ?? 0) > 1)
    report(metric.get('interval'), `no interval for ${count} looks`, { fix: 'set interval' });
  if (failures === -1 && metric.has('consecutiveSuccessLimit') && passes === 0)
    report(metric.get('failureLimit'), '-1 with consecutiveSuccessLimit 0', { fix: 'set one of the limits' });
  if (count === undefined || count === 0) return;
  if (count < Math.max(0, failures) + passes)
    report(metric.get('count'), `count ${count} below ${Math.max(0, failures)} + ${passes}`, {
      fix: `raise count to ${Math.max(0, failures) + passes} or more`,
    });
  if (count < undecided) report(metric.get('count'), `count ${count} below inconclusiveLimit ${undecided}`, { fix: 'raise count' });
}
