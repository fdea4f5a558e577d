import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { deadlines, endpoints } from '../analysis/contract/endpoints';
import type { Verdict } from '../analysis/contract/judgement.generated';
import type { JudgementRequest } from '../analysis/contract/judgement-request.generated';
import * as argo from '../imports/argoproj.io';
import type { AnalysisService } from './analysis-service';
import { annotation } from './labels';
import { manifest } from './manifest';

const SuccessLimit = argo.AnalysisTemplateSpecMetricsConsecutiveSuccessLimit;
const InconclusiveLimit = argo.AnalysisTemplateSpecMetricsInconclusiveLimit;

/** When and how often the judge is asked. Seconds. */
export interface Looks {
  /** Between two looks. */
  readonly interval: number;
  /** How long the metric must stay healthy: so many looks in a row. */
  readonly watch: number;
}

/** Passes in a row that a watch takes: the first look is at its start. */
export function passesOf({ interval, watch }: Looks): number {
  return Math.ceil(watch / interval) + 1;
}

/** Looks until a decision is due, the ones without enough evidence included; then a person decides. */
export function budgetOf(looks: Looks): number {
  return passesOf(looks) * 3;
}

/**
 * The judge is unreachable for so many looks in a row, 10 s apart, before the release is aborted: more than three minutes, which is
 * what a node that dies with the judge's pod takes.
 */
const consecutiveErrorLimit = argo.AnalysisTemplateSpecMetricsConsecutiveErrorLimit.fromNumber(20);

/** The first decisive fail aborts. */
const failureLimit = argo.AnalysisTemplateSpecMetricsFailureLimit.fromNumber(0);

/** More looks than any release has: a background analysis is a veto and never holds a release. */
const never = 1_000_000;

const verdictIs = (verdict: Verdict) => `result.verdict == "${verdict}"`;

/** Argo substitutes arguments as text, so the request is the contract's with every value a string. */
type RequestTemplate = { readonly [key in keyof Required<JudgementRequest>]: string };

const hashArguments = ['canary-hash', 'stable-hash'];

/** A gate: a stage of a canary, or the watch after a blue/green switch. It cannot pass without evidence. */
export function judgeTemplate(scope: Construct, name: string, phase: 'step' | 'post', judge: AnalysisService, looks: Looks): ApiObject {
  const passes = passesOf(looks);
  const count = budgetOf(looks);
  return judged(scope, name, phase, judge, {
    interval: `${looks.interval}s`,
    count: argo.AnalysisTemplateSpecMetricsCount.fromNumber(count),
    consecutiveSuccessLimit: SuccessLimit.fromNumber(passes),
    // All looks may be undecided: then the count is reached without the passes, which holds the release for a person.
    inconclusiveLimit: InconclusiveLimit.fromNumber(count),
  });
}

/** A veto beside the stages: it aborts on a Fail and never lets anything pass. */
export function vetoTemplate(scope: Construct, name: string, judge: AnalysisService, looks: Looks): ApiObject {
  const inconclusiveLimit = InconclusiveLimit.fromNumber(never);
  return judged(scope, name, 'background', judge, {
    interval: `${looks.interval}s`,
    initialDelay: `${2 * looks.interval}s`,
    inconclusiveLimit,
  });
}

type Limits = Pick<
  argo.AnalysisTemplateSpecMetrics,
  'interval' | 'initialDelay' | 'count' | 'consecutiveSuccessLimit' | 'inconclusiveLimit'
>;

function judged(scope: Construct, name: string, phase: JudgementRequest['phase'], judge: AnalysisService, limits: Limits): ApiObject {
  const { production } = judge;
  const body: RequestTemplate = {
    rollout: '{{args.rollout}}',
    namespace: production.namespace,
    canaryHash: '{{args.canary-hash}}',
    stableHash: '{{args.stable-hash}}',
    phase,
    objectives: '{{args.objectives}}',
    weight: '{{args.weight}}',
  };
  return template(scope, name, 'hold', {
    args: [
      ...['rollout', ...hashArguments, 'objectives', 'weight'].map((argument) => ({ name: argument })),
      { name: 'token', valueFrom: { secretKeyRef: { name: judge.token.secret, key: judge.token.key } } },
    ],
    metrics: [
      {
        name: 'judge',
        ...limits,
        failureLimit,
        consecutiveErrorLimit,
        successCondition: verdictIs('Pass'),
        failureCondition: verdictIs('Fail'),
        provider: {
          web: {
            method: 'POST',
            url: `${judge.url}${endpoints.judgements}`,
            timeoutSeconds: deadlines.request,
            headers: [{ key: 'Authorization', value: 'Bearer {{args.token}}' }],
            jsonBody: body,
            jsonPath: '{$}',
          },
        },
      },
    ],
  });
}

/** How long a release waits for its migration, in looks; then a person decides. */
const drift = { interval: 30, looks: 240 };

/** Seconds that the gate of a migration may hold a release. */
export const driftSeconds = drift.interval * drift.looks;

/** Holds promotion until two looks in a row find no document that the migration has still to do. */
export function driftTemplate(scope: Construct, name: string, migration: string, judge: AnalysisService): ApiObject {
  return template(scope, name, 'hold', {
    args: [{ name: 'token', valueFrom: { secretKeyRef: { name: judge.token.secret, key: judge.token.key } } }],
    metrics: [
      {
        name: 'drift',
        interval: `${drift.interval}s`,
        count: argo.AnalysisTemplateSpecMetricsCount.fromNumber(drift.looks),
        consecutiveSuccessLimit: SuccessLimit.fromNumber(2),
        failureLimit,
        inconclusiveLimit: InconclusiveLimit.fromNumber(drift.looks),
        consecutiveErrorLimit,
        successCondition: 'result.gate == "open" && result.drift == 0',
        failureCondition: 'result.gate == "failed"',
        provider: {
          web: {
            url: `${judge.url}${endpoints.drift.replace(':id', migration)}`,
            timeoutSeconds: deadlines.request,
            headers: [{ key: 'Authorization', value: 'Bearer {{args.token}}' }],
            jsonPath: '{$.data}',
          },
        },
      },
    ],
  });
}

/** One look by a Job; Complete passes, Failed fails. */
export function jobTemplate(scope: Construct, name: string, metric: string, job: argo.AnalysisTemplateSpecMetricsProviderJob): ApiObject {
  return template(scope, name, 'fail', { metrics: [{ name: metric, provider: { job } }] });
}

/** @param noData what a missing answer means, for the lint and the reader */
function template(scope: Construct, name: string, noData: 'hold' | 'fail', spec: argo.AnalysisTemplateSpec): ApiObject {
  return manifest(
    scope,
    name,
    argo.AnalysisTemplate.GVK,
    { name, annotations: { [annotation.noData]: noData } },
    { spec: argo.toJson_AnalysisTemplateSpec(spec) },
  );
}
