import { gaussian, uniform } from '../random';
import type { Maybe } from '../types';
import { type Classified, classify } from './classify';
import { AllTied } from './mann-whitney';
import { type MetricOptions, metricOptions } from './options';
import { withoutOutliers } from './outliers';
import { defaultThresholds, groupScores, summary } from './score';
import { stats } from './statistics';
import type { KayentaInput, KayentaJudgement, KayentaMetricConfig, KayentaMetricResult, KayentaPair } from './types';

const noiseSeed = 1;

/**
 * Judges a canary as Kayenta's NetflixACAJudge does, its weaknesses included: rank tests on one value per window, a score from 0 to 100.
 *
 * For parity and migration. Its error is stated for one look only; see `judgeSplit` for a judge that may look at any time.
 *
 * @throws when a pair has no configured metric or an option has the wrong type.
 */
export function judgeKayenta(input: KayentaInput): KayentaJudgement {
  const noise = input.gaussian ?? gaussian(uniform(noiseSeed));
  const results = input.metrics.map((pair) => judgeMetric(pair, configOf(pair, input.config.metrics), noise));
  const groups = groupScores(results);
  return {
    judgeName: 'NetflixACAJudge-v1.0',
    score: summary(results, groups, input.config.classifier?.groupWeights ?? {}, input.thresholds ?? defaultThresholds),
    groupScores: groups.map(({ name, score }) => ({ name, score, classification: '', classificationReason: '' })),
    results,
  };
}

function configOf(pair: KayentaPair, configured: readonly KayentaMetricConfig[]): KayentaMetricConfig {
  const found = configured.find((metric) => metric.name === pair.name);
  if (found === undefined) throw new Error(`metric ${pair.name}: it has values and must have a configuration in config.metrics, got none`);
  return found;
}

function judgeMetric(pair: KayentaPair, config: KayentaMetricConfig, noise: () => number): KayentaMetricResult {
  const options = metricOptions(pair.name, config.analysisConfigurations?.canary);
  const canary = prepared(pair.canary, options);
  const baseline = prepared(pair.baseline, options);
  const classified = classifiedOrError(pair.name, canary, baseline, options, noise);
  return {
    name: pair.name,
    id: pair.id ?? pair.name,
    tags: pair.tags ?? {},
    groups: config.groups ?? [],
    classification: classified?.classification ?? 'Error',
    ...(classified === undefined ? { classificationReason: 'Metric Classification Failed' } : reasonOf(classified)),
    critical: classified?.critical ?? false,
    muted: options.muted,
    experimentMetadata: { stats: stats(canary) },
    controlMetadata: { stats: stats(baseline) },
    ...(classified === undefined ? {} : { resultMetadata: { ratio: written(classified.ratio) } }),
  };
}

function prepared(values: readonly Maybe[], options: MetricOptions): readonly number[] {
  const numbers = values.map((value) => value ?? Number.NaN);
  const known = options.replaceNaN
    ? numbers.map((value) => (Number.isNaN(value) ? 0 : value))
    : numbers.filter((value) => !Number.isNaN(value));
  return options.removeOutliers ? withoutOutliers(known, options.outlierFactor) : known;
}

/** Undefined where the test is impossible: Kayenta reports such a metric as an error and leaves it out of the score. */
function classifiedOrError(
  name: string,
  canary: readonly number[],
  baseline: readonly number[],
  options: MetricOptions,
  noise: () => number,
): Classified | undefined {
  try {
    return classify(name, canary, baseline, options, noise);
  } catch (error) {
    if (error instanceof AllTied) return undefined;
    throw error;
  }
}

function reasonOf(classified: Classified): { readonly classificationReason?: string } {
  return classified.reason === undefined ? {} : { classificationReason: classified.reason };
}

/** Numbers that JSON cannot carry are written as text. */
function written(ratio: number): number | 'NaN' | 'Infinity' | '-Infinity' {
  if (Number.isNaN(ratio)) return 'NaN';
  if (Number.isFinite(ratio)) return ratio;
  return ratio > 0 ? 'Infinity' : '-Infinity';
}
