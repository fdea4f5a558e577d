import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RolloutCatalogue } from '../catalogue';
import type { MetricName } from '../contract/catalogue.generated';
import type { Verdict } from '../contract/judgement.generated';
import type { JudgementRecord } from '../contract/record';
import type { QueryEvent } from '../providers/prometheus/client';
import type { ProviderReason } from '../providers/provider';

/** What the service counts about itself. Every series exists from the start, so that the first event is an increase. */
export interface Telemetry {
  readonly registry: Registry;
  judged(record: JudgementRecord, seconds: number): void;
  queried(event: QueryEvent): void;
  storeFailed(operation: 'put' | 'get' | 'list'): void;
}

const verdicts: readonly Verdict[] = ['Pass', 'Fail', 'Inconclusive'];
const metricNames: readonly MetricName[] = ['error-rate', 'p99'];
const reasons: readonly ProviderReason[] = [
  'provider-unreachable',
  'provider-timeout',
  'provider-overloaded',
  'provider-rejected',
  'provider-malformed',
  'provider-partial',
];
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createTelemetry(catalogue: RolloutCatalogue): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const score = new Gauge({
    name: 'canary_analysis_score',
    help: 'Share of the metrics that did not fail in the last judgement, 0 to 100; by pod template hash of the canary.',
    labelNames: ['app', 'version'],
    registers,
  });
  const judgements = new Counter({ name: 'canary_analysis_verdict_total', help: 'Judgements.', labelNames: ['app', 'verdict'], registers });
  const metrics = new Counter({
    name: 'canary_analysis_metric_verdict',
    help: 'Verdicts on single metrics.',
    labelNames: ['metric', 'verdict'],
    registers,
  });
  const duration = new Histogram({
    name: 'canary_judgement_duration_seconds',
    help: 'Time from request to judgement.',
    labelNames: ['verdict'],
    buckets: seconds,
    registers,
  });
  const queries = new Histogram({
    name: 'canary_query_duration_seconds',
    help: 'Queries of the metrics backend.',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  });
  const queryErrors = new Counter({
    name: 'canary_query_errors_total',
    help: 'Queries without a usable answer.',
    labelNames: ['reason'],
    registers,
  });
  const storeErrors = new Counter({
    name: 'canary_store_errors_total',
    help: 'Judgements that could not be kept or read.',
    labelNames: ['operation'],
    registers,
  });
  for (const verdict of verdicts) {
    duration.zero({ verdict });
    for (const app of catalogue.names) judgements.inc({ app, verdict }, 0);
    for (const metric of metricNames) metrics.inc({ metric, verdict }, 0);
  }
  for (const outcome of ['ok', 'error']) queries.zero({ outcome });
  for (const reason of reasons) queryErrors.inc({ reason }, 0);
  for (const operation of ['put', 'get', 'list']) storeErrors.inc({ operation }, 0);

  const versions = new Map<string, string>();
  return {
    registry,
    judged({ judgement, request }, took) {
      const { rollout: app, canaryHash: version } = request;
      const before = versions.get(app);
      // One series per rollout: the score of a version that is gone says nothing.
      if (before !== undefined && before !== version) score.remove({ app, version: before });
      versions.set(app, version);
      score.set({ app, version }, scoreOf(judgement.metrics.map(({ verdict }) => verdict)));
      judgements.inc({ app, verdict: judgement.verdict });
      for (const { name, verdict } of judgement.metrics) metrics.inc({ metric: name, verdict });
      duration.observe({ verdict: judgement.verdict }, took);
    },
    queried({ outcome, seconds: took }) {
      queries.observe({ outcome: outcome === 'ok' ? 'ok' : 'error' }, took);
      if (outcome !== 'ok') queryErrors.inc({ reason: outcome });
    },
    storeFailed: (operation) => storeErrors.inc({ operation }),
  };
}

/** No metrics, no score: 0, never 100. */
function scoreOf(metrics: readonly Verdict[]): number {
  if (metrics.length === 0) return 0;
  return (100 * metrics.filter((verdict) => verdict !== 'Fail').length) / metrics.length;
}
