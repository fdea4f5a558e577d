import { acknowledges, annotation } from '../annotations';
import { argumentText } from '../arguments';
import type { At } from '../at';
import { parseQuery } from '../promql';
import { widestRange } from '../query';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { longest, measuresTraffic, providerOf, templatesOf } from '../templates';
import { seconds } from '../text';

/** Requests that a stage must see on the canary: at 500, a rise from 1 % to 3 % errors stands 4 standard errors out. */
const requestsNeeded = 500;

/** The order of canary steps: whether there is anything to measure, and enough of it. */
export const stepOrderRules: readonly Rule[] = [
  {
    id: 'R21',
    name: 'managed-route-listed',
    holds: 'the route of a header or mirror step is listed in managedRoutes',
    otherwise: 'The controller marks the Rollout as invalid and does nothing.',
    fix: 'add the route to trafficRouting.managedRoutes',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, managedRouteNames } = rolloutOf(item, references);
      for (const name of steps.flatMap((step) => [step.get('setHeaderRoute', 'name'), step.get('setMirrorRoute', 'name')])) {
        if (name.given && !managedRouteNames.includes(name.text ?? '')) report(name, `${name.short}, which is not listed`);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
      -       trafficRouting: { istio: {} }
      +       trafficRouting: { istio: {}, managedRoutes: [{ name: x-canary }] }
              steps: [{ setHeaderRoute: { name: x-canary } }]`,
  },
  {
    id: 'R22',
    name: 'experiment-weight',
    holds: 'an experiment weights its templates only with ALB, SMI, Istio or a plugin',
    otherwise: 'The controller marks the Rollout as invalid and does nothing.',
    fix: 'drop the weight',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, routers } = rolloutOf(item, references);
      if (routers.some((router) => ['alb', 'smi', 'istio', 'plugins'].includes(router))) return;
      for (const template of steps.flatMap((step) => step.get('experiment', 'templates').list())) {
        if (template.has('weight')) report(template.get('weight'), routers.length === 0 ? 'no traffic routing' : routers.join(', '));
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting: { nginx: { stableIngress: myapp } }
              steps:
      -         - experiment: { templates: [{ name: baseline, specRef: stable, weight: 5 }] }
      +         - experiment: { templates: [{ name: baseline, specRef: stable }] }`,
  },
  {
    id: 'X19',
    name: 'no-comparison-at-100',
    holds: 'an analysis after weight 100 compares with nothing: its argument objectives is absolute, or it knows no stable hash',
    otherwise: 'The stable side has no traffic left: every look is inconclusive, or passes against nothing.',
    fix: 'judge by absolute objectives only, or run an experiment with a baseline',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, key, weight } of rolloutOf(item, references).states) {
        const analysis = at.get('analysis');
        if (key !== 'analysis' || weight !== 100 || argumentText(analysis, 'objectives') === 'absolute') continue;
        for (const argument of analysis.get('args').list()) {
          if (argument.get('valueFrom', 'podTemplateHashValue').text === 'Stable')
            report(argument, `a comparison with the stable side by ${argument.get('name').short}`);
        }
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
                - setWeight: 100
                - analysis:
                    args:
      -               - { name: objectives, value: all }
      +               - { name: objectives, value: absolute }
                      - { name: stable-hash, valueFrom: { podTemplateHashValue: Stable } }`,
  },
  {
    id: 'X20',
    name: 'background-starts-late',
    holds: 'a background analysis begins after the first weight above 0, by startingStep or initialDelay',
    otherwise: 'It measures a canary without traffic: no data, which fails the release or is taken for health.',
    fix: 'set startingStep to the step after the first setWeight',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, steps, states, analyses } = rolloutOf(item, references);
      const background = analyses.find(({ where }) => where === 'background')?.at;
      const first = states.findIndex(({ weight, hadTraffic }) => weight > 0 || hadTraffic);
      const starting = canary.get('analysis', 'startingStep').number ?? 0;
      if (!background || steps.length === 0 || starting > first) return;
      const metrics = templatesOf(references).metrics(background, item.namespace);
      // A Job makes its own requests, and looks whenever it likes.
      if (metrics.length > 0 && metrics.every((metric) => metric.has('initialDelay') || providerOf(metric) === 'job')) return;
      report(background.get('startingStep'), `step ${starting}, before the traffic of step ${first}`, {
        fix: `set startingStep to ${first + 1}`,
        // Nobody here knows what a template reads that is not among the objects.
        ...(metrics.length === 0 ? { practice: true } : {}),
      });
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps: [{ setWeight: 10 }, { pause: {} }]
      -       analysis: { templates: [{ templateName: errors }] }
      +       analysis: { templates: [{ templateName: errors }], startingStep: 1 }`,
  },
  {
    id: 'X21',
    name: 'step-analysis-after-traffic',
    holds: 'an analysis step that reads traffic comes after a setWeight or setHeaderRoute',
    otherwise: 'There is nothing to measure yet.',
    fix: 'move the step behind the first setWeight',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, key, hadTraffic } of rolloutOf(item, references).states) {
        if (key !== 'analysis' || hadTraffic) continue;
        const analysis = at.get('analysis');
        const metrics = templatesOf(references).metrics(analysis, item.namespace);
        if (metrics.some((metric) => measuresTraffic(analysis, metric))) report(analysis, 'an analysis before any traffic');
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      +         - setWeight: 10
                - analysis: { templates: [{ templateName: errors }] }
      -         - setWeight: 10
        ---
        kind: AnalysisTemplate
        metadata: { name: errors }
        spec: { metrics: [{ name: errors, provider: { prometheus: { query: sum(x) } } }] }`,
  },
  {
    id: 'X26',
    name: 'route-needs-pods',
    holds: 'header and mirror routes are set only while the canary has pods',
    otherwise: 'Testers get 503: a route scales nothing.',
    fix: 'insert setCanaryScale: { replicas: 1 } before the route',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, hasPods } of rolloutOf(item, references).states) {
        const route = ['setHeaderRoute', 'setMirrorRoute'].map((key) => at.get(key)).find((step) => step.has('match'));
        if (route && !hasPods) report(route, 'a route to 0 canary pods');
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      +         - setCanaryScale: { replicas: 1 }
                - setHeaderRoute: { name: x-canary, match: [{ headerName: x-canary, headerValue: { exact: 'true' } }] }`,
  },
  {
    id: 'Y19',
    name: 'window-exceeds-step',
    severity: 'warning',
    holds: 'the window of a query is no longer than the pause and the initialDelay since the last change of the weight',
    otherwise: 'The first looks of a stage still see the stage before it.',
    fix: 'pause longer before the analysis, shorten the window, or acknowledge early-looks',
    on: ['Rollout'],
    check: (item, references, report) => {
      if (acknowledges(item, 'early-looks')) return;
      for (const { at, key, settled, weight } of rolloutOf(item, references).states) {
        if (key !== 'analysis' || weight === 0) continue;
        for (const metric of templatesOf(references).metrics(at.get('analysis'), item.namespace)) {
          const window = windowOf(metric);
          const since = settled + (seconds(metric.get('initialDelay').value) ?? 0);
          if (window !== undefined && window > since) report(at.get('analysis'), `a window of ${window} s ${since} s after the step`);
        }
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
                - setWeight: 10
      -         - pause: { duration: 30s }
      +         - pause: { duration: 300s }
                - analysis: { templates: [{ templateName: errors }] }
        ---
        kind: AnalysisTemplate
        metadata: { name: errors }
        spec: { metrics: [{ name: errors, provider: { prometheus: { query: 'sum(rate(x[5m]))' } } }] }`,
  },
  {
    id: 'Y20',
    name: 'sample-infeasible',
    severity: 'warning',
    holds: `a stage sees at least ${requestsNeeded} requests at the traffic of bluecanary.dev/traffic, and a canary without router has pods for its weight`,
    otherwise: 'No stage can ever be decided, or the weight is another than the one written.',
    fix: 'lengthen the stage or raise its weight',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { states, routed, spec } = rolloutOf(item, references);
      const traffic = Number(item.annotations[annotation.traffic] ?? Number.NaN);
      const replicas = spec.get('replicas').number;
      for (const { at, key, weight, settled } of states) {
        if (key === 'setWeight' && !routed && replicas !== undefined && replicas > 0 && weight > 0 && (weight * replicas) % 100 !== 0) {
          report(at.get('setWeight'), `${weight} % of ${replicas} pods`, {
            fix: `use multiples of ${Math.ceil(100 / replicas)} %, more replicas, or a traffic router`,
          });
        }
        if (key !== 'analysis' || Number.isNaN(traffic) || weight === 0) continue;
        const watched = templatesOf(references).metrics(at.get('analysis'), item.namespace).map(longest);
        const duration = settled + Math.max(0, ...watched.map((one) => one ?? 0));
        const requests = Math.floor((traffic * weight * duration) / 100);
        if (watched.length > 0 && Number.isFinite(requests) && requests < requestsNeeded) {
          report(at.get('analysis'), `${traffic} requests/s × ${weight} % × ${duration} s = ${requests}`);
        }
      }
    },
    example: `
        kind: Rollout
        metadata: { annotations: { bluecanary.dev/traffic: '12' } }
        spec:
          strategy:
            canary:
              trafficRouting: { istio: {} }
              steps:
      -         - setWeight: 5
      +         - setWeight: 20
                - pause: { duration: 5m }
                - analysis: { templates: [{ templateName: errors }] }
        ---
        kind: AnalysisTemplate
        metadata: { name: errors }
        spec: { metrics: [{ name: errors }] }`,
  },
];

/** Seconds that a metric looks back: the widest range of its query, or the window of a judge's request. */
function windowOf(metric: At): number | undefined {
  const text = metric.get('provider', 'prometheus', 'query').text;
  const query = text === undefined ? undefined : parseQuery(text).form?.query;
  return seconds(metric.get('provider', 'web', 'jsonBody', 'window').value) ?? (query && widestRange(query));
}
