import { acknowledges } from '../annotations';
import type { At } from '../at';
import { fieldProblems, istioKinds } from '../fields';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { nearest } from '../text';
import { aOf } from './words';

const snippets = ['configuration-snippet', 'server-snippet', 'stream-snippet', 'auth-snippet', 'modsecurity-snippet'];

/** Istio and Ingress objects by themselves. */
export const istioRules: readonly Rule[] = [
  {
    id: 'X27',
    name: 'istio-unknown-field',
    holds: 'every field of an Istio object exists at its place, and the weights of a route sum to 100',
    otherwise: 'The field is rejected or dropped without a word: the circuit breaker that is written is not there.',
    fix: 'remove the field, or move it to where it belongs',
    on: istioKinds,
    check: (item, _, report) => {
      const { unknown, missing, mistyped } = fieldProblems(item);
      for (const { at, known } of unknown) {
        const near = nearest(String(at.key), known);
        const fix = elsewhere[String(at.key)] ?? (near ? `write ${near}` : undefined);
        report(at, `${at.key}, which is no field there`, fix === undefined ? {} : { fix });
      }
      for (const at of missing) report(at, 'nothing', { fix: `give ${at.key}` });
      for (const { at, wanted } of mistyped) report(at, at.short, { fix: `write ${aOf(wanted)}` });
      for (const route of item.root
        .get('spec', 'http')
        .list()
        .map((one) => one.get('route'))) {
        const weights = route.list().map((one) => one.get('weight').number);
        const sum = weights.reduce((total: number, weight) => total + (weight ?? 0), 0);
        if (weights.length > 1 && sum !== 100) report(route, `weights that sum to ${sum}`, { fix: 'make them 100' });
      }
    },
    example: `
        kind: VirtualService
        spec:
          http:
            - route: [{ destination: { host: catalog } }]
      -       connectionPool: { tcp: { maxConnections: 100 } }`,
  },
  {
    id: 'Y06',
    name: 'deprecated-field',
    practice: true,
    holds: 'no retired field or API version is used: consecutiveErrors, networking.istio.io/v1beta1, the ingress class annotation',
    otherwise: 'The field is ignored or will be removed; the class annotation is rejected beside ingressClassName.',
    fix: 'use the field that replaces it',
    on: ['VirtualService', 'DestinationRule', 'Gateway', 'Ingress', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
    check: ({ root, kind, annotations }, _, report) => {
      const version = root.get('apiVersion');
      const current = newest[kind];
      if (current && version.text !== current) report(version, version.short, { fix: `write ${current}` });
      const classes = 'kubernetes.io/ingress.class';
      if (annotations[classes] !== undefined)
        report(root.get('metadata', 'annotations', classes), annotations[classes] ?? '', { fix: 'write spec.ingressClassName' });
      for (const policy of policiesOf(root)) {
        const errors = policy.get('outlierDetection', 'consecutiveErrors');
        if (errors.given) report(errors, 'consecutiveErrors', { fix: 'write consecutive5xxErrors' });
      }
    },
    example: `
        kind: DestinationRule
      - spec: { trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } }
      + spec: { trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }`,
  },
  {
    id: 'Y07',
    name: 'retry-non-idempotent',
    severity: 'warning',
    holds: 'retries after 5xx and reset match GET and HEAD only, or are acknowledged as retry-writes',
    otherwise: 'A repeated POST may write twice, and the retry hides the errors of the canary.',
    fix: 'retry on connect-failure,refused-stream, and on more for GET and HEAD only',
    on: ['VirtualService'],
    check: (item, _, report) => {
      if (acknowledges(item, 'retry-writes')) return;
      for (const route of item.root.get('spec', 'http').list()) {
        const on = route.get('retries', 'retryOn');
        const risky = (on.text ?? '').split(',').filter((word) => ['5xx', 'reset', 'gateway-error', 'retriable-4xx'].includes(word.trim()));
        if (risky.length > 0 && !readsOnly(route)) report(on, `${risky.join(', ')} for every method`);
      }
    },
    example: `
        kind: VirtualService
        spec:
          http:
            - retries:
                attempts: 3
      -         retryOn: 5xx,reset,connect-failure
      +         retryOn: connect-failure,refused-stream`,
  },
  {
    id: 'Y11',
    name: 'snippet-annotation',
    holds: 'an Ingress carries no configuration snippet',
    otherwise: 'ingress-nginx rejects it by default, because a snippet may read every secret of the controller.',
    fix: 'set the header in the app or at the gateway',
    on: ['Ingress'],
    check: ({ root }, _, report) => {
      for (const annotation of root.get('metadata', 'annotations').fields()) {
        if (snippets.some((snippet) => String(annotation.key).endsWith(`/${snippet}`))) report(annotation, String(annotation.key));
      }
    },
    example: `
        kind: Ingress
        metadata:
          annotations:
            nginx.ingress.kubernetes.io/affinity: cookie
      -     nginx.ingress.kubernetes.io/configuration-snippet: add_header X-Backend-Version "blue";`,
  },
  {
    id: 'Y30',
    name: 'mirror-writes',
    holds: 'only GET and HEAD are mirrored, or the mirror is acknowledged as mirror-writes because it has a database of its own',
    otherwise: 'Every mirrored write runs twice on the shared database.',
    fix: 'match method GET',
    on: ['VirtualService', 'Rollout'],
    check: (item, references, report) => {
      if (acknowledges(item, 'mirror-writes')) return;
      for (const route of item.root.get('spec', 'http').list()) {
        for (const name of ['mirror', 'mirrors'])
          if (route.has(name) && !readsOnly(route)) report(route.get(name), 'a mirror of every method');
      }
      if (item.kind !== 'Rollout') return;
      for (const mirror of rolloutOf(item, references).steps.map((step) => step.get('setMirrorRoute'))) {
        if (mirror.has('match') && !readsOnly(mirror)) report(mirror.get('match'), 'a mirror of every method');
      }
    },
    example: `
        kind: VirtualService
        spec:
          http:
            - mirror: { host: shadow }
      +       match: [{ method: { exact: GET } }]`,
  },
];

const elsewhere: Readonly<Record<string, string>> = {
  connectionPool: 'move it to the trafficPolicy of the DestinationRule',
  outlierDetection: 'move it to the trafficPolicy of the DestinationRule',
  loadBalancer: 'move it to the trafficPolicy of the DestinationRule',
  consecutiveErrors: 'write consecutive5xxErrors',
};

const istio = 'networking.istio.io/v1';
const newest: Readonly<Record<string, string>> = {
  VirtualService: istio,
  DestinationRule: istio,
  Gateway: istio,
  Ingress: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
};

function policiesOf(root: At): readonly At[] {
  const spec = root.get('spec');
  const policies = [
    spec.get('trafficPolicy'),
    ...spec
      .get('subsets')
      .list()
      .map((subset) => subset.get('trafficPolicy')),
  ];
  return policies.flatMap((policy) => [policy, ...policy.get('portLevelSettings').list()]);
}

/** Whether a route matches no other method than GET and HEAD. Matches are alternatives, so each must say so. */
function readsOnly(route: At): boolean {
  const matches = route.get('match').list();
  return (
    matches.length > 0 &&
    matches.every((match) => {
      const method = match.get('method');
      const named = method.get('exact').text ?? method.get('regex').text?.replace(/^\^?\(?|\)?\$?$/g, '') ?? method.get('prefix').text;
      return named?.split('|').every((one) => one === 'GET' || one === 'HEAD') ?? false;
    })
  );
}
