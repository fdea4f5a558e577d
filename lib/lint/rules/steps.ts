import type { At } from '../at';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { stepKeys } from '../steps';
import { seconds } from '../text';
import { invalid } from './words';

const exclusive = ['setWeight', 'pause', 'experiment', 'analysis'];

/** The form of canary steps: what the controller refuses, or executes only in part. */
export const stepRules: readonly Rule[] = [
  {
    id: 'R15',
    name: 'one-key-per-step',
    holds: 'a step does exactly one thing',
    otherwise: invalid,
    fix: 'split it into two steps',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const step of rolloutOf(item, references).steps) {
        const given = stepKeys.filter((key) => step.has(key));
        if (given.length === 0) report(step, 'none', { fix: `give one of ${stepKeys.join(', ')}` });
        else if (given.length > 1 && given.filter((key) => exclusive.includes(key)).length > 1) report(step, given.join(' and '));
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      -         - { setWeight: 20, pause: { duration: 30s } }
      +         - { setWeight: 20 }
      +         - { pause: { duration: 30s } }`,
  },
  {
    id: 'X01',
    name: 'one-key-of-all',
    holds: 'a step does exactly one thing, routes and scales included',
    otherwise: 'Nobody objects, but only one of the two is executed.',
    fix: 'split it into two steps',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const step of rolloutOf(item, references).steps) {
        const given = stepKeys.filter((key) => step.has(key));
        if (given.length > 1 && given.filter((key) => exclusive.includes(key)).length < 2) report(step, given.join(' and '));
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      -         - { setCanaryScale: { replicas: 1 }, setWeight: 5 }
      +         - { setCanaryScale: { replicas: 1 } }
      +         - { setWeight: 5 }`,
  },
  {
    id: 'R16',
    name: 'weight-range',
    holds: 'a stage is a whole percentage from 0 to 100, or to maxTrafficWeight',
    otherwise: invalid,
    fix: 'use a whole percentage from 0 to 100',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, routing } = rolloutOf(item, references);
      const most = routing.get('maxTrafficWeight').number ?? 100;
      for (const weight of steps.map((step) => step.get('setWeight'))) {
        if (weight.given && !(Number.isInteger(weight.value) && Number(weight.value) >= 0 && Number(weight.value) <= most))
          report(weight, weight.short);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      -         - setWeight: 120
      +         - setWeight: 20`,
  },
  {
    id: 'R17',
    name: 'pause-duration',
    holds: 'a pause lasts seconds or a Go duration, 0 or more',
    otherwise: invalid,
    fix: 'write 300, "300s" or 5m',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const duration of rolloutOf(item, references).steps.map((step) => step.get('pause', 'duration'))) {
        if (duration.given && !((seconds(duration.value) ?? -1) >= 0)) report(duration, duration.short);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
      -         - pause: { duration: 5 minutes }
      +         - pause: { duration: 5m }`,
  },
  {
    id: 'R18',
    name: 'canary-scale-needs-routing',
    holds: 'setCanaryScale is used only with trafficRouting',
    otherwise: invalid,
    fix: 'add trafficRouting or remove the step',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, routed } = rolloutOf(item, references);
      for (const scale of steps.map((step) => step.get('setCanaryScale'))) if (scale.given && !routed) report(scale, 'no traffic routing');
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
      -       steps: [{ setCanaryScale: { replicas: 1 } }]
      +       steps: [{ setWeight: 20 }]`,
  },
  {
    id: 'X02',
    name: 'canary-scale-reset',
    holds: 'setCanaryScale has exactly one field, and a pinned scale is released before a larger weight',
    otherwise: 'A few pods get the traffic of many and fail under load, which looks like a fault of the version.',
    fix: 'insert setCanaryScale: { matchTrafficWeight: true } before the weight',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { states, spec } = rolloutOf(item, references);
      for (const { at, key, weight, pinned } of states) {
        const scale = at.get('setCanaryScale');
        if (scale.given && scale.keys.length !== 1)
          report(scale, `${scale.keys.length} fields`, { fix: 'keep one of replicas, weight and matchTrafficWeight' });
        if (key !== 'setWeight' || !pinned) continue;
        const all = spec.get('replicas').number;
        const share =
          pinned.weight ?? (all === undefined || all === 0 || pinned.replicas === undefined ? undefined : (100 * pinned.replicas) / all);
        // Without a number of replicas a small weight on pinned pods may be right; all traffic on them never is.
        if (share === undefined ? weight === 100 : weight > Math.ceil(share)) {
          report(
            at.get('setWeight'),
            `weight ${weight} on a canary pinned to ${pinned.weight === undefined ? `${pinned.replicas} pods` : `${pinned.weight} %`}`,
          );
        }
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              steps:
                - setCanaryScale: { weight: 10 }
      +         - setCanaryScale: { matchTrafficWeight: true }
                - setWeight: 90`,
  },
  {
    id: 'R19',
    name: 'header-route',
    holds: 'a header route needs Istio, ALB, Apisix or a plugin, and matches each header by exactly one of exact, regex and prefix',
    otherwise: invalid,
    fix: 'keep one form of match; ALB knows exact only',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, routers } = rolloutOf(item, references);
      for (const route of steps.map((step) => step.get('setHeaderRoute')).filter(({ given }) => given)) {
        if (!routers.some((router) => ['istio', 'alb', 'apisix', 'plugins'].includes(router))) {
          report(route, routers.length === 0 ? 'no traffic routing' : routers.join(', '), {
            fix: 'use a router that can match headers, or remove the step',
          });
        }
        for (const match of route.get('match').list()) {
          oneForm(match.get('headerValue'), report);
          if (routers.includes('alb') && !match.get('headerValue').has('exact'))
            report(match.get('headerValue'), 'a form that ALB does not know');
        }
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting: { istio: {}, managedRoutes: [{ name: x-canary }] }
              steps:
                - setHeaderRoute:
                    name: x-canary
      -             match: [{ headerName: x-canary, headerValue: { exact: 'true', regex: '.*' } }]
      +             match: [{ headerName: x-canary, headerValue: { exact: 'true' } }]`,
  },
  {
    id: 'R20',
    name: 'mirror-route',
    holds: 'a mirror route needs Istio or a plugin, and matches method and path by exactly one form each',
    otherwise: invalid,
    fix: 'keep one form of match',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { steps, routers } = rolloutOf(item, references);
      for (const route of steps.map((step) => step.get('setMirrorRoute')).filter(({ given }) => given)) {
        if (!routers.some((router) => router === 'istio' || router === 'plugins')) {
          report(route, routers.length === 0 ? 'no traffic routing' : routers.join(', '), {
            fix: 'use a router that can mirror, or remove the step',
          });
        }
        for (const part of route
          .get('match')
          .list()
          .flatMap((match) => [match.get('method'), match.get('path'), ...match.get('headers').fields()]))
          oneForm(part, report);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting: { istio: {}, managedRoutes: [{ name: shadow }] }
              steps:
                - setMirrorRoute:
                    name: shadow
      -             match: [{ method: { exact: GET }, path: { exact: /, prefix: /api } }]
      +             match: [{ method: { exact: GET }, path: { prefix: /api } }]`,
  },
];

function oneForm(at: At, report: (at: At, came: string) => void): void {
  const forms = ['exact', 'regex', 'prefix'].filter((form) => at.has(form));
  if (at.given && forms.length !== 1) report(at, forms.length === 0 ? 'none' : forms.join(' and '));
}
