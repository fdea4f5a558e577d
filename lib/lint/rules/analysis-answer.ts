import { acknowledges, annotation } from '../annotations';
import type { At } from '../at';
import { podsBehind } from '../callee';
import { faultsOf } from '../condition-faults';
import { containersOf } from '../pods';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { measuresTraffic, metricsOf, providerOf, templatesOf } from '../templates';
import { goDuration, hasArgument, isJsonPath } from '../text';
import { templateKinds } from './words';

/** Answers of a provider: how they are asked for, and what is made of them. No data is never a pass. */
export const analysisAnswerRules: readonly Rule[] = [
  {
    id: 'X04',
    name: 'a-condition',
    holds: 'a metric of web or prometheus has a condition',
    otherwise: 'A metric without conditions is always Successful, whatever comes back.',
    fix: 'give successCondition and failureCondition, both on the verdict',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of judgedMetrics(item)) {
        if (!metric.has('successCondition') && !metric.has('failureCondition')) report(metric.get('successCondition'), 'neither');
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
      +       successCondition: result.verdict == "Pass"
      +       failureCondition: result.verdict == "Fail"
              provider: { web: { url: http://judge } }`,
  },
  {
    id: 'X05',
    name: 'both-conditions',
    holds: 'a metric of web or prometheus has successCondition and failureCondition',
    otherwise:
      'With failureCondition alone no data passes; with successCondition alone no data is a fail, and there is nothing in between.',
    fix: 'give both conditions, on the verdict',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of judgedMetrics(item)) {
        if (!metric.has('successCondition') && metric.has('failureCondition'))
          report(metric.get('successCondition'), 'failureCondition only');
        // No data is then not a pass: too strict is a matter of taste.
        if (metric.has('successCondition') && !metric.has('failureCondition'))
          report(metric.get('failureCondition'), 'successCondition only', { practice: true });
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
      +       successCondition: result.verdict == "Pass"
              failureCondition: result.verdict == "Fail"
              provider: { web: { url: http://judge } }`,
  },
  {
    id: 'X06',
    name: 'condition-sound',
    holds:
      'a condition parses, does not ask default() or isNil() for a part of the result, guards result[0], and compares with verdicts that exist',
    otherwise: 'default() and isNil() test the whole result; result[0] of an empty list is an Error; an unknown verdict never comes.',
    fix: 'write result.p99 ?? 0, and len(result) > 0 && result[0] < 5',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of metricsOf(item)) {
        for (const condition of [metric.get('successCondition'), metric.get('failureCondition')]) {
          if (condition.text === undefined) continue;
          const faults = faultsOf(condition.text);
          if (!faults) report(condition, `${condition.short}, which does not parse`, { fix: 'write an expression such as result < 5' });
          else for (const fault of faults) report(condition, fault.came, fault);
        }
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
      -     - { name: latency, successCondition: 'default(result.p99, 0) < 1' }
      +     - { name: latency, successCondition: '(result.p99 ?? 0) < 1' }`,
  },
  {
    id: 'R42',
    name: 'web-shape',
    holds: 'a web request has body or jsonBody, neither with GET; oauth2 has id and secret; jsonPath parses, and is written {$.path}',
    otherwise: 'Every measurement is an Error, and the fifth ends the run.',
    fix: 'use method: POST for a body',
    on: templateKinds,
    check: (item, _, report) => {
      for (const web of metricsOf(item).map((metric) => metric.get('provider', 'web'))) {
        const method = web.get('method').text ?? 'GET';
        if (web.has('body') && web.has('jsonBody')) report(web.get('body'), 'body and jsonBody', { fix: 'keep one of them' });
        if (method === 'GET' && (web.has('body') || web.has('jsonBody'))) report(web.get('method'), 'a body with GET');
        const oauth = web.get('authentication', 'oauth2');
        for (const name of ['clientId', 'clientSecret', 'tokenUrl'])
          if (oauth.given && !oauth.has(name)) report(oauth.get(name), 'nothing', { fix: `give ${name}` });
        const path = web.get('jsonPath');
        if (path.text !== undefined && !isJsonPath(path.text) && !hasArgument(path.text))
          report(
            path,
            path.short,
            /^\{.*\}$/s.test(path.text.trim()) ? { fix: 'close its brackets and quotes' } : { fix: `write {${path.text}}` },
          );
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              provider:
                web:
      -           method: GET
      +           method: POST
                  url: http://judge
                  jsonBody: { app: myapp }`,
  },
  {
    id: 'X12',
    name: 'timeouts-nested',
    holds: 'timeoutSeconds of a web request is below the interval, and above the DEADLINE_SECONDS of the judge that answers',
    otherwise: 'Looks overlap, or the answer comes when nobody waits for it: an Error instead of a reason.',
    fix: 'lower timeoutSeconds',
    on: templateKinds,
    check: (item, references, report) => {
      for (const metric of metricsOf(item).filter((one) => one.get('provider').has('web'))) {
        const interval = goDuration(metric.get('interval').text) ?? Number.POSITIVE_INFINITY;
        const timeout = metric.get('provider', 'web', 'timeoutSeconds');
        const seconds = timeout.number ?? 10;
        // The default is nobody's decision, and an interval begins when the answer is there.
        if (seconds >= interval) report(timeout, `${seconds} s of ${interval} s`, timeout.given ? {} : { practice: true });
        const judge = podsBehind(metric.get('provider', 'web', 'url').text, item.namespace, references);
        const env = judge ? containersOf(judge.pod).flatMap((container) => container.get('env').list()) : [];
        const deadline = Number(env.find((one) => one.get('name').text === 'DEADLINE_SECONDS')?.get('value').text ?? Number.NaN);
        if (deadline >= seconds)
          report(timeout, `${seconds} s for a judge that takes ${deadline} s`, { fix: 'raise timeoutSeconds, or lower the deadline' });
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              interval: 30s
      -       provider: { web: { url: http://judge, timeoutSeconds: 45 } }
      +       provider: { web: { url: http://judge, timeoutSeconds: 8 } }`,
  },
  {
    id: 'X13',
    name: 'web-auth-ignored',
    holds: 'a web request is authenticated by a header or oauth2, not by sigv4 or basicAuth',
    otherwise: 'Only the Prometheus provider reads those: the request goes out without credentials.',
    fix: 'send a header with {{args.token}}, filled from a Secret',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of metricsOf(item)) {
        const authentication = metric.get('provider', 'web', 'authentication');
        for (const name of ['sigv4', 'basicAuth']) if (authentication.has(name)) report(authentication.get(name), name);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              provider:
                web:
                  url: http://judge
      -           authentication: { basicAuth: { username: a, password: b } }
      +           headers: [{ key: Authorization, value: 'Bearer {{args.token}}' }]`,
  },
  {
    id: 'X14',
    name: 'small-value',
    holds: "jsonPath selects the part that the conditions read, unless they read the judge's small verdict",
    practice: true,
    otherwise: 'The whole answer is stored in every AnalysisRun, ten times per metric.',
    fix: 'set jsonPath to the part that is compared',
    on: templateKinds,
    check: (item, _, report) => {
      for (const metric of metricsOf(item)) {
        const path = metric.get('provider', 'web', 'jsonPath');
        const whole = !path.given || /^\{\s*\$\s*\}$/.test(path.text ?? '');
        const conditions = [metric.get('successCondition'), metric.get('failureCondition')].map(({ text }) => text ?? '');
        const deep = conditions.some((text) => /result\??\.\w+\??\.\w+/.test(text));
        if (metric.get('provider').has('web') && whole && deep) report(path, `${path.short}, of which a part is read`);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
              successCondition: result.data.errors < 5
      -       provider: { web: { url: http://metrics } }
      +       provider: { web: { url: http://metrics, jsonPath: '{$.data}' } }`,
  },
  {
    id: 'X18',
    name: 'preview-has-no-traffic',
    holds: 'a pre-promotion analysis reads no traffic, or acknowledges synthetic-load',
    otherwise: 'The preview has no users: the metric has no data, or that of somebody else.',
    fix: 'test the preview by a Job',
    on: ['Rollout'],
    check: (item, references, report) => {
      const analysis = rolloutOf(item, references).blueGreen.get('prePromotionAnalysis');
      if (!analysis.given || acknowledges(item, 'synthetic-load')) return;
      const metrics = templatesOf(references)
        .metrics(analysis, item.namespace)
        .filter((metric) => measuresTraffic(analysis, metric));
      if (metrics.length > 0) report(analysis, `traffic of ${metrics.map((metric) => metric.get('name').text).join(', ')}`);
    },
    example: `
        kind: Rollout
        spec: { strategy: { blueGreen: { prePromotionAnalysis: { templates: [{ templateName: errors }] } } } }
        ---
        kind: AnalysisTemplate
        metadata: { name: errors }
      - spec: { metrics: [{ name: errors, provider: { prometheus: { query: sum(x) } } }] }
      + spec: { metrics: [{ name: smoke, provider: { job: {} } }] }`,
  },
  {
    id: 'X39',
    name: 'insecure-tls',
    practice: true,
    holds: 'the certificate of a provider is checked, or acknowledged as insecure-tls',
    otherwise: 'Anybody on the path may answer that the release is healthy.',
    fix: 'use http inside the cluster with a token, or a certificate that the controller trusts',
    on: templateKinds,
    check: (item, _, report) => {
      if (acknowledges(item, 'insecure-tls')) return;
      for (const metric of metricsOf(item)) {
        const insecure = metric.get('provider', providerOf(metric) ?? '', 'insecure');
        if (insecure.value === true) report(insecure, 'insecure: true');
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
            - name: errors
      -       provider: { web: { url: https://judge, insecure: true } }
      +       provider: { web: { url: https://judge } }`,
  },
  {
    id: 'Y18',
    name: 'no-data-policy',
    practice: true,
    holds: 'a template says what no data means: bluecanary.dev/no-data is hold, fail or ignore',
    otherwise: 'Nobody decided what happens when there is nothing to see, so the defaults do.',
    fix: 'annotate the template with bluecanary.dev/no-data: hold',
    on: templateKinds,
    check: ({ root, annotations }, _, report) => {
      const policy = annotations[annotation.noData];
      if (policy === undefined || !['hold', 'fail', 'ignore'].includes(policy))
        report(root.get('metadata', 'annotations', annotation.noData), policy === undefined ? 'nothing' : `"${policy}"`);
    },
    example: `
        kind: AnalysisTemplate
      - metadata: { name: errors }
      + metadata: { name: errors, annotations: { bluecanary.dev/no-data: hold } }`,
  },
];

function judgedMetrics(item: Parameters<typeof metricsOf>[0]): readonly At[] {
  return metricsOf(item).filter((metric) => ['web', 'prometheus'].includes(providerOf(metric) ?? ''));
}
