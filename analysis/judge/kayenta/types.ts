/** Input and output of the `kayenta` judge, in the shapes of Kayenta's canary config and judge result. */
import type { Maybe } from '../types';

/** `analysisConfigurations.canary` of a metric; a missing or unknown text takes the default. */
export interface KayentaMetricOptions {
  /** Which deviation is a failure. @default 'either' */
  readonly direction?: string;
  /** `remove` or `replace` (by 0). @default 'remove' */
  readonly nanStrategy?: string;
  readonly outliers?: { readonly strategy?: string; readonly outlierFactor?: number };
  readonly critical?: boolean;
  readonly mustHaveData?: boolean;
  /** Judged and reported, and left out of the score. */
  readonly muted?: boolean;
  readonly effectSize?: {
    /** `meanRatio` or `cles`. @default 'meanRatio' */
    readonly measure?: string;
    readonly allowedIncrease?: number;
    readonly allowedDecrease?: number;
    readonly criticalIncrease?: number;
    readonly criticalDecrease?: number;
  };
}

export interface KayentaMetricConfig {
  readonly name: string;
  readonly groups?: readonly string[];
  readonly analysisConfigurations?: { readonly canary?: KayentaMetricOptions };
}

export interface KayentaConfig {
  readonly metrics: readonly KayentaMetricConfig[];
  readonly classifier?: { readonly groupWeights?: Readonly<Record<string, number>> };
}

export interface KayentaThresholds {
  readonly pass: number;
  readonly marginal: number;
}

/** One metric pair: values per window, in any order and number; null is NaN. */
export interface KayentaPair {
  readonly name: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly baseline: readonly Maybe[];
  readonly canary: readonly Maybe[];
}

export interface KayentaInput {
  readonly metrics: readonly KayentaPair[];
  readonly config: KayentaConfig;
  /** @default { pass: 95, marginal: 75 } */
  readonly thresholds?: KayentaThresholds;
  /** Draws from the standard normal distribution, for the noise added to constant data. @default a seeded generator: same input, same answer */
  readonly gaussian?: () => number;
}

export type KayentaClassification = 'Pass' | 'High' | 'Low' | 'Nodata' | 'NodataFailMetric' | 'Error';

export interface KayentaStats {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly std: number;
  readonly count: number;
}

export interface KayentaMetricResult {
  readonly name: string;
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly classification: KayentaClassification;
  readonly classificationReason?: string;
  readonly critical: boolean;
  readonly muted: boolean;
  readonly experimentMetadata: { readonly stats: KayentaStats };
  readonly controlMetadata: { readonly stats: KayentaStats };
  /** Absent for `Error`. A ratio that is no number is the text of it, as Kayenta writes it. */
  readonly resultMetadata?: { readonly ratio: number | 'NaN' | 'Infinity' | '-Infinity' };
}

export interface KayentaScore {
  readonly score: number;
  readonly classification: 'Pass' | 'Marginal' | 'Fail';
  readonly classificationReason: string;
}

/** Kayenta's judge result. */
export interface KayentaJudgement {
  readonly judgeName: 'NetflixACAJudge-v1.0';
  readonly score: KayentaScore;
  readonly groupScores: readonly {
    readonly name: string;
    readonly score: number;
    readonly classification: '';
    readonly classificationReason: '';
  }[];
  readonly results: readonly KayentaMetricResult[];
}

/** `analysis/judge/kayenta/judge`. Throws when a pair has no configured metric or an option has the wrong type, as Kayenta does. */
export type JudgeKayenta = (input: KayentaInput) => KayentaJudgement;
